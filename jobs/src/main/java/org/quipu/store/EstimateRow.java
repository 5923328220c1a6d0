package org.quipu.store;

import org.quipu.survey.Estimand;
import org.quipu.survey.Estimate;
import org.quipu.survey.Interval;
import org.quipu.survey.IntervalMethod;
import org.quipu.survey.Quantile;
import org.quipu.survey.Statistic;
import org.quipu.survey.Welfare;

/**
 * One row of the {@code estimate} table, in the outcome's own units: a proportion lies between 0
 * and 1.
 *
 * @param missingInformation the share of the information on it that missing values took away; empty
 *     where no imputations were pooled
 */
public record EstimateRow(
    String outcome,
    String by,
    String domain,
    Estimand statistic,
    double estimate,
    double standardError,
    double ciLow,
    double ciHigh,
    double cv,
    double deff,
    double df,
    long n,
    double weightedN,
    int psus,
    int strata,
    double missingInformation) {
  /**
   * An estimate as a row.
   *
   * @param wanted the method of the interval; where it does not apply to the statistic, Wald's
   */
  public static EstimateRow of(Estimate estimate, IntervalMethod wanted) {
    Statistic statistic = estimate.outcome().statistic();
    IntervalMethod method = wanted.appliesTo(statistic) ? wanted : IntervalMethod.WALD;
    return of(
        estimate,
        estimate.outcome().name(),
        Estimand.of(statistic),
        estimate.estimate(),
        estimate.standardError(),
        estimate.interval(method),
        estimate.deff());
  }

  /** A quantile of a column as a row. */
  public static EstimateRow of(String column, Quantile quantile) {
    return of(
        quantile.below(),
        column,
        Estimand.quantile(quantile.share()),
        quantile.value(),
        quantile.standardError(),
        quantile.interval(),
        Double.NaN);
  }

  /**
   * A measure of inequality or poverty as a row.
   *
   * @param wanted the method of the interval of the share of the poor; others have Wald's
   */
  public static EstimateRow of(Welfare measure, IntervalMethod wanted) {
    Estimand estimand = Estimand.of(measure.measure());
    Estimate domain = measure.domain();
    int df = wanted == IntervalMethod.INEI ? domain.sample().designDf() : domain.df();
    return of(
        domain,
        measure.column(),
        estimand,
        measure.value(),
        measure.standardError(),
        Interval.of(measure.value(), measure.standardError(), df, estimand, wanted),
        Double.NaN);
  }

  private static EstimateRow of(
      Estimate domain,
      String outcome,
      Estimand statistic,
      double estimate,
      double standardError,
      Interval interval,
      double deff) {
    return new EstimateRow(
        outcome,
        domain.table().name(),
        domain.domain(),
        statistic,
        estimate,
        standardError,
        interval.low(),
        interval.high(),
        100 * standardError / Math.abs(estimate),
        deff,
        domain.df(),
        domain.n(),
        domain.weightedN(),
        domain.psus(),
        domain.strata(),
        Double.NaN);
  }
}
