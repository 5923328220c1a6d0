package org.quipu.math;

/**
 * A coefficient with its test of being zero.
 *
 * @param df degrees of freedom of the t; NaN for a z
 */
public record Coefficient(
    String term,
    double estimate,
    double standardError,
    double low,
    double high,
    double statistic,
    double df,
    double pValue) {

  public static Coefficient of(
      String term, double estimate, double standardError, double df, double level) {
    double half = Distributions.critical(level, df) * standardError;
    double statistic = estimate / standardError;
    return new Coefficient(
        term,
        estimate,
        standardError,
        estimate - half,
        estimate + half,
        statistic,
        df,
        Distributions.twoSided(statistic, df));
  }
}
