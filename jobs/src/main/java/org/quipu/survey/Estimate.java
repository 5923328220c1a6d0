package org.quipu.survey;

import java.util.List;

/**
 * One estimate in the outcome's own units; a proportion lies between 0 and 1. NaN where the domain
 * has no answers.
 *
 * @param group the year, or whatever else splits the file into surveys; null where nothing does
 * @param codes of the domain, one a column of its table
 * @param deff design effect, against the reference that the design names
 * @param n answers: rows with a positive weight inside the universe, unweighted
 * @param cases those of them that have the outcome
 * @param weightedN sum of the weights of the answers
 * @param psus clusters with a member of the domain, answering or not
 * @param strata strata with a member of the domain
 * @param lonelyStrata those of them that have a single cluster in the whole design
 * @param df degrees of freedom: the domain's clusters minus its strata, with replicate weights no
 *     more than the replicates less one
 */
public record Estimate(
    String group,
    Outcome outcome,
    DomainTable table,
    List<String> codes,
    double estimate,
    double standardError,
    double deff,
    long n,
    long cases,
    double weightedN,
    int psus,
    int strata,
    int lonelyStrata,
    int df) {

  /** The codes joined by {@code |}; {@code 00} for the whole population. */
  public String domain() {
    return codes.isEmpty() ? DomainTable.WHOLE : String.join("|", codes);
  }

  /** The same estimate with another variance, such as one from replicates. */
  Estimate withVariance(double variance) {
    return new Estimate(
        group,
        outcome,
        table,
        codes,
        estimate,
        Math.sqrt(variance),
        deff * variance / variance(),
        n,
        cases,
        weightedN,
        psus,
        strata,
        lonelyStrata,
        df);
  }

  /** Coefficient of variation, standard error over estimate; a fraction. */
  public double cv() {
    return standardError / Math.abs(estimate);
  }

  public double variance() {
    return standardError * standardError;
  }

  /**
   * The 95 % confidence interval.
   *
   * @throws IllegalArgumentException if the method does not apply to the statistic
   */
  public Interval interval(IntervalMethod method) {
    method.requireFor(outcome.statistic());
    return outcome.statistic() == Statistic.PROPORTION
        ? Interval.ofProportion(estimate, standardError, df, (double) n, method)
        : Interval.symmetric(estimate, standardError, df, method);
  }
}
