package org.quipu.math;

/**
 * The Cholesky factorization A = L·L' of a small symmetric positive definite matrix, with its
 * inverse and determinant (Golub and Van Loan, Matrix Computations, section 4.2).
 */
public final class Cholesky {
  private final double[][] lower;

  private Cholesky(double[][] lower) {
    this.lower = lower;
  }

  /**
   * Factors a matrix.
   *
   * @param a n × n, of which only the lower triangle is read
   * @throws ArithmeticException if the matrix is not positive definite
   */
  public static Cholesky of(double[][] a) {
    int n = a.length;
    double[][] lower = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int l = 0; l < j; l++) {
          sum -= lower[i][l] * lower[j][l];
        }
        if (i == j) {
          if (!(sum > 0)) {
            throw new ArithmeticException("matrix of order " + n + " is not positive definite");
          }
          lower[i][i] = Math.sqrt(sum);
        } else {
          lower[i][j] = sum / lower[j][j];
        }
      }
    }

    return new Cholesky(lower);
  }

  /** L, n × n, zero above the diagonal. */
  public double[][] lower() {
    return lower;
  }

  /** A⁻¹, n × n. */
  public double[][] inverse() {
    int n = lower.length;
    double[][] half = new double[n][n];
    for (int i = 0; i < n; i++) {
      half[i][i] = 1 / lower[i][i];
      for (int j = 0; j < i; j++) {
        double sum = 0;
        for (int l = j; l < i; l++) {
          sum -= lower[i][l] * half[l][j];
        }
        half[i][j] = sum / lower[i][i];
      }
    }
    double[][] inverse = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int l = Math.max(i, j); l < n; l++) {
          inverse[i][j] += half[l][i] * half[l][j];
        }
      }
    }

    return inverse;
  }

  /** log |A|. */
  public double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < lower.length; i++) {
      sum += 2 * Math.log(lower[i][i]);
    }

    return sum;
  }
}
