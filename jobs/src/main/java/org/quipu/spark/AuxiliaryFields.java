package org.quipu.spark;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Row;
import org.quipu.spark.Selection.Field;
import org.quipu.survey.calibration.CalibratedWeights;
import org.quipu.survey.calibration.Calibrations;

/** The columns of a calibration's auxiliary variables. */
final class AuxiliaryFields implements Serializable {
  private static final long serialVersionUID = 1L;

  final List<Field> texts;
  final List<Field> numbers;

  AuxiliaryFields(Calibrations calibration, Selection selection) {
    this.texts = calibration.texts().stream().map(selection::text).toList();
    this.numbers = calibration.numbers().stream().map(selection::number).toList();
  }

  /** Null where missing. */
  String[] texts(Row row) {
    return texts.stream().map(field -> field.text(row)).toArray(String[]::new);
  }

  /** NaN where missing. */
  double[] numbers(Row row) {
    return numbers.stream().mapToDouble(field -> field.number(row)).toArray();
  }

  /** The calibrated weight of a row that weighs so much. */
  double weight(Row row, double weighs, CalibratedWeights calibration) {
    int[] levels = new int[calibration.auxiliaries().factors()];
    double[] values = numbers(row);
    calibration.auxiliaries().place(texts(row), levels);
    calibration.standardize(values);
    return calibration.trimmed(calibration.calibrated(weighs, levels, values));
  }
}
