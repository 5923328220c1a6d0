package org.quipu.smallarea;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/** Moments of an estimate whose value on the model's scale is normally distributed. */
final class NormalImage {
  private static final int NODES = 40;
  private static final double ROOT_TWO = Math.sqrt(2);
  private static final double ROOT_PI = Math.sqrt(Math.PI);
  private static final double[] POINTS = new double[NODES];
  private static final double[] WEIGHTS = new double[NODES];

  static {
    GaussIntegrator rule = new GaussIntegratorFactory().hermite(NODES);
    for (int n = 0; n < NODES; n++) {
      POINTS[n] = ROOT_TWO * rule.getPoint(n);
      WEIGHTS[n] = rule.getWeight(n) / ROOT_PI;
    }
  }

  private NormalImage() {}

  /** The mean of the estimate. */
  static double mean(Scale scale, double mean, double variance) {
    return expected(scale::inverse, mean, variance);
  }

  /** The mean squared distance of the estimate from a centre. */
  static double meanSquare(Scale scale, double mean, double variance, double centre) {
    return expected(
        value -> {
          double distance = scale.inverse(value) - centre;
          return distance * distance;
        },
        mean,
        variance);
  }

  /** The expected value of a function of N(mean, variance), by 40 nodes of Gauss and Hermite. */
  static double expected(DoubleUnaryOperator of, double mean, double variance) {
    double deviation = Math.sqrt(variance);
    double sum = 0;
    for (int n = 0; n < NODES; n++) {
      sum += WEIGHTS[n] * of.applyAsDouble(mean + deviation * POINTS[n]);
    }

    return sum;
  }

  /** The integral of the function times the density of N(mean, variance) between two values. */
  static double integral(
      DoubleUnaryOperator of, double mean, double variance, double from, double to) {
    double deviation = Math.sqrt(variance);
    double low = Math.max(from, mean - 9 * deviation);
    double high = Math.min(to, mean + 9 * deviation);
    if (variance == 0 || low >= high) {
      return variance == 0 ? of.applyAsDouble(mean) : 0;
    }

    GaussIntegrator rule = new GaussIntegratorFactory().legendre(128, low, high);
    return rule.integrate(
        value ->
            of.applyAsDouble(value)
                * Math.exp(-0.5 * Math.pow((value - mean) / deviation, 2))
                / (deviation * ROOT_TWO * ROOT_PI));
  }
}
