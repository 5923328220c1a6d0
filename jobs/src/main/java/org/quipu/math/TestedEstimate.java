package org.quipu.math;

/**
 * An estimate or coefficient with its standard error, confidence interval and two-sided test of
 * being zero.
 *
 * @param estimate in its own units, as are the standard error and the interval
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param statistic estimate over standard error: t, or z where {@code df} is NaN
 * @param df degrees of freedom of the t; NaN for the normal distribution
 * @param pValue two-sided
 */
public record TestedEstimate(
    double estimate,
    double standardError,
    double low,
    double high,
    double statistic,
    double df,
    double pValue) {

  /** Stands for what could not be estimated: all NaN. */
  public static final TestedEstimate NONE = untested(Double.NaN);

  /**
   * An estimate with its interval and test. A standard error that is NaN or not above 0 gives the
   * estimate alone.
   *
   * @param df degrees of freedom; NaN for the normal distribution
   * @param level of confidence of the interval, 0 to 1
   */
  public static TestedEstimate of(double estimate, double standardError, double df, double level) {
    if (!(standardError > 0) || Double.isNaN(estimate)) {
      return untested(estimate);
    }

    double statistic = estimate / standardError;
    double half = Distributions.critical(level, df) * standardError;
    return new TestedEstimate(
        estimate,
        standardError,
        estimate - half,
        estimate + half,
        statistic,
        df,
        Distributions.twoSided(statistic, df));
  }

  private static TestedEstimate untested(double estimate) {
    double none = Double.NaN;
    return new TestedEstimate(estimate, none, none, none, none, none, none);
  }

  /** The same estimate with the p-value of another test. */
  public TestedEstimate withPValue(double other) {
    return new TestedEstimate(estimate, standardError, low, high, statistic, df, other);
  }

  public boolean isTested() {
    return !Double.isNaN(pValue);
  }
}
