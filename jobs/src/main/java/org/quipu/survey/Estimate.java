package org.quipu.survey;

import java.util.List;

/**
 * One estimate in the outcome's own units; a proportion lies between 0 and 1. NaN where the domain
 * has no answers.
 *
 * @param group the year, or whatever else splits the file into surveys; null where nothing does
 * @param codes of the domain, one a column of its table
 * @param deff design effect, against the reference that the design names; NaN where that has no
 *     variance, as with the total of a constant (R: Inf)
 * @param sample what was sampled of the domain
 */
public record Estimate(
    String group,
    Outcome outcome,
    DomainTable table,
    List<String> codes,
    double estimate,
    double standardError,
    double deff,
    DomainSample sample) {

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
        sample);
  }

  /** Answers, unweighted. */
  public long n() {
    return sample.n();
  }

  /** Answers that have the outcome, unweighted. */
  public long cases() {
    return sample.cases();
  }

  /** The sum of the weights of the answers. */
  public double weightedN() {
    return sample.weightedN();
  }

  /** Clusters with a member of the domain. */
  public int psus() {
    return sample.psus();
  }

  /** Strata with a member of the domain. */
  public int strata() {
    return sample.strata();
  }

  /** Degrees of freedom of the domain. */
  public int df() {
    return sample.df();
  }

  /** Coefficient of variation, standard error over estimate; a fraction. */
  public double cv() {
    return standardError / Math.abs(estimate);
  }

  public double variance() {
    return standardError * standardError;
  }

  /** Whether it is a proportion of 0 % or 100 %, where the linearized variance is 0. */
  public boolean onBoundary() {
    return outcome.statistic() == Statistic.PROPORTION && (estimate <= 0 || estimate >= 1);
  }

  /**
   * Whether the sample tells how precise the estimate is: there are degrees of freedom, and a
   * variance unless the estimate is on the boundary. A domain whose members are all of one cluster
   * has neither.
   */
  public boolean hasPrecision() {
    return sample.df() > 0 && (standardError > 0 || onBoundary());
  }

  /**
   * The 95 % confidence interval; NaN where the {@linkplain #hasPrecision precision} is not known.
   *
   * @throws IllegalArgumentException if the method does not apply to the statistic
   */
  public Interval interval(IntervalMethod method) {
    method.requireFor(outcome.statistic());
    return Interval.of(this, method);
  }
}
