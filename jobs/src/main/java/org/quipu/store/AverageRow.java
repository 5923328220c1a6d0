package org.quipu.store;

import org.quipu.Provenance;
import org.quipu.YearRange;
import org.quipu.math.TestedEstimate;
import org.quipu.survey.quality.Quality;

/**
 * One row of the {@code average} table: the mean of a domain's yearly levels over a period, with
 * its standard error and interval in percentage points.
 *
 * @param fromYear first year of the period
 * @param toYear last year of the period
 * @param ciLow of the t-interval at 95 %
 * @param df degrees of freedom of the t: those of the samples of all years, clusters of several
 *     years counted once
 * @param quality of the years' estimates together, {@code independence_assumed} where the samples
 *     of some share clusters whose covariance is not known
 */
public record AverageRow(
    String indicator,
    String by,
    String domain,
    String label,
    int fromYear,
    int toYear,
    double percent,
    double standardError,
    double ciLow,
    double ciHigh,
    double df,
    Quality quality,
    Provenance source)
    implements DomainTableRow {

  /**
   * The average of a domain.
   *
   * @param any the domain's estimate in one of the years
   */
  public static AverageRow of(
      PrevalenceRow any,
      YearRange period,
      TestedEstimate average,
      Quality quality,
      Provenance source) {
    return new AverageRow(
        any.indicator(),
        any.by(),
        any.domain(),
        any.label(),
        period.from(),
        period.to(),
        average.estimate(),
        average.standardError(),
        average.low(),
        average.high(),
        average.df(),
        quality,
        source);
  }
}
