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
    int lonelyStrata) {

  /** The codes joined by {@code |}; {@code 00} for the whole. */
  public String domain() {
    return codes.isEmpty() ? DomainTable.WHOLE : String.join("|", codes);
  }

  /** Degrees of freedom of the domain: its clusters minus its strata. */
  public int df() {
    return psus - strata;
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
        ? Interval.ofProportion(estimate, standardError, df(), (double) n, method)
        : Interval.symmetric(estimate, standardError, df(), method);
  }
}
