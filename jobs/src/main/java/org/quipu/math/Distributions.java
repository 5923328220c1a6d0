package org.quipu.math;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Tail probabilities and quantiles of the distributions that tests and intervals use, accurate to
 * about 1e-13 relative. Upper tails are computed as such and not as 1 − cdf, so that a p-value of
 * 1e-20 keeps its digits.
 *
 * <p>Degrees of freedom need not be whole. NaN degrees of freedom stand for the limit: the normal
 * distribution in place of Student's t, χ² in place of F. Where degrees of freedom are 0 or fewer,
 * or the value is NaN, the result is NaN.
 */
public final class Distributions {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Distributions() {}

  /**
   * The p-value of a two-sided test, P(|T| &gt; |t|) (R: {@code 2 * pt(abs(t), df, lower.tail =
   * FALSE)}), or with NaN degrees of freedom P(|Z| &gt; |t|).
   */
  public static double twoSided(double t, double df) {
    if (Double.isNaN(t) || df <= 0) {
      return Double.NaN;
    }

    double distance = Math.abs(t);
    return 2
        * (Double.isNaN(df)
            ? NORMAL.survivalProbability(distance)
            : TDistribution.of(df).survivalProbability(distance));
  }

  /**
   * The critical value of a two-sided interval: |T| exceeds it with probability 1 − level (R:
   * {@code qt((1 + level) / 2, df)}), or with NaN degrees of freedom |Z| does.
   *
   * @param level of confidence, 0 to 1
   */
  public static double critical(double level, double df) {
    if (df <= 0) {
      return Double.NaN;
    }

    double tail = (1 - level) / 2;
    return Double.isNaN(df)
        ? NORMAL.inverseSurvivalProbability(tail)
        : TDistribution.of(df).inverseSurvivalProbability(tail);
  }

  /** P(Z ≤ z) (R: {@code pnorm}). */
  public static double normalLower(double z) {
    return NORMAL.cumulativeProbability(z);
  }

  /**
   * The value that a standard normal variable stays below with probability p (R: {@code qnorm}).
   */
  public static double normalQuantile(double p) {
    return NORMAL.inverseCumulativeProbability(p);
  }

  /**
   * P(F &gt; f) (R: {@code pf(lower.tail = FALSE)}); with NaN denominator degrees of freedom P(χ²
   * &gt; df1·f) on df1 degrees of freedom.
   */
  public static double upperF(double f, double df1, double df2) {
    if (Double.isNaN(df2)) {
      return upperChiSquared(df1 * f, df1);
    }

    return Double.isNaN(f) || !(df1 > 0) || df2 <= 0
        ? Double.NaN
        : FDistribution.of(df1, df2).survivalProbability(Math.max(f, 0));
  }

  /** P(χ² &gt; q) (R: {@code pchisq(lower.tail = FALSE)}). */
  public static double upperChiSquared(double q, double df) {
    return Double.isNaN(q) || !(df > 0)
        ? Double.NaN
        : ChiSquaredDistribution.of(df).survivalProbability(Math.max(q, 0));
  }

  /** The value that χ² stays below with probability p (R: {@code qchisq}). */
  public static double chiSquaredQuantile(double p, double df) {
    return df > 0 ? ChiSquaredDistribution.of(df).inverseCumulativeProbability(p) : Double.NaN;
  }

  /**
   * The value that a beta variable stays below with probability p (R: {@code qbeta}).
   *
   * @param a first shape, {@code b} the second; above 0, or NaN
   */
  public static double betaQuantile(double p, double a, double b) {
    return a > 0 && b > 0 ? BetaDistribution.of(a, b).inverseCumulativeProbability(p) : Double.NaN;
  }
}
