package org.quipu.change;

import java.util.stream.IntStream;
import org.quipu.math.TestedEstimate;

/**
 * The estimated totals of one proportion in the domains of a table, in two years, with their design
 * covariance. The domains do not overlap.
 */
public final class TwoYearTotals {
  private final double[] totals;
  private final double[][] covariance;
  private final int[] sharedDf;

  /**
   * The totals of {@code totals.length / 4} domains.
   *
   * @param totals for domain d and year t (0 or 1) the weighted women with the outcome at 4d + 2t
   *     and all weighted women of the universe at 4d + 2t + 1
   * @param covariance of the totals; zero between years that share no clusters
   * @param sharedDf for each domain the degrees of freedom of its clusters that are in both years
   */
  public TwoYearTotals(double[] totals, double[][] covariance, int[] sharedDf) {
    this.totals = totals;
    this.covariance = covariance;
    this.sharedDf = sharedDf;
  }

  public int domains() {
    return totals.length / 4;
  }

  /** The level of a domain in a year, in percent. */
  Linearized level(int domain, int year) {
    return outcome(domain, year).over(universe(domain, year)).times(100);
  }

  /** The change of a domain, in points. */
  Linearized change(int domain) {
    return level(domain, 1).minus(level(domain, 0));
  }

  /** The change of all other domains taken together, in points. */
  Linearized changeOfRest(int domain) {
    return levelOfRest(domain, 1).minus(levelOfRest(domain, 0));
  }

  private Linearized levelOfRest(int domain, int year) {
    int[] others = IntStream.range(0, domains()).filter(d -> d != domain).toArray();
    Linearized outcome =
        Linearized.sum(IntStream.of(others).mapToObj(other -> outcome(other, year)).toList());
    Linearized universe =
        Linearized.sum(IntStream.of(others).mapToObj(other -> universe(other, year)).toList());
    return outcome.over(universe).times(100);
  }

  Linearized outcome(int domain, int year) {
    return Linearized.total(totals, 4 * domain + 2 * year);
  }

  Linearized universe(int domain, int year) {
    return Linearized.total(totals, 4 * domain + 2 * year + 1);
  }

  boolean hasMembers(int domain, int year) {
    return totals[4 * domain + 2 * year + 1] > 0;
  }

  /** The covariance of two functions of the totals. */
  double covariance(Linearized one, Linearized other) {
    return one.covariance(other, covariance);
  }

  /** What the samples of a domain's two years have in common. */
  public Overlap overlap(int domain) {
    return new Overlap(covariance(level(domain, 0), level(domain, 1)), sharedDf[domain]);
  }

  TestedEstimate test(Linearized function, double df) {
    return TestedEstimate.of(
        function.value(), Math.sqrt(function.variance(covariance)), df, Level.CONFIDENCE);
  }
}
