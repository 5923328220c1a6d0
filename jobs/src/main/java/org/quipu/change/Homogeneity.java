package org.quipu.change;

import java.util.Optional;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealVector;
import org.quipu.math.WaldTest;

/**
 * The Wald test that several changes are equal: with V their covariance, the weighted squared
 * distance from their common mean, (d − m)' V⁻¹ (d − m), is chi-squared with one degree of freedom
 * fewer than there are changes. The same as testing all differences from one of them.
 */
final class Homogeneity {
  private Homogeneity() {}

  /**
   * Tests that these changes are equal.
   *
   * @param changes two or more
   * @param covariance of the changes
   * @return empty where the covariance is not positive definite
   */
  static Optional<WaldTest> test(double[] changes, double[][] covariance) {
    int k = changes.length;
    if (k < 2) {
      throw new IllegalArgumentException("nothing to compare with one change");
    }

    DecompositionSolver solver;
    try {
      solver =
          new CholeskyDecomposition(MatrixUtils.createRealMatrix(covariance), 1e-9, 0).getSolver();
    } catch (NonPositiveDefiniteMatrixException e) {
      return Optional.empty();
    }

    RealVector d = MatrixUtils.createRealVector(changes);
    RealVector ones = MatrixUtils.createRealVector(new double[k]).mapAdd(1);
    RealVector weights = solver.solve(ones);
    double mean = weights.dotProduct(d) / weights.dotProduct(ones);
    RealVector apart = d.mapSubtract(mean);
    return Optional.of(WaldTest.chiSquared(apart.dotProduct(solver.solve(apart)), k - 1));
  }
}
