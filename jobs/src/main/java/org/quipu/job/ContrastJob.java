package org.quipu.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quipu.Provenance;
import org.quipu.math.WaldTest;
import org.quipu.store.CsvTables;
import org.quipu.store.EstimateContrastCovarianceRow;
import org.quipu.store.EstimateContrastRow;
import org.quipu.store.Table;
import org.quipu.survey.contrast.ContrastEstimate;
import org.quipu.survey.contrast.Contrasts;
import org.quipu.survey.contrast.Expression;

/** Contrasts of estimates that are known with their covariances. */
public final class ContrastJob {
  private ContrastJob() {}

  /**
   * What was found.
   *
   * @param joint Wald's test that all contrasts are 0
   */
  public record Result(
      List<EstimateContrastRow> rows,
      List<EstimateContrastCovarianceRow> covariances,
      WaldTest joint) {
    /** Where the contrasts come from, the furthest from microdata; null where none is known. */
    public Provenance source() {
      return KnownEstimates.Origin.merged(rows.stream().map(EstimateContrastRow::source).toList());
    }

    /** Writes the tables {@code contrast} and {@code contrast_covariance} as CSV. */
    public List<Path> export(Path out) {
      return List.of(
          CsvTables.export(Table.CONTRAST, rows, Map.of(), out),
          CsvTables.export(Table.CONTRAST_COVARIANCE, covariances, Map.of(), out));
    }
  }

  /** Evaluates expressions, each of another name. */
  public static Result of(KnownEstimates estimates, List<Expression> expressions) {
    Contrasts contrasts = Contrasts.of(expressions, estimates.estimates());
    List<EstimateContrastRow> rows = new ArrayList<>();
    List<EstimateContrastCovarianceRow> covariances = new ArrayList<>();
    List<ContrastEstimate> found = contrasts.contrasts();
    for (int i = 0; i < found.size(); i++) {
      Expression expression = expressions.get(i);
      KnownEstimates.Origin origin = estimates.origin().apply(expression.names());
      rows.add(
          EstimateContrastRow.of(
              found.get(i), expression.formula(), origin.quality(), origin.source()));
      for (int j = i; j < found.size(); j++) {
        covariances.add(
            new EstimateContrastCovarianceRow(
                found.get(i).name(), found.get(j).name(), contrasts.covariance().get(i).get(j)));
      }
    }

    return new Result(List.copyOf(rows), List.copyOf(covariances), contrasts.joint());
  }
}
