package org.quipu.survey.quality;

/**
 * What the schemes look at in an estimate. What is not known is NaN.
 *
 * @param estimate a proportion between 0 and 1, or a mean or total in its own units
 * @param standardError in the same units
 * @param n unweighted cases
 * @param count unweighted cases with the outcome
 * @param deff design effect
 * @param df degrees of freedom
 */
public record ReviewedEstimate(
    Kind kind,
    double estimate,
    double standardError,
    double n,
    double count,
    double deff,
    double df) {

  /** Proportions have rules of their own in most schemes. */
  public enum Kind {
    PROPORTION,
    LEVEL
  }

  public static ReviewedEstimate proportion(
      double estimate, double standardError, double n, double count, double deff, double df) {
    return new ReviewedEstimate(Kind.PROPORTION, estimate, standardError, n, count, deff, df);
  }

  public static ReviewedEstimate level(
      double estimate, double standardError, double n, double count, double deff, double df) {
    return new ReviewedEstimate(Kind.LEVEL, estimate, standardError, n, count, deff, df);
  }

  boolean isProportion() {
    return kind == Kind.PROPORTION;
  }

  /** A proportion of exactly 0 or 1, where the linearized variance is 0 and says nothing. */
  boolean onBoundary() {
    return isProportion() && (estimate == 0 || estimate == 1);
  }

  /** Coefficient of variation, a fraction. */
  double cv() {
    return standardError / Math.abs(estimate);
  }

  /** The CV on the log scale of the rarer outcome: CV/(−ln p), from one half on CV/(−ln(1−p)). */
  double logCv() {
    return cv() / -Math.log(estimate < 0.5 ? estimate : 1 - estimate);
  }

  /** Effective sample size, n/deff. */
  double ess() {
    return n / deff;
  }
}
