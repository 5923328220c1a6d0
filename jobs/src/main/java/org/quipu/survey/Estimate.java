package org.quipu.survey;

import java.util.List;

/**
 * One estimate in the outcome's own units; a proportion lies between 0 and 1. NaN where the domain
 * has no answers.
 *
 * @param group such as the year; null where the file is one
 * @param codes of the domain, one a column of its table
 * @param deff design effect, against the reference that the design names
 * @param n rows with a weight that answered, unweighted
 * @param cases those of them that have the outcome
 * @param weightedN sum of the weights of the answers
 * @param psus clusters with a member of the domain, whether or not they answered
 * @param strata strata with one
 * @param lonelyStrata strata among them that have one cluster in the whole design
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

  /** The codes joined by {@code |}; {@code 00} for the whole. */
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

  /** Standard error over estimate. */
  public double cv() {
    return standardError / Math.abs(estimate);
  }

  public double variance() {
    return standardError * standardError;
  }

  /** The 95 % interval. Means, ratios and totals know only {@code WALD} and {@code INEI}. */
  public Interval interval(IntervalMethod method) {
    return outcome.statistic() == Statistic.PROPORTION
        ? Interval.ofProportion(estimate, standardError, df, (double) n, method)
        : Interval.symmetric(estimate, standardError, df, method);
  }
}
