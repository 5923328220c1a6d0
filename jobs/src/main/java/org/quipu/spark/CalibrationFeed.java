package org.quipu.spark;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.quipu.spark.Selection.Field;
import org.quipu.survey.Design;
import org.quipu.survey.calibration.CalibratedWeights;
import org.quipu.survey.calibration.Calibrations;
import org.quipu.survey.calibration.DistinctRows;

/** Gathers the distinct rows of one partition that a calibration is solved from, by group. */
final class CalibrationFeed implements FlatMapFunction<Iterator<Row>, Map<String, DistinctRows>> {
  private static final long serialVersionUID = 1L;

  private final Calibrations calibration;
  private final double weightScale;
  private final Field group;
  private final Field weight;
  private final AuxiliaryFields fields;

  private CalibrationFeed(Selection selection, String group, Design design) {
    this.calibration = design.calibration();
    this.weightScale = design.weightScale();
    this.group = group == null ? Selection.NONE : selection.text(group);
    this.weight = design.weight() == null ? Selection.NONE : selection.number(design.weight());
    this.fields = new AuxiliaryFields(calibration, selection);
  }

  /**
   * The calibrated weights of each group: a pass over the columns of the calibration alone.
   *
   * @param group the column of groups; null for a table that is one group, under null
   */
  static Map<String, CalibratedWeights> solve(Dataset<Row> data, String group, Design design) {
    Selection selection = new Selection();
    CalibrationFeed feed = new CalibrationFeed(selection, group, design);
    Map<String, DistinctRows> all = new HashMap<>();
    for (Map<String, DistinctRows> part :
        selection.of(data).javaRDD().mapPartitions(feed).collect()) {
      part.forEach((name, rows) -> feed.rows(all, name).merge(rows));
    }

    Map<String, CalibratedWeights> solved = new HashMap<>();
    all.forEach((name, rows) -> solved.put(name, rows.solve()));
    return solved;
  }

  private DistinctRows rows(Map<String, DistinctRows> all, String name) {
    return all.computeIfAbsent(name, key -> new DistinctRows(calibration.of(name), weightScale));
  }

  @Override
  public Iterator<Map<String, DistinctRows>> call(Iterator<Row> iterator) {
    Map<String, DistinctRows> all = new HashMap<>();
    while (iterator.hasNext()) {
      Row row = iterator.next();
      String name = group.isPresent() ? DesignFields.id(group, row, "group") : null;
      double weighs = weight.isPresent() ? weight.number(row) : 1;
      rows(all, name).add(fields.texts(row), fields.numbers(row), weighs);
    }

    return List.of(all).iterator();
  }
}
