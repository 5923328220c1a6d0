package org.quipu.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.quipu.change.AssumedDesign.Assumption;
import org.quipu.math.Adjustment;
import org.quipu.math.Power;
import org.quipu.math.SimultaneousIntervals;
import org.quipu.math.TestedEstimate;
import org.quipu.math.WaldTest;

/**
 * The changes of one indicator in all domains of one table, tested together: the family over which
 * p-values are adjusted.
 */
public final class ChangeFamily {
  private final List<LevelPair> pairs;
  private final Adjustment adjustment;
  private final List<TestedEstimate> tests;

  /** By degrees of freedom the smallest change found with 80 % power, in standard errors. */
  private final Map<Double, Double> detectable = new HashMap<>();

  private ChangeFamily(List<LevelPair> pairs, Adjustment adjustment) {
    this.pairs = List.copyOf(pairs);
    this.adjustment = adjustment;
    this.tests = pairs.stream().map(LevelPair::test).toList();
  }

  /** Tests the changes of the domains of one table. */
  public static ChangeFamily of(List<LevelPair> pairs, Adjustment adjustment) {
    return new ChangeFamily(pairs, adjustment);
  }

  /** How many of the domains could be tested. */
  public int tests() {
    return tested().size();
  }

  private List<Integer> tested() {
    return IntStream.range(0, tests.size()).filter(i -> tests.get(i).isTested()).boxed().toList();
  }

  /**
   * The change of each domain. A verdict stands where it is the same under each design effect that
   * may be assumed for the family's approximated standard errors.
   */
  public List<Change> changes() {
    List<Change> usual = changes(Assumption.USUAL);
    List<Change> smallest = changes(Assumption.SMALLEST);
    List<Change> largest = changes(Assumption.LARGEST);
    return IntStream.range(0, usual.size())
        .mapToObj(i -> usual.get(i).confirmedBy(smallest.get(i)).confirmedBy(largest.get(i)))
        .toList();
  }

  /** The changes under one assumption, each with the verdict of that alone. */
  public List<Change> changes(Assumption assumption) {
    List<LevelPair> assumed = pairs.stream().map(pair -> pair.under(assumption)).toList();
    List<TestedEstimate> under = assumed.stream().map(LevelPair::test).toList();
    double[] adjusted =
        adjustment.adjust(under.stream().mapToDouble(TestedEstimate::pValue).toArray());
    List<SimultaneousIntervals.Interval> simultaneous =
        SimultaneousIntervals.of(under, adjusted, adjustment, Direction.SIGNIFICANT);
    return IntStream.range(0, assumed.size())
        .mapToObj(
            i ->
                Change.of(
                    assumed.get(i),
                    under.get(i),
                    adjusted[i],
                    simultaneous.get(i),
                    smallestDetectable(under.get(i))))
        .toList();
  }

  private double smallestDetectable(TestedEstimate test) {
    return test.isTested()
        ? test.standardError() * detectable.computeIfAbsent(test.df(), ChangeFamily::detectable)
        : Double.NaN;
  }

  private static double detectable(double df) {
    return Power.withDefaults().smallestCoefficient(1, df);
  }

  /**
   * Whether all tested domains changed alike, from samples that share no clusters; empty where
   * fewer than two are tested.
   */
  public Optional<WaldTest> heterogeneity() {
    List<Integer> tested = tested();
    double[][] covariance = new double[tested.size()][tested.size()];
    for (int i = 0; i < tested.size(); i++) {
      double se = tests.get(tested.get(i)).standardError();
      covariance[i][i] = se * se;
    }

    return homogeneity(tested, covariance);
  }

  /**
   * Whether all tested domains changed alike, with the covariances of their changes; empty where
   * fewer than two are tested, or too few clusters were sampled for so many domains.
   *
   * @param totals of the domains, in the order of the pairs
   */
  public Optional<WaldTest> heterogeneity(TwoYearTotals totals) {
    List<Integer> tested = tested();
    List<Linearized> changes = tested.stream().map(totals::change).toList();
    double[][] covariance = new double[tested.size()][tested.size()];
    for (int i = 0; i < covariance.length; i++) {
      for (int j = 0; j <= i; j++) {
        covariance[i][j] = totals.covariance(changes.get(i), changes.get(j));
        covariance[j][i] = covariance[i][j];
      }
    }

    return homogeneity(tested, covariance);
  }

  private Optional<WaldTest> homogeneity(List<Integer> tested, double[][] covariance) {
    return tested.size() < 2
        ? Optional.empty()
        : Homogeneity.test(
            tested.stream().mapToDouble(i -> tests.get(i).estimate()).toArray(), covariance);
  }

  /**
   * Each domain's change compared with that of all other domains taken together, with their
   * covariance; a family of its own. The t has the degrees of freedom of the domain's own change,
   * whose variance is nearly all of it.
   *
   * @param totals of the domains, in the order of the pairs
   */
  public List<Contrast> contrasts(TwoYearTotals totals) {
    int domains = pairs.size();
    double[] own = new double[domains];
    double[] rest = new double[domains];
    List<TestedEstimate> differences = new ArrayList<>();
    for (int i = 0; i < domains; i++) {
      boolean tested = tests.get(i).isTested() && domains > 1;
      own[i] = tested ? totals.change(i).value() : Double.NaN;
      rest[i] = tested ? totals.changeOfRest(i).value() : Double.NaN;
      differences.add(
          tested
              ? totals.test(totals.change(i).minus(totals.changeOfRest(i)), tests.get(i).df())
              : TestedEstimate.NONE);
    }

    double[] adjusted =
        adjustment.adjust(differences.stream().mapToDouble(TestedEstimate::pValue).toArray());
    return IntStream.range(0, domains)
        .mapToObj(i -> Contrast.of(own[i], rest[i], differences.get(i), adjusted[i]))
        .toList();
  }
}
