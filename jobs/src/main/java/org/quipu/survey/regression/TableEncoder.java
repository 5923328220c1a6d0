package org.quipu.survey.regression;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.quipu.survey.AuxiliaryColumns;
import org.quipu.survey.CodeIndex;
import org.quipu.survey.Design;
import org.quipu.survey.SurveyTable;

/** Encodes the rows of a table in memory. */
public final class TableEncoder {
  private final SurveyTable table;
  private final ModelInput input;

  private TableEncoder(SurveyTable table, ModelInput input) {
    this.table = table;
    this.input = input;
  }

  /** The encoded rows of a table; a column with a value that is no number is one of texts. */
  public static EncodedRows encode(SurveyTable table, ModelInput input) {
    return EncodedRows.inMemory(new TableEncoder(table, input).chunks());
  }

  /** The columns of a regression in a table: those with a value that is no number are factors. */
  public static ModelInput input(SurveyTable table, RegressionSpec spec) {
    Set<String> texts = new HashSet<>();
    for (String column : spec.asStored()) {
      if (!table.holdsNumbers(column)) {
        texts.add(column);
      }
    }

    return calibrated(table, ModelInput.of(spec, texts));
  }

  /** The input with the calibrated weights of the table, where the design asks for them. */
  public static ModelInput calibrated(SurveyTable table, ModelInput input) {
    Design design = input.spec().design();
    return design.calibration() == null
        ? input
        : input.calibrated(AuxiliaryColumns.solve(table, null, design).get(null));
  }

  private List<RowChunk> chunks() {
    RegressionSpec spec = input.spec();
    Design design = spec.design();
    double[] weights = design.weight() == null ? null : table.numbers(design.weight());
    double[] fpc = design.fpc().isEmpty() ? null : table.numbers(design.fpc().get(0));
    double[] unitFpc = design.fpc().size() < 2 ? null : table.numbers(design.fpc().get(1));
    double[] outcomes = table.numbers(spec.formula().response().column());
    double[][] offsets = numbers(spec.formula().offsets().stream().map(Quantity::column).toList());
    double[] offset = new double[offsets.length];
    double[][] numbers = numbers(input.numbers());
    double[][] replicates = numbers(design.replicates().columns());
    double[] replicateWeights = new double[replicates.length];
    List<CodeIndex> index = Stream.generate(CodeIndex::new).limit(input.factors().size()).toList();
    int[] codes = new int[index.size()];
    double[] values = new double[numbers.length];
    AuxiliaryColumns auxiliaries =
        design.calibration() == null ? null : new AuxiliaryColumns(table, design.calibration());
    List<RowChunk> chunks = new ArrayList<>();
    ChunkBuilder chunk = new ChunkBuilder(input, index);
    for (int row = 0; row < table.rows(); row++) {
      if (chunk.room() == 0) {
        chunks.add(chunk.build());
        chunk = new ChunkBuilder(input, index);
      }

      for (int i = 0; i < codes.length; i++) {
        codes[i] = index.get(i).number(table.text(input.factors().get(i), row));
      }

      for (int i = 0; i < values.length; i++) {
        values[i] = numbers[i][row];
      }

      for (int i = 0; i < offset.length; i++) {
        offset[i] = offsets[i][row];
      }

      for (int r = 0; r < replicates.length; r++) {
        replicateWeights[r] = replicates[r][row];
      }

      chunk.replicates(replicateWeights);
      if (auxiliaries != null) {
        auxiliaries.read(row);
        chunk.auxiliaries(auxiliaries.texts(), auxiliaries.numbers());
      }

      chunk.at(
          new RowPlace(
              design.stratum() == null ? "" : table.id(design.stratum(), row),
              design.clusters().isEmpty() ? "" : table.id(design.clusters().get(0), row),
              unitFpc == null ? "" : table.id(design.clusters().get(1), row),
              fpc == null ? Double.NaN : fpc[row],
              unitFpc == null ? Double.NaN : unitFpc[row]));
      chunk.add(
          weights == null ? 1 : weights[row],
          table.isIn(spec.domain(), row),
          outcomes[row],
          offset,
          codes,
          values);
    }

    chunks.add(chunk.build());
    return chunks;
  }

  private double[][] numbers(List<String> columns) {
    return columns.stream().map(table::numbers).toArray(double[][]::new);
  }
}
