package org.quipu.math;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/** Quantiles and tails, to the last digits that tables print. NaN without degrees of freedom. */
public final class Quantiles {
  private static final double ACCURACY = 1e-14;
  private static final Map<Long, Map<Double, Double>> T = new ConcurrentHashMap<>();

  private Quantiles() {}

  public static double t(double p, double df) {
    if (!(df > 0)) {
      return Double.NaN;
    }

    return T.computeIfAbsent(Double.doubleToLongBits(p), key -> new ConcurrentHashMap<>())
        .computeIfAbsent(
            df, key -> new TDistribution(null, df, ACCURACY).inverseCumulativeProbability(p));
  }

  public static double beta(double p, double a, double b) {
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return Double.NaN;
    }

    return new BetaDistribution(null, a, b, ACCURACY).inverseCumulativeProbability(p);
  }

  /** P(F > f). */
  public static double upperF(double f, double df1, double df2) {
    return 1 - new FDistribution(null, df1, df2, ACCURACY).cumulativeProbability(f);
  }
}
