package org.quipu.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.quipu.Provenance;
import org.quipu.job.KnownEstimates.Origin;
import org.quipu.store.CsvTables;
import org.quipu.store.RegressionCovarianceRow;
import org.quipu.store.RegressionMarginRow;
import org.quipu.store.RegressionRow;
import org.quipu.store.RegressionTestRow;
import org.quipu.store.Table;
import org.quipu.store.TableRows;
import org.quipu.survey.contrast.NamedEstimates;
import org.quipu.survey.quality.Quality;
import org.quipu.survey.regression.EstimateKind;
import org.quipu.survey.regression.Family;
import org.quipu.survey.regression.RegressionFit;

/**
 * The tables of a regression.
 *
 * @param margins empty where they were not asked for
 */
public record RegressionTables(
    List<RegressionRow> coefficients,
    List<RegressionTestRow> tests,
    List<RegressionMarginRow> margins,
    List<RegressionCovarianceRow> covariances) {
  static RegressionTables of(RegressionFit fit, Family family, Provenance source) {
    List<RegressionMarginRow> margins = new ArrayList<>();
    List<RegressionCovarianceRow> covariances =
        new ArrayList<>(
            RegressionCovarianceRow.of(
                EstimateKind.COEFFICIENT, fit.coefficients(), fit.covariance(), source));
    fit.margins()
        .ifPresent(
            all -> {
              all.predictions().stream()
                  .map(each -> RegressionMarginRow.of(EstimateKind.PREDICTION, each, source))
                  .forEach(margins::add);
              all.effects().stream()
                  .map(each -> RegressionMarginRow.of(EstimateKind.EFFECT, each, source))
                  .forEach(margins::add);
              covariances.addAll(
                  RegressionCovarianceRow.of(
                      EstimateKind.PREDICTION,
                      all.predictions(),
                      all.predictionCovariance(),
                      source));
              covariances.addAll(
                  RegressionCovarianceRow.of(
                      EstimateKind.EFFECT, all.effects(), all.effectCovariance(), source));
            });
    return new RegressionTables(
        fit.coefficients().stream()
            .map(
                each ->
                    RegressionRow.of(
                        each, family, source, fit.references().getOrDefault(each.term(), "")))
            .toList(),
        fit.tests().stream().map(each -> RegressionTestRow.of(each, source)).toList(),
        List.copyOf(margins),
        List.copyOf(covariances));
  }

  /**
   * What a coefficient is called where coefficients are told by their names: {@code term}, or
   * {@code term=level}.
   */
  static String name(String term, String level) {
    return level.isEmpty() ? term : term + "=" + level;
  }

  /** The coefficients with their covariances; each has the fewest degrees of freedom of any. */
  public KnownEstimates known() {
    int count = coefficients.size();
    double[][] covariance = new double[count][count];
    Iterator<RegressionCovarianceRow> next = covariances.iterator();
    for (int i = 0; i < count; i++) {
      for (int j = i; j < count; j++) {
        covariance[i][j] = next.next().covariance();
        covariance[j][i] = covariance[i][j];
      }
    }

    double[] df = new double[count];
    Arrays.fill(df, coefficients.stream().mapToDouble(RegressionRow::df).min().orElseThrow());
    Origin origin = new Origin(Quality.NONE, coefficients.get(0).source());
    return new KnownEstimates(
        new NamedEstimates(
            coefficients.stream().map(row -> name(row.term(), row.level())).toList(),
            coefficients.stream().mapToDouble(RegressionRow::estimate).toArray(),
            covariance,
            df),
        some -> origin);
  }

  /** Each table with its rows. */
  List<TableRows<?>> all() {
    return List.of(
        new TableRows<>(Table.REGRESSION, coefficients),
        new TableRows<>(Table.REGRESSION_TEST, tests),
        new TableRows<>(Table.REGRESSION_MARGIN, margins),
        new TableRows<>(Table.REGRESSION_COVARIANCE, covariances));
  }

  /** Writes the tables that have rows as CSV and returns the files. */
  public List<Path> export(Path out) {
    return all().stream()
        .filter(table -> !table.rows().isEmpty())
        .map(table -> export(table, out))
        .toList();
  }

  private static <R extends Record> Path export(TableRows<R> table, Path out) {
    return CsvTables.export(table.table(), table.rows(), Map.of(), out);
  }
}
