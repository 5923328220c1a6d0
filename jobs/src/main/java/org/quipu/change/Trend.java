package org.quipu.change;

import java.util.Arrays;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.quipu.math.Distributions;
import org.quipu.math.TestedEstimate;

/**
 * A straight line through the levels of three or more years, by generalised least squares with the
 * known covariance of the levels (nothing else is estimated, so that standard errors are not scaled
 * by the fit). Linearity: the weighted squared distance of the levels from the line is chi-squared
 * with years − 2 degrees of freedom.
 *
 * @param slope points a year
 */
public record Trend(TestedEstimate slope, double linearityStatistic, double pLinearity) {

  /**
   * Fits the line.
   *
   * @param levels in percent
   * @param covariance of the levels, in squared points; positive definite
   * @param df of the slope's t; NaN for normal
   */
  public static Trend of(int[] years, double[] levels, double[][] covariance, double df) {
    int n = years.length;
    if (n < 3) {
      throw new IllegalArgumentException("a trend needs three years, not " + n);
    }

    double middle = Arrays.stream(years).average().orElseThrow();
    RealMatrix x = MatrixUtils.createRealMatrix(n, 2);
    for (int i = 0; i < n; i++) {
      x.setEntry(i, 0, 1);
      x.setEntry(i, 1, years[i] - middle);
    }

    DecompositionSolver v =
        new CholeskyDecomposition(MatrixUtils.createRealMatrix(covariance), 1e-9, 0).getSolver();
    RealVector y = MatrixUtils.createRealVector(levels);
    RealMatrix information = x.transpose().multiply(v.solve(x));
    RealMatrix ofLine = new LUDecomposition(information).getSolver().getInverse();
    RealVector line = ofLine.operate(x.transpose().operate(v.solve(y)));
    RealVector apart = y.subtract(x.operate(line));
    double distance = apart.dotProduct(v.solve(apart));
    return new Trend(
        TestedEstimate.of(line.getEntry(1), Math.sqrt(ofLine.getEntry(1, 1)), df, Level.CONFIDENCE),
        distance,
        Distributions.upperChiSquared(distance, n - 2));
  }
}
