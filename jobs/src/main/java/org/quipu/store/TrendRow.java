package org.quipu.store;

import java.util.List;
import java.util.stream.Collectors;
import org.quipu.Provenance;
import org.quipu.change.LevelPair.Sampling;
import org.quipu.change.Trend;
import org.quipu.change.TrendFamily.DomainTrend;
import org.quipu.math.Adjustment;
import org.quipu.store.DomainFamily.Subject;
import org.quipu.survey.quality.Quality;
import org.quipu.survey.quality.QualityMark;

/**
 * One row of the {@code trend} table: slope in percentage points a year, over three or more years.
 *
 * @param years the years, joined by {@code ;}
 * @param pLinearity of the test that the years lie on a line
 * @param pAdjusted pValue after the correction for the family of slopes
 * @param family the slopes that were corrected together and how
 * @param quality of the years' estimates together, {@code independence_assumed} where the samples
 *     of some share clusters whose covariance is not known
 */
public record TrendRow(
    String indicator,
    String by,
    String domain,
    String label,
    String years,
    double slope,
    double standardError,
    double ciLow,
    double ciHigh,
    double pValue,
    double pLinearity,
    double pAdjusted,
    DomainFamily family,
    Provenance source,
    Quality quality)
    implements DomainTableRow {

  /**
   * The trend of a domain.
   *
   * @param years the estimates of the years through which the line goes, in order
   * @param tests in the trend's family
   */
  public static TrendRow of(
      List<PrevalenceRow> years,
      DomainTrend found,
      Sampling sampling,
      int tests,
      Adjustment correction) {
    PrevalenceRow last = years.get(years.size() - 1);
    Trend trend = found.trend();
    return new TrendRow(
        last.indicator(),
        last.by(),
        last.domain(),
        last.label(),
        years.stream().map(row -> String.valueOf(row.year())).collect(Collectors.joining(";")),
        trend.slope().estimate(),
        trend.slope().standardError(),
        trend.slope().low(),
        trend.slope().high(),
        trend.slope().pValue(),
        trend.pLinearity(),
        found.pAdjusted(),
        new DomainFamily(last.indicator(), last.by(), tests, correction, Subject.TRENDS),
        years.stream().map(PrevalenceRow::source).reduce(Provenance::merge).orElseThrow(),
        quality(years, sampling));
  }

  private static Quality quality(List<PrevalenceRow> years, Sampling sampling) {
    Quality quality =
        years.stream().map(PrevalenceRow::quality).reduce(Quality::merge).orElseThrow();
    return sampling == Sampling.INDEPENDENCE_ASSUMED
        ? quality.with(QualityMark.INDEPENDENCE_ASSUMED)
        : quality;
  }
}
