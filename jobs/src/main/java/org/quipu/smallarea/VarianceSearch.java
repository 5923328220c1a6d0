package org.quipu.smallarea;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.quipu.math.WeightedLeastSquares;

/**
 * Finds the variance between areas that maximises a likelihood (or solves the moment equation): a
 * grid over its logarithm finds the highest mode, the root of the derivative gives it to the last
 * digits. Where no value is better than zero, zero.
 */
final class VarianceSearch {
  static final int GRID = 400;

  /** The grid spans these factors of the sampling variances and of the spread of the estimates. */
  private static final double LOWEST = 1e-9;

  private static final double HIGHEST = 1e4;

  private final double[] y;
  private final double[][] x;
  private final double[] d;
  private final VarianceEstimator estimator;
  private final int grid;

  /**
   * A search.
   *
   * @param grid how many intervals the grid has
   */
  VarianceSearch(double[] y, double[][] x, double[] d, VarianceEstimator estimator, int grid) {
    this.y = y;
    this.x = x;
    this.d = d;
    this.estimator = estimator;
    this.grid = grid;
  }

  double variance() {
    if (estimator == VarianceEstimator.MOMENTS) {
      double excess = y.length - x[0].length;
      DoubleUnaryOperator moment = a -> at(a).residualSum() - excess;
      return moment.applyAsDouble(0) <= 0 ? 0 : root(moment, scale() * LOWEST, upper(moment));
    }

    return highest(this::objective, this::slope, scale(), !isAdjusted(), grid);
  }

  /**
   * Where a function of a variance is highest.
   *
   * @param scale what the grid is relative to
   * @param zero whether the variance may be zero
   * @param grid how many intervals the grid has
   */
  static double highest(
      DoubleUnaryOperator objective,
      DoubleUnaryOperator slope,
      double scale,
      boolean zero,
      int grid) {
    double step = Math.log(HIGHEST / LOWEST) / grid;
    double start = Math.log(scale * LOWEST);
    int best = -1;
    double highest = zero ? objective.applyAsDouble(0) : Double.NEGATIVE_INFINITY;
    for (int n = 0; n <= grid; n++) {
      double value = objective.applyAsDouble(Math.exp(start + n * step));
      if (value > highest) {
        highest = value;
        best = n;
      }
    }

    if (best < 0) {
      return 0;
    }

    double low = Math.exp(start + (best - 1) * step);
    double high = Math.exp(start + (best + 1) * step);
    return root(slope, low, high);
  }

  private boolean isAdjusted() {
    return switch (estimator) {
      case AMPL, AMRL, AMPL_YL, AMRL_YL -> true;
      case REML, ML, MOMENTS -> false;
    };
  }

  /** The larger of the mean sampling variance and the spread of the estimates. */
  private double scale() {
    double sum = 0;
    for (double variance : d) {
      sum += variance / d.length;
    }

    double mean = 0;
    double squares = 0;
    for (double value : y) {
      mean += value / y.length;
    }
    for (double value : y) {
      squares += (value - mean) * (value - mean) / y.length;
    }

    return Math.max(sum, squares);
  }

  private double upper(DoubleUnaryOperator decreasing) {
    double high = scale();
    while (decreasing.applyAsDouble(high) > 0) {
      high *= 2;
    }

    return high;
  }

  private static double root(DoubleUnaryOperator f, double low, double high) {
    if (f.applyAsDouble(low) * f.applyAsDouble(high) > 0) {
      return Math.abs(f.applyAsDouble(low)) < Math.abs(f.applyAsDouble(high)) ? low : high;
    }

    return new BrentSolver(1e-15, 1e-300).solve(1000, f::applyAsDouble, low, high);
  }

  private WeightedLeastSquares at(double a) {
    return new WeightedLeastSquares(y, x, d, a);
  }

  /** The logarithm of what is maximised, up to a constant. */
  private double objective(double a) {
    WeightedLeastSquares fit = at(a);
    double log = -0.5 * (fit.sumOfLogVariances() + fit.residualSum());
    if (estimator.isRestricted()) {
      log -= 0.5 * fit.logDeterminant();
    }

    return switch (estimator) {
      case AMPL, AMRL -> log + Math.log(a);
      case AMPL_YL, AMRL_YL -> log + Math.log(Math.atan(shrinkage(a))) / y.length;
      case REML, ML, MOMENTS -> log;
    };
  }

  /** The derivative of {@link #objective}. */
  private double slope(double a) {
    WeightedLeastSquares fit = at(a);
    double trace = estimator.isRestricted() ? fit.traceP() : fit.traceW();
    double slope = 0.5 * (fit.squaredResidualSum() - trace);
    return switch (estimator) {
      case AMPL, AMRL -> slope + 1 / a;
      case AMPL_YL, AMRL_YL -> {
        double s = shrinkage(a);
        double inner = 0;
        for (double variance : d) {
          inner += variance / ((a + variance) * (a + variance));
        }
        yield slope + inner / ((1 + s * s) * Math.atan(s) * y.length);
      }
      case REML, ML, MOMENTS -> slope;
    };
  }

  /** Σ A / (A + D). */
  private double shrinkage(double a) {
    double sum = 0;
    for (double variance : d) {
      sum += a / (a + variance);
    }

    return sum;
  }
}
