package org.quipu.survey;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quipu.survey.calibration.CalibratedWeights;
import org.quipu.survey.calibration.Calibrations;
import org.quipu.survey.calibration.DistinctRows;

/** The auxiliary variables of a calibration in a table in memory, read row by row. */
public final class AuxiliaryColumns {
  private final SurveyTable table;
  private final List<String> textColumns;
  private final double[][] numberColumns;
  private final String[] texts;
  private final double[] numbers;

  /** The columns of a calibration in a table. */
  public AuxiliaryColumns(SurveyTable table, Calibrations calibration) {
    this.table = table;
    this.textColumns = calibration.texts();
    this.numberColumns =
        calibration.numbers().stream().map(table::numbers).toArray(double[][]::new);
    this.texts = new String[textColumns.size()];
    this.numbers = new double[numberColumns.length];
  }

  /** Reads a row. */
  public void read(int row) {
    Arrays.setAll(texts, i -> table.text(textColumns.get(i), row));
    Arrays.setAll(numbers, i -> numberColumns[i][row]);
  }

  /** Texts of the row that was read, null where missing; the same array for each row. */
  public String[] texts() {
    return texts;
  }

  /** Numbers of the row that was read, NaN where missing; the same array for each row. */
  public double[] numbers() {
    return numbers;
  }

  /**
   * The calibrated weights of each group of a table.
   *
   * @param group the column of groups; null for a table that is one group, under null
   */
  public static Map<String, CalibratedWeights> solve(
      SurveyTable table, String group, Design design) {
    AuxiliaryColumns columns = new AuxiliaryColumns(table, design.calibration());
    double[] weights = sampled(table, design);
    double[][] replicates =
        design.replicates().columns().stream().map(table::numbers).toArray(double[][]::new);
    double[] replicateWeights = new double[replicates.length];
    boolean clustered = design.replication() != null;
    double[] fpc = clustered && !design.fpc().isEmpty() ? table.numbers(design.fpc().get(0)) : null;
    Map<String, DistinctRows> rows = new HashMap<>();
    Map<String, SampledClusters> clusters = new HashMap<>();
    for (int row = 0; row < table.rows(); row++) {
      columns.read(row);
      String name = group == null ? null : table.id(group, row);
      String stratum = clustered && design.stratum() != null ? table.id(design.stratum(), row) : "";
      String cluster = clustered ? table.id(design.clusters().get(0), row) : "";
      int at = row;
      Arrays.setAll(replicateWeights, r -> replicates[r][at]);
      rows.computeIfAbsent(name, key -> new DistinctRows(design.calibration().of(key), design))
          .add(columns.texts, columns.numbers, weights[row], replicateWeights, stratum, cluster);
      if (clustered) {
        clusters
            .computeIfAbsent(name, key -> new SampledClusters())
            .add(stratum, cluster, fpc == null ? Double.NaN : fpc[row]);
      }
    }

    Map<String, CalibratedWeights> solved = new HashMap<>();
    rows.forEach((name, own) -> solved.put(name, own.solve(clusters.get(name))));
    return solved;
  }

  /** The weights of the sample; 1 where the design has none. */
  static double[] sampled(SurveyTable table, Design design) {
    if (design.weight() != null) {
      return table.numbers(design.weight());
    }

    double[] ones = new double[table.rows()];
    Arrays.fill(ones, 1);
    return ones;
  }

  /**
   * The weights that estimates use, each in members of the population: calibrated where the design
   * says so.
   */
  static double[] weights(SurveyTable table, Design design) {
    double[] weights =
        design.calibration() == null ? sampled(table, design) : calibrated(table, design);
    return Arrays.stream(weights).map(weight -> weight / design.weightScale()).toArray();
  }

  private static double[] calibrated(SurveyTable table, Design design) {
    double[] weights = sampled(table, design);

    CalibratedWeights found = solve(table, null, design).get(null);
    AuxiliaryColumns columns = new AuxiliaryColumns(table, design.calibration());
    int[] levels = new int[found.auxiliaries().factors()];
    double[] calibrated = new double[weights.length];
    for (int row = 0; row < weights.length; row++) {
      if (weights[row] > 0) {
        double[] values = columns.place(row, found, levels);
        found.standardize(values);
        calibrated[row] = found.trimmed(found.calibrated(weights[row], levels, values));
      }
    }

    return calibrated;
  }

  /**
   * Finds the places of a row's levels; returns its numbers.
   *
   * @param levels filled in
   */
  double[] place(int row, CalibratedWeights found, int[] levels) {
    read(row);
    found.auxiliaries().place(texts, levels);
    return numbers.clone();
  }
}
