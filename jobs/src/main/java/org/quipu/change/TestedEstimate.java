package org.quipu.change;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * An estimate with its standard error, 95 % interval and two-sided test against 0: t with these
 * degrees of freedom, normal where they are NaN (not known).
 */
public record TestedEstimate(
    double estimate,
    double standardError,
    double low,
    double high,
    double statistic,
    double df,
    double pValue) {
  private static final double LEVEL = 0.95;

  /** Of quantiles: the library's own leaves a relative error of 1e-9. */
  private static final double ACCURACY = 1e-14;

  /** Of what could not be estimated. */
  static final TestedEstimate NONE = of(Double.NaN, Double.NaN, Double.NaN);

  private static final NormalDistribution NORMAL = new NormalDistribution();

  /** A variance that is not known, or 0, gives an estimate without a test. */
  public static TestedEstimate of(double estimate, double variance, double df) {
    if (!(variance > 0) || Double.isNaN(estimate)) {
      double none = Double.NaN;
      return new TestedEstimate(estimate, none, none, none, none, none, none);
    }

    double standardError = Math.sqrt(variance);
    double statistic = estimate / standardError;
    double reach = quantile(df) * standardError;
    return new TestedEstimate(
        estimate,
        standardError,
        estimate - reach,
        estimate + reach,
        statistic,
        df,
        pValue(statistic, df));
  }

  /** The two-sided 95 % quantile. */
  static double quantile(double df) {
    double upper = (1 + LEVEL) / 2;
    return Double.isNaN(df)
        ? NORMAL.inverseCumulativeProbability(upper)
        : new TDistribution(null, df, ACCURACY).inverseCumulativeProbability(upper);
  }

  private static double pValue(double statistic, double df) {
    double below = -Math.abs(statistic);
    return 2
        * (Double.isNaN(df)
            ? NORMAL.cumulativeProbability(below)
            : new TDistribution(null, df).cumulativeProbability(below));
  }

  boolean isTested() {
    return !Double.isNaN(pValue);
  }
}
