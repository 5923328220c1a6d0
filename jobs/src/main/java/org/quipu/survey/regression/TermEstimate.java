package org.quipu.survey.regression;

import org.quipu.math.Distributions;

/**
 * What is estimated of a term of a regression: a coefficient, the mean prediction at a level, or a
 * mean effect.
 *
 * @param term as the formula has it, {@code (Intercept)}; of margins a column
 * @param level of the term's factors; empty where it has none
 * @param df degrees of freedom of its t statistic
 * @param missingInformation the share of the information on it that missing values took away; NaN
 *     where no imputations were pooled
 */
public record TermEstimate(
    String term,
    String level,
    double estimate,
    double standardError,
    double df,
    double missingInformation) {
  /** An estimate of data that were not imputed. */
  TermEstimate(String term, String level, double estimate, double standardError, double df) {
    this(term, level, estimate, standardError, df, Double.NaN);
  }

  /** Its distance from 0 in standard errors. */
  public double statistic() {
    return estimate / standardError;
  }

  /** Of Student's t, two-sided; NaN without degrees of freedom. */
  public double pValue() {
    return Distributions.twoSided(statistic(), df);
  }

  /** The lower end of its 95 % interval. */
  public double low() {
    return estimate - Distributions.critical(0.95, df) * standardError;
  }

  /** The upper end of its 95 % interval. */
  public double high() {
    return estimate + Distributions.critical(0.95, df) * standardError;
  }
}
