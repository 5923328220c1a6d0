package org.quipu.survey.regression;

import org.quipu.math.Cholesky;
import org.quipu.math.Vectors;
import org.quipu.math.WaldTest;

/**
 * Tests that all coefficients of a term are 0.
 *
 * @param wald on the covariance of the design (R: {@code regTermTest} with {@code method =
 *     "Wald"}); none where there are fewer degrees of freedom than coefficients
 * @param raoScott on the covariance that a simple random sample would have, with Rao and Scott's
 *     correction of the second order (R: {@code method = "WorkingWald", lrt.approximation =
 *     "satterthwaite"}; Rao and Scott 1984, Annals of Statistics 12)
 */
public record TermTest(String term, WaldTest wald, WaldTest raoScott) {
  /**
   * Tests coefficients.
   *
   * @param b the q coefficients
   * @param v their covariance
   * @param simple their covariance in a simple random sample, up to a factor
   * @param df of the design
   */
  static TermTest of(String term, double[] b, double[][] v, double[][] simple, double df) {
    int q = b.length;
    return new TermTest(term, wald(b, v, q, df), raoScott(b, v, simple, df));
  }

  /** The same with another test in Wald's place. */
  TermTest withWald(WaldTest other) {
    return new TermTest(term, other, raoScott);
  }

  private static WaldTest wald(double[] b, double[][] v, int q, double df) {
    try {
      double f = Vectors.dot(b, Cholesky.of(v).solve(b)) / q;
      return df >= q ? WaldTest.f(f, q, df) : WaldTest.none(q);
    } catch (ArithmeticException e) {
      // Fewer clusters than coefficients.
      return WaldTest.none(q);
    }
  }

  private static WaldTest raoScott(double[] b, double[][] v, double[][] simple, double df) {
    Cholesky cholesky = Cholesky.of(simple);
    double trace = 0;
    double squares = 0;
    double[][] effects = new double[b.length][];
    for (int j = 0; j < b.length; j++) {
      effects[j] = cholesky.solve(v[j]);
    }

    for (int i = 0; i < b.length; i++) {
      trace += effects[i][i];
      for (int j = 0; j < b.length; j++) {
        squares += effects[i][j] * effects[j][i];
      }
    }

    double f = Vectors.dot(b, cholesky.solve(b)) / trace;
    return WaldTest.f(f, trace * trace / squares, df);
  }
}
