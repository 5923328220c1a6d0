package org.quipu.math;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

/** Tails and quantiles to the last digits. A NaN number of degrees of freedom means the normal. */
public final class Distributions {
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
  private static final double ACCURACY = 1e-13;

  private Distributions() {}

  /** P(|T| > |t|) with df degrees of freedom, or P(|Z| > |t|). */
  public static double twoSided(double t, double df) {
    if (Double.isNaN(t)) {
      return Double.NaN;
    }

    return Double.isNaN(df)
        ? Erf.erfc(Math.abs(t) / Math.sqrt(2))
        : Beta.regularizedBeta(df / (df + t * t), df / 2, 0.5);
  }

  /** The value that |T| or |Z| exceeds with probability 1 − level. */
  public static double critical(double level, double df) {
    double p = (1 + level) / 2;
    if (Double.isNaN(df)) {
      return NORMAL.inverseCumulativeProbability(p);
    }

    TDistribution t = new TDistribution(null, df, ACCURACY);
    double x = t.inverseCumulativeProbability(p);
    return x - (t.cumulativeProbability(x) - p) / t.density(x);
  }

  public static double normalBelow(double z) {
    return 0.5 * Erf.erfc(-z / Math.sqrt(2));
  }

  public static double normalQuantile(double p) {
    return NORMAL.inverseCumulativeProbability(p);
  }

  /** P(F > f) with df1 and df2 degrees of freedom; df2 NaN: P(χ²(df1) > df1·f). */
  static double fAbove(double f, double df1, double df2) {
    if (Double.isNaN(f)) {
      return Double.NaN;
    }

    return Double.isNaN(df2)
        ? chiSquaredAbove(df1 * f, df1)
        : Beta.regularizedBeta(df2 / (df2 + df1 * Math.max(f, 0)), df2 / 2, df1 / 2);
  }

  public static double chiSquaredAbove(double q, double df) {
    return Gamma.regularizedGammaQ(df / 2, Math.max(q, 0) / 2);
  }

  public static double chiSquaredQuantile(double p, double df) {
    return new ChiSquaredDistribution(null, df, ACCURACY).inverseCumulativeProbability(p);
  }
}
