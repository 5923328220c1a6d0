package org.quipu.math;

import java.util.Arrays;
import java.util.Optional;

/**
 * The test of Shapiro and Wilk that values come from a normal distribution, with the weights and
 * the distribution of Royston (1995, Applied Statistics 44, algorithm AS R94), as in R's {@code
 * shapiro.test}.
 *
 * @param statistic W, at most 1
 * @param pValue of a W so small
 */
public record ShapiroWilk(double statistic, double pValue) {
  private static final int FEWEST = 12;
  private static final int MOST = 5000;
  private static final double[] FIRST = {0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056};
  private static final double[] SECOND = {0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633};
  private static final double[] MEAN = {-1.5861, -0.31082, -0.083751, 0.0038915};
  private static final double[] LOG_DEVIATION = {-0.4803, -0.082676, 0.0030302};

  /**
   * Tests values.
   *
   * @param values in any order
   * @return empty for less than 12 or more than 5,000 values, and for equal ones
   */
  public static Optional<ShapiroWilk> of(double... values) {
    int n = values.length;
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    if (n < FEWEST || n > MOST || !(sorted[n - 1] > sorted[0])) {
      return Optional.empty();
    }

    double mean = Arrays.stream(sorted).average().orElseThrow();
    double squares = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum();
    double[] weights = weights(n);
    double contrast = 0;
    for (int i = 0; i < weights.length; i++) {
      contrast += weights[i] * (sorted[n - 1 - i] - sorted[i]);
    }

    double statistic = contrast * contrast / squares;
    double log = Math.log(n);
    double z =
        (Math.log(1 - statistic) - polynomial(MEAN, log))
            / Math.exp(polynomial(LOG_DEVIATION, log));
    return Optional.of(new ShapiroWilk(statistic, Distributions.normalLower(-z)));
  }

  /** Of the largest value less the smallest, of the second largest less the second smallest … */
  private static double[] weights(int n) {
    double[] weights = new double[n / 2];
    Arrays.setAll(weights, i -> -Distributions.normalQuantile((i + 1 - 0.375) / (n + 0.25)));
    double squares = 2 * Arrays.stream(weights).map(m -> m * m).sum();
    double root = 1 / Math.sqrt(n);
    double first = polynomial(FIRST, root) + weights[0] / Math.sqrt(squares);
    double second = polynomial(SECOND, root) + weights[1] / Math.sqrt(squares);
    double factor =
        Math.sqrt(
            (squares - 2 * (weights[0] * weights[0] + weights[1] * weights[1]))
                / (1 - 2 * (first * first + second * second)));
    Arrays.setAll(weights, i -> weights[i] / factor);
    weights[0] = first;
    weights[1] = second;
    return weights;
  }

  private static double polynomial(double[] coefficients, double x) {
    double value = 0;
    for (int power = coefficients.length - 1; power >= 0; power--) {
      value = value * x + coefficients[power];
    }

    return value;
  }
}
