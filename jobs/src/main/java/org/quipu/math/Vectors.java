package org.quipu.math;

/** Products of vectors and of small matrices. */
public final class Vectors {
  private Vectors() {}

  /** a'b of two vectors of the same length. */
  public static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }

    return sum;
  }

  /**
   * a'b of a vector and each of the first rows of a matrix, to the last bit as {@link #dot} has
   * them. Four rows at a time, whose sums do not wait for one another.
   */
  public static double[] dots(double[] a, double[][] rows, int count) {
    double[] sums = new double[count];
    int j = 0;
    for (; j + 4 <= count; j += 4) {
      double[] first = rows[j];
      double[] second = rows[j + 1];
      double[] third = rows[j + 2];
      double[] fourth = rows[j + 3];
      double sum1 = 0;
      double sum2 = 0;
      double sum3 = 0;
      double sum4 = 0;
      for (int i = 0; i < a.length; i++) {
        sum1 += a[i] * first[i];
        sum2 += a[i] * second[i];
        sum3 += a[i] * third[i];
        sum4 += a[i] * fourth[i];
      }
      sums[j] = sum1;
      sums[j + 1] = sum2;
      sums[j + 2] = sum3;
      sums[j + 3] = sum4;
    }
    for (; j < count; j++) {
      sums[j] = dot(a, rows[j]);
    }

    return sums;
  }

  /** A·B of two n × n matrices. */
  public static double[][] product(double[][] a, double[][] b) {
    int n = a.length;
    double[][] product = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int l = 0; l < n; l++) {
        for (int j = 0; j < n; j++) {
          product[i][j] += a[i][l] * b[l][j];
        }
      }
    }

    return product;
  }

  /** x'Mx of an n × n matrix and a vector of n. */
  public static double quadratic(double[][] m, double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * dot(m[i], x);
    }

    return sum;
  }
}
