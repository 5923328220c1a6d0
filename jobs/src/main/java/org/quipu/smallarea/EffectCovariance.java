package org.quipu.smallarea;

import java.util.Optional;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.quipu.math.Cholesky;

/**
 * The covariance G of the effects of rows at given parameters, and its derivatives. An area's
 * effect has the covariance σ₁²·C(ρ₁) with C = Ω⁻¹ of {@link SpatialWeights}; the effects of an
 * area's times have σ₂²·R(ρ₂), R = ρ₂^lag / (1 − ρ₂²), an autoregression of the first order
 * (Marhuenda, Molina and Morales 2013, Computational Statistics and Data Analysis 58).
 */
final class EffectCovariance {
  /** Positions of the parameters. */
  static final int SIGMA1 = 0;

  static final int RHO1 = 1;
  static final int SIGMA2 = 2;
  static final int RHO2 = 3;

  private final EffectRows rows;
  private final double[] at;
  private final RealMatrix c;
  private final RealMatrix slope;

  /** CΩ'C. */
  private final RealMatrix sloped;

  /**
   * The covariance at σ₁², ρ₁, σ₂² and ρ₂.
   *
   * @param at the four parameters
   */
  EffectCovariance(EffectRows rows, double[] at) {
    this.rows = rows;
    this.at = at;
    SpatialWeights weights = rows.weights();
    this.c = MatrixUtils.createRealMatrix(Cholesky.of(weights.precision(at[RHO1])).inverse());
    this.slope = MatrixUtils.createRealMatrix(weights.precisionSlope(at[RHO1]));
    this.sloped = c.multiply(slope).multiply(c);
  }

  /** left · G. */
  double[][] times(double[][] left) {
    double[][] between = rows.timesBetween(left, c.scalarMultiply(at[SIGMA1]));
    double[][] within = rows.timesWithin(left, lag -> at[SIGMA2] * correlation(lag, 0));
    for (int r = 0; r < left.length; r++) {
      for (int i = 0; i < between[r].length; i++) {
        between[r][i] += within[r][i];
      }
    }

    return between;
  }

  /** left · ∂G. */
  double[][] timesDerivative(double[][] left, int parameter) {
    return switch (parameter) {
      case SIGMA1 -> rows.timesBetween(left, c);
      case RHO1 -> rows.timesBetween(left, sloped.scalarMultiply(-at[SIGMA1]));
      case SIGMA2 -> rows.timesWithin(left, lag -> correlation(lag, 0));
      default -> rows.timesWithin(left, lag -> at[SIGMA2] * correlation(lag, 1));
    };
  }

  /** left · ∂²G for a parameter and one that is no earlier; empty where it is zero. */
  Optional<double[][]> timesSecondDerivative(double[][] left, int first, int second) {
    if (first == SIGMA1 && second == RHO1) {
      return Optional.of(rows.timesBetween(left, sloped.scalarMultiply(-1)));
    }
    if (first == RHO1 && second == RHO1) {
      RealMatrix curvature = MatrixUtils.createRealMatrix(rows.weights().precisionCurvature());
      RealMatrix twice =
          sloped
              .multiply(slope)
              .scalarMultiply(2)
              .subtract(c.multiply(curvature))
              .multiply(c)
              .scalarMultiply(at[SIGMA1]);
      return Optional.of(rows.timesBetween(left, twice));
    }
    if (first == SIGMA2 && second == RHO2) {
      return Optional.of(rows.timesWithin(left, lag -> correlation(lag, 1)));
    }
    if (first == RHO2 && second == RHO2) {
      return Optional.of(rows.timesWithin(left, lag -> at[SIGMA2] * correlation(lag, 2)));
    }

    return Optional.empty();
  }

  private double correlation(int lag, int order) {
    return correlation(lag, at[RHO2], order);
  }

  /** R of a lag, or its first or second derivative with respect to ρ. */
  static double correlation(int lag, double rho, int order) {
    double s = 1 / (1 - rho * rho);
    double power = Math.pow(rho, lag);
    double powerSlope = lag == 0 ? 0 : lag * Math.pow(rho, lag - 1);
    double sSlope = 2 * rho * s * s;
    return switch (order) {
      case 0 -> power * s;
      case 1 -> powerSlope * s + power * sSlope;
      default -> {
        double powerCurvature = lag < 2 ? 0 : lag * (lag - 1) * Math.pow(rho, lag - 2);
        double sCurvature = 2 * s * s + 8 * rho * rho * s * s * s;
        yield powerCurvature * s + 2 * powerSlope * sSlope + power * sCurvature;
      }
    };
  }
}
