package org.quipu.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quipu.math.WaldTest;
import org.quipu.store.CsvTables;
import org.quipu.store.EstimateContrastCovarianceRow;
import org.quipu.store.EstimateContrastRow;
import org.quipu.store.Table;
import org.quipu.survey.contrast.ContrastEstimate;
import org.quipu.survey.contrast.Contrasts;
import org.quipu.survey.contrast.Expression;
import org.quipu.survey.contrast.NamedEstimates;

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
    /** Writes the tables {@code contrast} and {@code contrast_covariance} as CSV. */
    public List<Path> export(Path out) {
      return List.of(
          CsvTables.export(Table.CONTRAST, rows, Map.of(), out),
          CsvTables.export(Table.CONTRAST_COVARIANCE, covariances, Map.of(), out));
    }
  }

  /** Evaluates expressions, each of another name. */
  public static Result of(NamedEstimates estimates, List<Expression> expressions) {
    Contrasts contrasts = Contrasts.of(expressions, estimates);
    List<EstimateContrastRow> rows = new ArrayList<>();
    List<EstimateContrastCovarianceRow> covariances = new ArrayList<>();
    List<ContrastEstimate> found = contrasts.contrasts();
    for (int i = 0; i < found.size(); i++) {
      rows.add(EstimateContrastRow.of(found.get(i), expressions.get(i).formula()));
      for (int j = i; j < found.size(); j++) {
        covariances.add(
            new EstimateContrastCovarianceRow(
                found.get(i).name(), found.get(j).name(), contrasts.covariance().get(i).get(j)));
      }
    }

    return new Result(List.copyOf(rows), List.copyOf(covariances), contrasts.joint());
  }
}
