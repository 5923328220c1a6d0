package org.quipu.store;

import org.quipu.Provenance;
import org.quipu.survey.contrast.ContrastEstimate;
import org.quipu.survey.quality.Quality;

/**
 * One row of the {@code contrast} table: a function of several estimates, with its 95 % interval
 * and the t test that it is 0.
 *
 * @param standardError by the delta method
 * @param expression by which it is computed
 * @param quality of the estimates in it together; empty where none is known
 * @param source of the estimates in it; empty where that is not known
 */
public record EstimateContrastRow(
    String name,
    double estimate,
    double standardError,
    double ciLow,
    double ciHigh,
    double statistic,
    double df,
    double pValue,
    String expression,
    Quality quality,
    Provenance source) {
  /** A contrast as a row. */
  public static EstimateContrastRow of(
      ContrastEstimate contrast, String expression, Quality quality, Provenance source) {
    return new EstimateContrastRow(
        contrast.name(),
        contrast.estimate(),
        contrast.standardError(),
        contrast.low(),
        contrast.high(),
        contrast.statistic(),
        contrast.df(),
        contrast.pValue(),
        expression,
        quality,
        source);
  }
}
