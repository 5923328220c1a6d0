package org.quipu.change;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.quipu.math.TestedEstimate;

/**
 * A change split into what comes from the composition of the population and what from the rates
 * inside its groups (Kitagawa 1955, with the means of the two years as weights, so that nothing is
 * left over), and the levels of both years directly standardised to one composition. Standard
 * errors by the delta method from the totals of the groups: shares and rates are both estimates;
 * the standard is taken as known.
 *
 * <p>A group with members in one year only lends that year's rate to the other: all it adds is
 * composition. Standardised levels leave such a group out and spread its share over the others.
 *
 * @param df degrees of freedom of the intervals
 * @param groups with members in both years
 * @param standardCovered the part of the standard that these groups make up, 0 to 1
 */
public record Decomposition(
    TestedEstimate change,
    TestedEstimate composition,
    TestedEstimate rate,
    TestedEstimate standardizedFrom,
    TestedEstimate standardizedTo,
    TestedEstimate standardizedChange,
    double df,
    int groups,
    double standardCovered) {

  /**
   * The standard composition of a population: the mean of its groups' shares in the two years.
   *
   * @param population the groups, as a table of domains
   */
  public static double[] standard(TwoYearTotals population) {
    double[] first = shares(population, 0);
    double[] second = shares(population, 1);
    return IntStream.range(0, first.length).mapToDouble(g -> (first[g] + second[g]) / 2).toArray();
  }

  private static double[] shares(TwoYearTotals population, int year) {
    double[] sizes =
        IntStream.range(0, population.domains())
            .mapToDouble(g -> population.universe(g, year).value())
            .toArray();
    double all = DoubleStream.of(sizes).sum();
    return DoubleStream.of(sizes).map(size -> size / all).toArray();
  }

  /**
   * Splits the change of one domain.
   *
   * @param population the groups of one domain, as a table of domains
   * @param standard the share of each group, in the same order; they sum to 1
   * @param df of the domain's change
   */
  public static Decomposition of(TwoYearTotals population, double[] standard, double df) {
    List<Integer> present = new ArrayList<>();
    List<Integer> comparable = new ArrayList<>();
    double covered = 1;
    for (int g = 0; g < population.domains(); g++) {
      boolean first = population.hasMembers(g, 0);
      boolean second = population.hasMembers(g, 1);
      if (first || second) {
        present.add(g);
      }

      if (first && second) {
        comparable.add(g);
      } else {
        covered -= standard[g];
      }
    }

    if (comparable.isEmpty()) {
      throw new IllegalArgumentException("no group has members in both years");
    }

    Linearized composition = effect(population, present, Part.COMPOSITION);
    Linearized rate = effect(population, present, Part.RATE);
    Linearized from = standardized(population, comparable, standard, 0);
    Linearized to = standardized(population, comparable, standard, 1);
    return new Decomposition(
        population.test(composition.plus(rate), df),
        population.test(composition, df),
        population.test(rate, df),
        population.test(from, df),
        population.test(to, df),
        population.test(to.minus(from), df),
        df,
        comparable.size(),
        covered);
  }

  private enum Part {
    COMPOSITION,
    RATE
  }

  private static Linearized effect(TwoYearTotals population, List<Integer> groups, Part part) {
    Linearized all0 = size(population, groups, 0);
    Linearized all1 = size(population, groups, 1);
    return Linearized.sum(
        groups.stream()
            .map(
                g -> {
                  Linearized share0 = population.universe(g, 0).over(all0);
                  Linearized share1 = population.universe(g, 1).over(all1);
                  Linearized rate0 = population.level(g, population.hasMembers(g, 0) ? 0 : 1);
                  Linearized rate1 = population.level(g, population.hasMembers(g, 1) ? 1 : 0);
                  return part == Part.COMPOSITION
                      ? share1.minus(share0).times(rate0.plus(rate1)).times(0.5)
                      : rate1.minus(rate0).times(share0.plus(share1)).times(0.5);
                })
            .toList());
  }

  private static Linearized size(TwoYearTotals population, List<Integer> groups, int year) {
    return Linearized.sum(groups.stream().map(g -> population.universe(g, year)).toList());
  }

  private static Linearized standardized(
      TwoYearTotals population, List<Integer> groups, double[] standard, int year) {
    double covered = groups.stream().mapToDouble(g -> standard[g]).sum();
    return Linearized.sum(
        groups.stream().map(g -> population.level(g, year).times(standard[g] / covered)).toList());
  }
}
