package org.quipu.smallarea;

import java.util.function.ToDoubleFunction;

/**
 * Gradient and second derivatives of a smooth function by central differences of fourth order
 * (Abramowitz and Stegun, 25.3).
 */
final class NumericalDerivatives {
  private static final double STEP = 1e-3;

  private NumericalDerivatives() {}

  static double[] gradient(ToDoubleFunction<double[]> function, double[] at) {
    double[] gradient = new double[at.length];
    double[] moved = at.clone();
    for (int i = 0; i < at.length; i++) {
      gradient[i] =
          (8 * (shifted(function, moved, i, STEP) - shifted(function, moved, i, -STEP))
                  - (shifted(function, moved, i, 2 * STEP)
                      - shifted(function, moved, i, -2 * STEP)))
              / (12 * STEP);
    }

    return gradient;
  }

  /** The second derivative by each coordinate alone. */
  static double[] curvatures(ToDoubleFunction<double[]> function, double[] at) {
    double[] curvatures = new double[at.length];
    double[] moved = at.clone();
    double step = 10 * STEP;
    double value = function.applyAsDouble(at);
    for (int i = 0; i < at.length; i++) {
      curvatures[i] =
          (shifted(function, moved, i, step) - 2 * value + shifted(function, moved, i, -step))
              / (step * step);
    }

    return curvatures;
  }

  /** The matrix of second derivatives, as differences of gradients. */
  static double[][] hessian(ToDoubleFunction<double[]> function, double[] at) {
    int n = at.length;
    double[][] hessian = new double[n][n];
    double[] moved = at.clone();
    for (int i = 0; i < n; i++) {
      double[][] gradients = new double[4][];
      double[] shifts = {STEP, -STEP, 2 * STEP, -2 * STEP};
      for (int s = 0; s < shifts.length; s++) {
        moved[i] = at[i] + shifts[s];
        gradients[s] = gradient(function, moved);
      }
      moved[i] = at[i];
      for (int j = 0; j < n; j++) {
        double second =
            (8 * (gradients[0][j] - gradients[1][j]) - (gradients[2][j] - gradients[3][j]))
                / (12 * STEP);
        hessian[i][j] += second / 2;
        hessian[j][i] += second / 2;
      }
    }

    return hessian;
  }

  private static double shifted(
      ToDoubleFunction<double[]> function, double[] at, int coordinate, double shift) {
    double before = at[coordinate];
    at[coordinate] = before + shift;
    double value = function.applyAsDouble(at);
    at[coordinate] = before;
    return value;
  }
}
