package org.quipu.survey;

import org.quipu.math.Distributions;

/**
 * A 95 % confidence interval, in the units of the estimate.
 *
 * @param boundary whether the estimate is 0 % or 100 %, where the linearized variance is 0 and the
 *     interval is Clopper and Pearson's on the domain's own answers, whatever the method
 */
public record Interval(double low, double high, boolean boundary) {
  /** Of confidence. */
  static final double LEVEL = 0.95;

  private static final double INEI_Z = 1.96;

  /** Of a mean, ratio or total. */
  static Interval symmetric(
      double estimate, double standardError, double df, IntervalMethod method) {
    double half =
        standardError
            * (method == IntervalMethod.INEI ? INEI_Z : Distributions.critical(LEVEL, df));
    return new Interval(estimate - half, estimate + half, false);
  }

  /**
   * Of a proportion.
   *
   * @param n answers, unweighted
   */
  static Interval ofProportion(
      double p, double standardError, double df, double n, IntervalMethod method) {
    if (p <= 0 || p >= 1) {
      return clopperPearson(p <= 0 ? 0 : n, n, true);
    }

    return switch (method) {
      case WALD, INEI -> symmetric(p, standardError, df, method);
      case LOGIT -> logit(p, standardError, df);
      case WILSON -> wilson(p, standardError, df);
      case BETA -> beta(p, standardError, df, n);
    };
  }

  private static Interval logit(double p, double standardError, double df) {
    double logit = Math.log(p / (1 - p));
    double half = Distributions.critical(LEVEL, df) * standardError / (p * (1 - p));
    return new Interval(expit(logit - half), expit(logit + half), false);
  }

  private static double expit(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static Interval wilson(double p, double standardError, double df) {
    double t = Distributions.critical(LEVEL, df);
    double effective = p * (1 - p) / (standardError * standardError);
    double share = t * t / effective;
    double middle = (p + share / 2) / (1 + share);
    double half = Math.sqrt(share * (p * (1 - p) + share / 4)) / (1 + share);
    return new Interval(middle - half, middle + half, false);
  }

  private static Interval beta(double p, double standardError, double df, double n) {
    double shrink = Distributions.critical(LEVEL, n - 1) / Distributions.critical(LEVEL, df);
    double effective = p * (1 - p) / (standardError * standardError) * shrink * shrink;
    return clopperPearson(effective * p, effective, false);
  }

  private static Interval clopperPearson(double cases, double n, boolean boundary) {
    if (!(n > 0)) {
      return new Interval(Double.NaN, Double.NaN, boundary);
    }

    double low = cases == 0 ? 0 : Distributions.betaQuantile((1 - LEVEL) / 2, cases, n - cases + 1);
    double high =
        cases == n ? 1 : Distributions.betaQuantile((1 + LEVEL) / 2, cases + 1, n - cases);
    return new Interval(low, high, boundary);
  }
}
