package org.quipu.store;

import org.quipu.Provenance;
import org.quipu.survey.regression.Family;
import org.quipu.survey.regression.TermEstimate;

/**
 * One row of the {@code regression} table: a coefficient on the scale of the linear predictor, with
 * its 95 % interval and its t statistic.
 *
 * @param term of the formula
 * @param level of the term's factors, against their reference; empty where it has none
 * @param df of the design, less the coefficients but the intercept
 * @param ratio the exponential of the estimate: a ratio of odds, means or hazards; empty where the
 *     family has none
 * @param source of the data; empty where that is not known
 * @param reference the level that those of a factor are compared with; empty where the term is no
 *     single factor
 * @param missingInformation the share of the information on it that missing values took away; empty
 *     where no imputations were pooled
 */
public record RegressionRow(
    String term,
    String level,
    double estimate,
    double standardError,
    double ciLow,
    double ciHigh,
    double statistic,
    double df,
    double pValue,
    double ratio,
    double ratioLow,
    double ratioHigh,
    Provenance source,
    String reference,
    double missingInformation) {
  /**
   * A coefficient as a row.
   *
   * @param reference of its term; empty where it has none
   */
  public static RegressionRow of(
      TermEstimate coefficient, Family family, Provenance source, String reference) {
    boolean ratios = family.hasRatios();
    return new RegressionRow(
        coefficient.term(),
        coefficient.level(),
        coefficient.estimate(),
        coefficient.standardError(),
        coefficient.low(),
        coefficient.high(),
        coefficient.statistic(),
        coefficient.df(),
        coefficient.pValue(),
        ratios ? StrictMath.exp(coefficient.estimate()) : Double.NaN,
        ratios ? StrictMath.exp(coefficient.low()) : Double.NaN,
        ratios ? StrictMath.exp(coefficient.high()) : Double.NaN,
        source,
        reference,
        coefficient.missingInformation());
  }
}
