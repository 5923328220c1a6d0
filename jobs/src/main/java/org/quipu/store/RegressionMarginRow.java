package org.quipu.store;

import org.quipu.Provenance;
import org.quipu.survey.regression.EstimateKind;
import org.quipu.survey.regression.TermEstimate;

/**
 * One row of the {@code regression_margin} table: a mean prediction or a mean effect, in the
 * outcome's own units.
 *
 * @param kind {@code prediction} if everybody had the level, or {@code effect}: of a level against
 *     the reference, of a number the mean derivative
 * @param source of the data; empty where that is not known
 * @param missingInformation the share of the information on it that missing values took away; empty
 *     where no imputations were pooled
 */
public record RegressionMarginRow(
    EstimateKind kind,
    String term,
    String level,
    double estimate,
    double standardError,
    double ciLow,
    double ciHigh,
    double statistic,
    double df,
    double pValue,
    Provenance source,
    double missingInformation) {
  /** A margin as a row. */
  public static RegressionMarginRow of(EstimateKind kind, TermEstimate margin, Provenance source) {
    return new RegressionMarginRow(
        kind,
        margin.term(),
        margin.level(),
        margin.estimate(),
        margin.standardError(),
        margin.low(),
        margin.high(),
        margin.statistic(),
        margin.df(),
        margin.pValue(),
        source,
        margin.missingInformation());
  }
}
