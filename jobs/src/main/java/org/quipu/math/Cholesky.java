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
    double[][] lower = new double[a.length][a.length];
    if (factor(a, 0, lower) < a.length) {
      throw new ArithmeticException("matrix of order " + a.length + " is not positive definite");
    }

    return new Cholesky(lower);
  }

  /**
   * The first column of which those before it leave no more than a share; n where there is none.
   *
   * @param a n × n, of which only the lower triangle is read
   * @param share of the diagonal's element
   */
  public static int dependent(double[][] a, double share) {
    return factor(a, share, new double[a.length][a.length]);
  }

  /** Fills in L up to the first column with no more left, and returns that column; n without. */
  /**
   * How many columns are linearly independent.
   *
   * @param a symmetric: the products of each two columns
   * @param share of its square that the columns before it must leave of a column for it to count
   */
  public static int rank(double[][] a, double share) {
    int n = a.length;
    int[] kept = new int[n];
    double[][] lower = new double[n][n];
    int rank = 0;
    for (int i = 0; i < n; i++) {
      double[] row = new double[rank + 1];
      double left = a[i][i];
      for (int j = 0; j < rank; j++) {
        double sum = a[i][kept[j]];
        for (int k = 0; k < j; k++) {
          sum -= row[k] * lower[j][k];
        }

        row[j] = sum / lower[j][j];
        left -= row[j] * row[j];
      }

      if (left > share * a[i][i]) {
        row[rank] = Math.sqrt(left);
        lower[rank] = row;
        kept[rank++] = i;
      }
    }

    return rank;
  }

  private static int factor(double[][] a, double share, double[][] lower) {
    int n = a.length;
    for (int i = 0; i < n; i++) {
      double least = share > 0 ? share * a[i][i] : 0;
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int l = 0; l < j; l++) {
          sum -= lower[i][l] * lower[j][l];
        }
        if (i == j) {
          if (!(sum > least)) {
            return i;
          }
          lower[i][i] = Math.sqrt(sum);
        } else {
          lower[i][j] = sum / lower[j][j];
        }
      }
    }

    return n;
  }

  /** L, n × n, zero above the diagonal. */
  public double[][] lower() {
    return lower;
  }

  /** The solution x of A·x = b. */
  public double[] solve(double[] b) {
    int n = lower.length;
    double[] x = b.clone();
    for (int i = 0; i < n; i++) {
      for (int l = 0; l < i; l++) {
        x[i] -= lower[i][l] * x[l];
      }
      x[i] /= lower[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      x[i] /= lower[i][i];
      for (int l = 0; l < i; l++) {
        x[l] -= lower[i][l] * x[i];
      }
    }

    return x;
  }

  /** A⁻¹, n × n. */
  public double[][] inverse() {
    // The inner loops run along rows, which matters where n is hundreds.
    int n = lower.length;
    double[][] half = new double[n][n];
    for (int i = 0; i < n; i++) {
      half[i][i] = 1 / lower[i][i];
      for (int l = 0; l < i; l++) {
        for (int j = 0; j <= l; j++) {
          half[i][j] -= lower[i][l] * half[l][j];
        }
      }
      for (int j = 0; j < i; j++) {
        half[i][j] /= lower[i][i];
      }
    }
    double[][] inverse = new double[n][n];
    for (int l = 0; l < n; l++) {
      for (int i = 0; i <= l; i++) {
        for (int j = 0; j <= l; j++) {
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
