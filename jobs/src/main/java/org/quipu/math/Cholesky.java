package org.quipu.math;

/** Cholesky factor, inverse and determinant of a small positive definite matrix. */
public final class Cholesky {
  private Cholesky() {}

  /** The lower triangle L of A = L·L'. */
  public static double[][] factor(double[][] a) {
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

    return lower;
  }

  /** (L·L')⁻¹. */
  public static double[][] inverse(double[][] lower) {
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

  /** log |L·L'|. */
  public static double logDeterminant(double[][] lower) {
    double sum = 0;
    for (int i = 0; i < lower.length; i++) {
      sum += 2 * Math.log(lower[i][i]);
    }

    return sum;
  }
}
