package org.quipu.math;

/** Products of vectors. */
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

  /** x'Mx of an n × n matrix and a vector of n. */
  public static double quadratic(double[][] m, double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * dot(m[i], x);
    }

    return sum;
  }
}
