package org.quipu.store;

import org.quipu.Provenance;
import org.quipu.YearRange;
import org.quipu.change.AverageFamily.AverageChange;
import org.quipu.change.ChangeVerdict;
import org.quipu.math.TestedEstimate;
import org.quipu.survey.quality.Quality;

/**
 * One row of the {@code average_change} table: the change of a domain's average from a first period
 * to a later one, which may have years in common. Change, standard error and interval are in
 * percentage points.
 *
 * @param firstFromYear first year of the first period
 * @param firstToYear last year of the first period
 * @param df degrees of freedom of the t: those of the samples of the years that do not cancel out,
 *     clusters of several years counted once
 * @param pAdjusted p after the correction for the family of tests
 * @param covariance of the two averages, in squared points
 * @param family the tests that were corrected together and how
 */
public record AverageChangeRow(
    String indicator,
    String by,
    String domain,
    String label,
    int firstFromYear,
    int firstToYear,
    int fromYear,
    int toYear,
    double percentFrom,
    double percentTo,
    double change,
    double standardError,
    double ciLow,
    double ciHigh,
    double statistic,
    double df,
    double pValue,
    double pAdjusted,
    ChangeVerdict verdict,
    double covariance,
    DomainFamily family,
    Quality quality,
    Provenance source)
    implements DomainTableRow {

  /**
   * The change between two averages.
   *
   * @param from the row of the first average
   * @param to that of the later one
   * @param quality of the estimates of the years of both periods together
   */
  public static AverageChangeRow of(
      AverageRow from, AverageRow to, AverageChange found, Quality quality, DomainFamily family) {
    TestedEstimate points = found.points();
    return new AverageChangeRow(
        to.indicator(),
        to.by(),
        to.domain(),
        to.label(),
        from.fromYear(),
        from.toYear(),
        to.fromYear(),
        to.toYear(),
        from.percent(),
        to.percent(),
        points.estimate(),
        points.standardError(),
        points.low(),
        points.high(),
        points.statistic(),
        points.df(),
        points.pValue(),
        found.pAdjusted(),
        found.verdict(),
        found.covariance(),
        family,
        quality,
        from.source().merge(to.source()));
  }

  /** The later period. */
  public YearRange period() {
    return new YearRange(fromYear, toYear);
  }
}
