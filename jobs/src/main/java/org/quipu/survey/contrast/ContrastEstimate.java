package org.quipu.survey.contrast;

import org.quipu.math.Distributions;

/**
 * A function of estimates.
 *
 * @param df degrees of freedom of its t statistic
 */
public record ContrastEstimate(String name, double estimate, double standardError, double df) {
  /** Its distance from 0 in standard errors; NaN of what does not vary. */
  public double statistic() {
    return standardError > 0 ? estimate / standardError : Double.NaN;
  }

  /** Of Student's t, two-sided; NaN of what does not vary. */
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
