package org.quipu.change;

import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.quipu.math.Distributions;

/**
 * The Wald test that several changes are equal: with V their covariance, the weighted squared
 * distance from their common mean, (d − m)' V⁻¹ (d − m), is chi-squared with one degree of freedom
 * fewer than there are changes. The same as testing all differences from one of them.
 */
public record HomogeneityTest(double statistic, int df, double pValue, int domains) {

  /**
   * Tests that these changes are equal.
   *
   * @param changes two or more
   * @param covariance of the changes; positive definite
   */
  public static HomogeneityTest of(double[] changes, double[][] covariance) {
    int k = changes.length;
    if (k < 2) {
      throw new IllegalArgumentException("nothing to compare with one change");
    }

    RealMatrix v = MatrixUtils.createRealMatrix(covariance);
    DecompositionSolver solver = new CholeskyDecomposition(v, 1e-9, 0).getSolver();
    RealVector d = MatrixUtils.createRealVector(changes);
    RealVector ones = MatrixUtils.createRealVector(new double[k]).mapAdd(1);
    RealVector weights = solver.solve(ones);
    double mean = weights.dotProduct(d) / weights.dotProduct(ones);
    RealVector apart = d.mapSubtract(mean);
    double statistic = apart.dotProduct(solver.solve(apart));
    double p = Distributions.upperChiSquared(statistic, k - 1);
    return new HomogeneityTest(statistic, k - 1, p, k);
  }
}
