package org.quipu.survey;

import org.quipu.math.Distributions;

/**
 * A 95 % confidence interval, in the units of the estimate.
 *
 * @param low NaN, as {@code high}, where the sample does not tell the precision
 * @param boundary whether the estimate is 0 % or 100 %, where the linearized variance is 0 and the
 *     interval is, whatever the method, Clopper and Pearson's on an effective sample size: Kish's
 *     (1965) of the weights, adjusted to the degrees of freedom as Korn and Graubard (1998) do
 */
public record Interval(double low, double high, boolean boundary) {
  /** Of confidence. */
  static final double LEVEL = 0.95;

  /** Where nothing is known of the precision. */
  static final Interval NONE = new Interval(Double.NaN, Double.NaN, false);

  /** Of an estimate to whose statistic the method applies. */
  static Interval of(Estimate estimate, IntervalMethod method) {
    if (!estimate.hasPrecision()) {
      return NONE;
    }

    if (estimate.onBoundary()) {
      double effective = estimate.sample().kishN() * shrinkage(estimate.sample());
      return clopperPearson(estimate.estimate() <= 0 ? 0 : effective, effective, true);
    }

    double p = estimate.estimate();
    double standardError = estimate.standardError();
    double t = Distributions.critical(LEVEL, estimate.df());
    return switch (method) {
      case WALD -> symmetric(p, standardError, t);
      case INEI ->
          symmetric(p, standardError, Distributions.critical(LEVEL, estimate.sample().designDf()));
      case LOGIT -> logit(p, standardError, t);
      case WILSON -> wilson(p, standardError, t);
      case BETA -> {
        double effective = p * (1 - p) / estimate.variance() * shrinkage(estimate.sample());
        yield clopperPearson(effective * p, effective, false);
      }
    };
  }

  /**
   * Of an estimate that is no plain statistic, or is pooled from imputations: logit or Wilson's,
   * where one is asked for and it is a proportion between 0 and 1; else Wald's.
   *
   * @param estimate in its own units
   * @param df degrees of freedom; NaN ends without any
   */
  public static Interval of(
      double estimate, double standardError, double df, Estimand estimand, IntervalMethod method) {
    if (!(df > 0 && standardError > 0)) {
      return NONE;
    }

    double t = Distributions.critical(LEVEL, df);
    boolean inside = estimand.isProportion() && estimate > 0 && estimate < 1;
    return switch (inside ? method : IntervalMethod.WALD) {
      case LOGIT -> logit(estimate, standardError, t);
      case WILSON -> wilson(estimate, standardError, t);
      default -> symmetric(estimate, standardError, t);
    };
  }

  private static Interval symmetric(double estimate, double standardError, double t) {
    return new Interval(estimate - t * standardError, estimate + t * standardError, false);
  }

  private static Interval logit(double p, double standardError, double t) {
    double logit = Math.log(p / (1 - p));
    double half = t * standardError / (p * (1 - p));
    return new Interval(expit(logit - half), expit(logit + half), false);
  }

  private static double expit(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static Interval wilson(double p, double standardError, double t) {
    double effective = p * (1 - p) / (standardError * standardError);
    double share = t * t / effective;
    double middle = (p + share / 2) / (1 + share);
    double half = Math.sqrt(share * (p * (1 - p) + share / 4)) / (1 + share);
    return new Interval(middle - half, middle + half, false);
  }

  /**
   * What few degrees of freedom leave of an effective sample size (Korn and Graubard 1998). As in R
   * the sample counts the domain's rows, whether or not they answered.
   */
  private static double shrinkage(DomainSample sample) {
    double ratio =
        Distributions.critical(LEVEL, sample.rows() - 1.0)
            / Distributions.critical(LEVEL, sample.df());
    return ratio * ratio;
  }

  private static Interval clopperPearson(double cases, double n, boolean boundary) {
    double low = cases == 0 ? 0 : Distributions.betaQuantile((1 - LEVEL) / 2, cases, n - cases + 1);
    double high =
        cases == n ? 1 : Distributions.betaQuantile((1 + LEVEL) / 2, cases + 1, n - cases);
    return new Interval(low, high, boundary);
  }
}
