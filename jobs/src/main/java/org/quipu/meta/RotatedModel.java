package org.quipu.meta;

import java.util.stream.IntStream;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.quipu.math.ThinQr;
import org.quipu.math.WeightedLeastSquares;

/**
 * A meta-regression in coordinates where it is cheap and well conditioned. The rows are rotated by
 * the eigenvectors of the sampling covariance, which leaves τ²·I unchanged and makes V diagonal;
 * the columns of the design are orthonormal.
 */
final class RotatedModel {
  private final double[] y;
  private final double[][] q;
  private final double[] v;
  private final RealMatrix inverseR;

  private RotatedModel(double[] y, double[][] q, double[] v, RealMatrix inverseR) {
    this.y = y;
    this.q = q;
    this.v = v;
    this.inverseR = inverseR;
  }

  static RotatedModel of(Effects effects) {
    RealVector values = effects.values();
    RealMatrix design = effects.design();
    double[] variances =
        IntStream.range(0, effects.size()).mapToDouble(effects::variance).toArray();
    if (!effects.independent()) {
      EigenDecomposition eigen = new EigenDecomposition(effects.covariance());
      variances = eigen.getRealEigenvalues();
      values = eigen.getVT().operate(values);
      design = eigen.getVT().multiply(design);
    }

    ThinQr columns = ThinQr.of(design, effects.terms());
    return new RotatedModel(values.toArray(), columns.q().getData(), variances, columns.inverseR());
  }

  /** The same with its rows of the design in another order. */
  RotatedModel permuted(int[] order) {
    double[][] rows = new double[q.length][];
    for (int i = 0; i < q.length; i++) {
      rows[i] = q[order[i]];
    }

    return new RotatedModel(y, rows, v, inverseR);
  }

  /** The same with the estimates multiplied by these signs. */
  RotatedModel flipped(int[] signs) {
    double[] flipped = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      flipped[i] = signs[i] * y[i];
    }

    return new RotatedModel(flipped, q, v, inverseR);
  }

  int k() {
    return y.length;
  }

  int p() {
    return q[0].length;
  }

  double meanVariance() {
    return IntStream.range(0, v.length).mapToDouble(i -> v[i]).average().orElseThrow();
  }

  /** Hedges's (1983) moment estimator of τ² from ordinary least squares; the starting value. */
  double hedges() {
    double[] b = new double[p()];
    for (int i = 0; i < k(); i++) {
      for (int j = 0; j < p(); j++) {
        b[j] += q[i][j] * y[i];
      }
    }
    double squares = 0;
    double expected = 0;
    for (int i = 0; i < k(); i++) {
      double fitted = 0;
      double leverage = 0;
      for (int j = 0; j < p(); j++) {
        fitted += q[i][j] * b[j];
        leverage += q[i][j] * q[i][j];
      }
      squares += (y[i] - fitted) * (y[i] - fitted);
      expected += v[i] * (1 - leverage);
    }

    return Math.max(0, (squares - expected) / (k() - p()));
  }

  /** Weighted least squares with weights 1 / (v + τ²). */
  WeightedLeastSquares at(double tau2) {
    return new WeightedLeastSquares(y, q, v, tau2);
  }

  /** The coefficients of the design's own columns. */
  double[] coefficients(WeightedLeastSquares solution) {
    return inverseR.operate(solution.coefficients());
  }

  /** Their covariance with the variances taken as known, (X'WX)⁻¹. */
  RealMatrix covariance(WeightedLeastSquares solution) {
    RealMatrix onQ = MatrixUtils.createRealMatrix(solution.covariance());
    return inverseR.multiply(onQ).multiply(inverseR.transpose());
  }
}
