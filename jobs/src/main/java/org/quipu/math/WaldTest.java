package org.quipu.math;

/**
 * A Wald test that several coefficients or contrasts are zero together.
 *
 * @param statistic F, or χ² itself where {@code df2} is NaN
 * @param df1 how many are tested
 * @param df2 denominator degrees of freedom of F; NaN for χ²
 * @param pValue upper tail
 */
public record WaldTest(double statistic, double df1, double df2, double pValue) {
  /** A test on F with df1 and df2 degrees of freedom; without a p-value where df2 is 0 or fewer. */
  public static WaldTest f(double f, double df1, double df2) {
    return new WaldTest(f, df1, df2, Distributions.upperF(f, df1, df2));
  }

  /** A test on χ² with df degrees of freedom. */
  public static WaldTest chiSquared(double q, double df) {
    return new WaldTest(q, df, Double.NaN, Distributions.upperChiSquared(q, df));
  }

  /** Stands for a test of df1 coefficients that cannot be made. */
  public static WaldTest none(double df1) {
    return new WaldTest(Double.NaN, df1, Double.NaN, Double.NaN);
  }
}
