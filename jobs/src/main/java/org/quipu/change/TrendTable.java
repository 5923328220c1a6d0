package org.quipu.change;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
   * The trend of one indicator in one domain; empty where fewer than three years have a standard
   * error.
   *
   * @param rows a row a year, in the order of the years
   */
  public static Optional<TrendRow> row(List<PrevalenceRow> rows, Between between) {
    List<PrevalenceRow> known = rows.stream().filter(row -> row.standardError() > 0).toList();
    if (known.size() < FEWEST_YEARS) {
      return Optional.empty();
    }

    double[][] covariance = new double[known.size()][known.size()];
    for (int i = 0; i < covariance.length; i++) {
      covariance[i][i] = Level.of(known.get(i)).variance();
      for (int j = 0; j < i; j++) {
        covariance[i][j] = between.covariance(known.get(j), known.get(i));
        covariance[j][i] = covariance[i][j];
      }
    }

    Trend trend =
        Trend.of(
            known.stream().mapToInt(PrevalenceRow::year).toArray(),
            known.stream().mapToDouble(PrevalenceRow::percent).toArray(),
            covariance,
            known.stream().mapToDouble(PrevalenceRow::df).sum());
    PrevalenceRow last = known.get(known.size() - 1);
    return Optional.of(
        new TrendRow(
            last.indicator(),
            last.by(),
            last.domain(),
            last.label(),
            known.stream().map(row -> "" + row.year()).collect(Collectors.joining(";")),
            trend.slope().estimate(),
            trend.slope().standardError(),
            trend.slope().low(),
            trend.slope().high(),
            trend.slope().pValue(),
            trend.pLinearity()));
  }
}
