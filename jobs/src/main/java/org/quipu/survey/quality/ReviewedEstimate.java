package org.quipu.survey.quality;

/**
 * What the schemes look at in an estimate. What is not known is NaN: a standard error and a design
 * effect too where there are no degrees of freedom, or no variance although a proportion lies
 * between 0 and 1.
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

  public ReviewedEstimate {
    boolean boundary = kind == Kind.PROPORTION && (estimate == 0 || estimate == 1);
    if (df <= 0 || (standardError == 0 && !boundary)) {
      standardError = Double.NaN;
      deff = Double.NaN;
    }
  }

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
    return isProportion() && standardError == 0;
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
