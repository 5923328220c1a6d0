package org.quipu.smallarea;

import java.util.function.ToDoubleFunction;

/**
 * The minimum of a smooth function by the method of Broyden, Fletcher, Goldfarb and Shanno, with
 * numerical gradients (Nocedal and Wright, Numerical Optimization, section 6.1).
 */
final class QuasiNewton {
  private static final int STEPS = 300;

  /** The expected fall of the function below which the search ends. */
  private static final double SMALL = 1e-13;

  /** The same where rounding lets no step make the function fall. */
  private static final double ROUNDING = 1e-8;

  private QuasiNewton() {}

  /**
   * Finds the minimum.
   *
   * @param function finite at the start; infinite where it has no value
   * @throws ArithmeticException if none is found
   */
  static double[] minimum(ToDoubleFunction<double[]> function, double[] start) {
    int n = start.length;
    double[] at = start.clone();
    double value = function.applyAsDouble(at);
    double[] gradient = NumericalDerivatives.gradient(function, at);
    double[][] inverse = new double[n][n];
    double[] curvatures = NumericalDerivatives.curvatures(function, at);
    for (int i = 0; i < n; i++) {
      inverse[i][i] = 1 / Math.max(Math.abs(curvatures[i]), 1);
    }

    for (int step = 0; step < STEPS; step++) {
      double[] direction = times(inverse, gradient, -1);
      double fall = -dot(direction, gradient);
      if (fall < SMALL) {
        return at;
      }
      double length = 1;
      double[] next = moved(at, direction, length);
      double nextValue = function.applyAsDouble(next);
      while (!(nextValue <= value - 1e-4 * length * fall) && length > 1e-8) {
        length /= 2;
        next = moved(at, direction, length);
        nextValue = function.applyAsDouble(next);
      }
      if (!(nextValue < value)) {
        if (fall < ROUNDING) {
          return at;
        }
        throw new ArithmeticException("the search for a maximum of the likelihood is stuck");
      }
      double[] nextGradient = NumericalDerivatives.gradient(function, next);
      update(inverse, moved(next, at, -1), moved(nextGradient, gradient, -1));
      at = next;
      value = nextValue;
      gradient = nextGradient;
    }

    throw new ArithmeticException("no maximum of the likelihood in %d steps".formatted(STEPS));
  }

  private static void update(double[][] inverse, double[] step, double[] change) {
    double product = dot(step, change);
    if (!(product > 0)) {
      return;
    }

    double[] image = times(inverse, change, 1);
    double factor = (1 + dot(change, image) / product) / product;
    for (int i = 0; i < step.length; i++) {
      for (int j = 0; j < step.length; j++) {
        inverse[i][j] +=
            factor * step[i] * step[j] - (image[i] * step[j] + step[i] * image[j]) / product;
      }
    }
  }

  private static double[] moved(double[] from, double[] direction, double length) {
    double[] sum = from.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += length * direction[i];
    }

    return sum;
  }

  private static double[] times(double[][] matrix, double[] vector, double factor) {
    double[] product = new double[vector.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = factor * dot(matrix[i], vector);
    }

    return product;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }

    return sum;
  }
}
