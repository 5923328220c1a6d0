package org.quipu.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.quipu.UserException;

class LinearAlgebraTest {
  private static final double[][] A = {
    {3.8038, 0.8089, -3.5267, 0.7387},
    {0.8089, 1.8926, -3.1349, 1.0113},
    {-3.5267, -3.1349, 8.9551, -1.8024},
    {0.7387, 1.0113, -1.8024, 1.9061}
  };

  // R: solve(A), determinant(A)$modulus
  @Test
  void choleskyInverse() {
    Cholesky factor = Cholesky.of(A);
    assertThat(factor.inverse()[0])
        .containsExactly(
            new double[] {
              0.4656958798053076, 0.2873445709352827, 0.2679843937580478, -0.07952680325771297
            },
            within(1e-14));
    assertThat(factor.inverse()[2][1]).isCloseTo(0.593710626982558, within(1e-14));
    assertThat(factor.logDeterminant()).isCloseTo(3.03576805844248, within(1e-13));
  }

  @Test
  void choleskySolution() {
    double[] x = {1, -2, 0.5, 3};
    double[] b = new double[4];
    for (int i = 0; i < 4; i++) {
      b[i] = Vectors.dot(A[i], x);
    }

    assertThat(Cholesky.of(A).solve(b)).containsExactly(x, within(1e-13));
    assertThat(Vectors.quadratic(A, x)).isCloseTo(Vectors.dot(x, b), within(1e-13));
  }

  @Test
  void choleskyOfAnIndefiniteMatrix() {
    assertThatThrownBy(() -> Cholesky.of(new double[][] {{1, 2}, {2, 1}}))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("matrix of order 2 is not positive definite");
  }

  // R: lm(y ~ x, weights = 1 / (v + t2)); W <- diag(1 / (v + t2)); X <- cbind(1, x)
  // P <- W - W %*% X %*% solve(t(X) %*% W %*% X) %*% t(X) %*% W, and its traces
  @Test
  void weightedLeastSquares() {
    double[] y = {2.1, 3.9, 6.2, 7.8, 10.3};
    double[][] x = {{1, 1}, {1, 2}, {1, 3}, {1, 4}, {1, 5.5}};
    double[] v = {0.1, 0.2, 0.15, 0.3, 0.25};
    WeightedLeastSquares fit = new WeightedLeastSquares(y, x, v, 0.05);
    assertThat(fit.coefficients())
        .containsExactly(new double[] {0.3279312842802424, 1.851826554900135}, within(1e-13));
    assertThat(fit.covariance()[0])
        .containsExactly(new double[] {0.1862154610369453, -0.05166097485253033}, within(1e-14));
    assertThat(fit.residualSum()).isCloseTo(0.7759908930973848, within(1e-13));
    assertThat(fit.squaredResidualSum()).isCloseTo(3.603702885128023, within(1e-12));
    assertThat(fit.traceP()).isCloseTo(12.48887509055158, within(1e-12));
    assertThat(fit.tracePP()).isCloseTo(54.16786842537849, within(1e-11));
    assertThat(fit.traceW()).isCloseTo(21.85714285714286, within(1e-12));
    assertThat(fit.traceWW()).isCloseTo(104.718820861678, within(1e-11));
    assertThat(fit.logDeterminant()).isCloseTo(7.047827732150039, within(1e-13));
    assertThat(fit.sumOfLogVariances()).isCloseTo(-7.146647187264486, within(1e-13));
  }

  @Test
  void thinQr() {
    RealMatrix x =
        MatrixUtils.createRealMatrix(new double[][] {{1, 2017}, {1, 2018}, {1, 2019}, {1, 2022}});
    ThinQr qr = ThinQr.of(x, List.of("intercept", "year"));
    RealMatrix product = qr.q().transpose().multiply(qr.q());
    assertThat(product.subtract(MatrixUtils.createRealIdentityMatrix(2)).getNorm())
        .isLessThan(1e-14);
    assertThat(x.multiply(qr.inverseR()).subtract(qr.q()).getNorm()).isLessThan(1e-9);
  }

  @Test
  void thinQrOfACollinearColumn() {
    RealMatrix x =
        MatrixUtils.createRealMatrix(new double[][] {{1, 2, 3}, {1, 2, 4}, {1, 2, 8}, {1, 2, 9}});
    assertThatThrownBy(() -> ThinQr.of(x, List.of("intercept", "coverage", "year")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'coverage'")
        .hasMessageContaining("leave it out");
  }

  /** Whatever the number of rows: four are made at a time, and those that are left one by one. */
  @Test
  void productsWithManyRowsAreThoseWithEach() {
    SplittableRandom random = new SplittableRandom(7);
    double[][] rows = new double[7][101];
    for (double[] row : rows) {
      Arrays.setAll(row, i -> random.nextGaussian());
    }

    for (int count = 0; count <= rows.length; count++) {
      double[] expected =
          Arrays.stream(rows).limit(count).mapToDouble(row -> Vectors.dot(rows[0], row)).toArray();
      assertThat(Vectors.dots(rows[0], rows, count)).containsExactly(expected);
    }
  }
}
