package org.quipu.math;

/**
 * A joint test that several coefficients are zero.
 *
 * @param statistic F, or the χ² itself where df2 is NaN
 */
public record FTest(double statistic, double df1, double df2, double pValue) {
  public static FTest of(double statistic, double df1, double df2) {
    double p =
        Double.isNaN(df2)
            ? Distributions.chiSquaredAbove(statistic, df1)
            : Distributions.fAbove(statistic, df1, df2);
    return new FTest(statistic, df1, df2, p);
  }
}
