package org.quipu.change;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.quipu.Provenance;
import org.quipu.math.Adjustment;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.TrendRow;

/** The rows of the table {@code trend}. */
public final class TrendTable {
  private static final int FEWEST_YEARS = 3;

  private TrendTable() {}

  /** The covariance, in squared points, of one domain's estimates in two years. */
  @FunctionalInterface
  public interface Between {
    double covariance(PrevalenceRow one, PrevalenceRow other);
  }

  /**
   * The trends of one indicator in the domains of a table, a family of tests; none of a domain of
   * which fewer than three years have a standard error.
   *
   * @param domains of each the rows of its years, in their order
   */
  public static List<TrendRow> rows(
      List<List<PrevalenceRow>> domains, Between between, Adjustment adjustment) {
    List<List<PrevalenceRow>> known =
        domains.stream()
            .map(rows -> rows.stream().filter(row -> row.standardError() > 0).toList())
            .filter(rows -> rows.size() >= FEWEST_YEARS)
            .toList();
    List<Trend> trends = known.stream().map(rows -> trend(rows, between)).toList();
    double[] adjusted =
        adjustment.adjust(trends.stream().mapToDouble(trend -> trend.slope().pValue()).toArray());
    List<TrendRow> table = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      PrevalenceRow any = known.get(i).get(0);
      String family =
          ChangeFamily.name(any.indicator(), any.by(), adjusted.length, adjustment) + ", trends";
      table.add(row(known.get(i), trends.get(i), adjusted[i], family));
    }

    return table;
  }

  private static Trend trend(List<PrevalenceRow> rows, Between between) {
    double[][] covariance = new double[rows.size()][rows.size()];
    for (int i = 0; i < covariance.length; i++) {
      covariance[i][i] = Level.of(rows.get(i)).variance();
      for (int j = 0; j < i; j++) {
        covariance[i][j] = between.covariance(rows.get(j), rows.get(i));
        covariance[j][i] = covariance[i][j];
      }
    }

    return Trend.of(
        rows.stream().mapToInt(PrevalenceRow::year).toArray(),
        rows.stream().mapToDouble(PrevalenceRow::percent).toArray(),
        covariance,
        rows.stream().mapToDouble(PrevalenceRow::df).sum());
  }

  private static TrendRow row(
      List<PrevalenceRow> rows, Trend trend, double pAdjusted, String family) {
    PrevalenceRow last = rows.get(rows.size() - 1);
    return new TrendRow(
        last.indicator(),
        last.by(),
        last.domain(),
        last.label(),
        rows.stream().map(row -> "" + row.year()).collect(Collectors.joining(";")),
        trend.slope().estimate(),
        trend.slope().standardError(),
        trend.slope().low(),
        trend.slope().high(),
        trend.slope().pValue(),
        trend.pLinearity(),
        pAdjusted,
        family,
        rows.stream().map(PrevalenceRow::source).reduce(Provenance::merge).orElseThrow());
  }
}
