package org.quipu.store;

import java.util.List;
import java.util.stream.Collectors;
import org.quipu.Provenance;
import org.quipu.change.Trend;
import org.quipu.change.TrendFamily.DomainTrend;
import org.quipu.math.Adjustment;

/**
 * One row of the {@code trend} table: slope in percentage points a year, over three or more years.
 *
 * @param years the years, joined by {@code ;}
 * @param pLinearity of the test that the years lie on a line
 * @param pAdjusted pValue after the correction for the family of slopes
 * @param family the slopes that were corrected together and how
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
    String family,
    Provenance source)
    implements DomainTableRow {

  /**
   * The trend of a domain.
   *
   * @param years the estimates of the years through which the line goes, in order
   * @param tests in the trend's family
   */
  public static TrendRow of(
      List<PrevalenceRow> years, DomainTrend found, int tests, Adjustment correction) {
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
        TestFamily.name(last.indicator(), last.by(), tests, correction) + ", trends",
        years.stream().map(PrevalenceRow::source).reduce(Provenance::merge).orElseThrow());
  }
}
