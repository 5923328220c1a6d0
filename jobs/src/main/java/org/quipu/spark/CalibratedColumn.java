package org.quipu.spark;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.quipu.spark.Selection.Field;
import org.quipu.survey.Design;
import org.quipu.survey.calibration.CalibratedWeights;

/**
 * Calibrated weights as a column, for what takes weights as they are: its variances leave out what
 * the calibration explains, and are too large rather than too small.
 */
public final class CalibratedColumn implements UDF1<Row, Double> {
  private static final long serialVersionUID = 1L;

  private final Map<String, CalibratedWeights> found;
  private final double weightScale;
  private final Field group;
  private final Field weight;
  private final AuxiliaryFields fields;

  private CalibratedColumn(
      Map<String, CalibratedWeights> found, Selection selection, String group, Design design) {
    this.found = found;
    this.weightScale = design.weightScale();
    this.group = selection.text(group);
    this.weight = selection.number(design.weight());
    this.fields = new AuxiliaryFields(design.calibration(), selection);
  }

  /**
   * The calibrated weight of each row, in members of the population; null where the row has no
   * weight.
   *
   * @param group the column that splits the data into surveys of their own (the year)
   */
  public static Column of(Dataset<Row> data, String group, Design design) {
    Selection selection = new Selection();
    CalibratedColumn weights =
        new CalibratedColumn(CalibrationFeed.solve(data, group, design), selection, group, design);
    return functions.udf(weights, DataTypes.DoubleType).apply(selection.row(data));
  }

  @Override
  public Double call(Row row) {
    double weighs = weight.number(row);
    if (!(weighs > 0)) {
      return null;
    }

    CalibratedWeights calibration = found.get(DesignFields.id(group, row, "group"));
    return fields.weight(row, weighs, calibration) / weightScale;
  }
}
