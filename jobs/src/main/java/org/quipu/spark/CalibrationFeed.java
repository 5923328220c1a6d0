package org.quipu.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.quipu.spark.Selection.Field;
import org.quipu.survey.Design;
import org.quipu.survey.SampledClusters;
import org.quipu.survey.calibration.CalibratedWeights;
import org.quipu.survey.calibration.DistinctRows;

/** Gathers the rows of one partition that a calibration is solved from, by group. */
final class CalibrationFeed
    implements FlatMapFunction<Iterator<Row>, Map<String, CalibrationFeed.Gathered>> {
  private static final long serialVersionUID = 1L;

  private final Design design;
  private final Field group;
  private final DesignFields its;
  private final List<Field> replicates;
  private final AuxiliaryFields fields;

  /**
   * The rows of a group.
   *
   * @param clusters that were sampled, where replicates are made of them
   */
  record Gathered(DistinctRows rows, SampledClusters clusters) implements Serializable {}

  private CalibrationFeed(Selection selection, String group, Design design) {
    this.design = design;
    this.group = group == null ? Selection.NONE : selection.text(group);
    // Columns that are not needed are not read.
    Design needed =
        design.replication() == null ? Design.simple().weights(design.weight()) : design;
    this.its = new DesignFields(needed, selection);
    this.replicates = design.replicates().columns().stream().map(selection::number).toList();
    this.fields = new AuxiliaryFields(design.calibration(), selection);
  }

  /**
   * The calibrated weights of each group: a pass over the columns of the calibration alone, and
   * those that replicates are made of.
   *
   * @param group the column of groups; null for a table that is one group, under null
   */
  static Map<String, CalibratedWeights> solve(Dataset<Row> data, String group, Design design) {
    Selection selection = new Selection();
    CalibrationFeed feed = new CalibrationFeed(selection, group, design);
    Map<String, Gathered> all = new HashMap<>();
    for (Map<String, Gathered> part : selection.of(data).javaRDD().mapPartitions(feed).collect()) {
      part.forEach(
          (name, gathered) -> {
            Gathered own = feed.of(all, name);
            own.rows.merge(gathered.rows);
            own.clusters.merge(gathered.clusters);
          });
    }

    boolean clustered = design.replication() != null;
    Map<String, CalibratedWeights> solved = new HashMap<>();
    all.forEach(
        (name, gathered) ->
            solved.put(name, gathered.rows.solve(clustered ? gathered.clusters : null)));
    return solved;
  }

  private Gathered of(Map<String, Gathered> all, String name) {
    return all.computeIfAbsent(
        name,
        key ->
            new Gathered(
                new DistinctRows(design.calibration().of(key), design), new SampledClusters()));
  }

  @Override
  public Iterator<Map<String, Gathered>> call(Iterator<Row> iterator) {
    boolean clustered = design.replication() != null;
    Map<String, Gathered> all = new HashMap<>();
    double[] replicateWeights = new double[replicates.size()];
    while (iterator.hasNext()) {
      Row row = iterator.next();
      Gathered own = of(all, group.isPresent() ? DesignFields.id(group, row, "group") : null);
      Arrays.setAll(replicateWeights, r -> replicates.get(r).number(row));
      String stratum = clustered ? its.stratum(row) : "";
      String cluster = clustered ? its.cluster(row) : "";
      own.rows.add(
          fields.texts(row),
          fields.numbers(row),
          its.weight(row),
          replicateWeights,
          stratum,
          cluster);
      if (clustered) {
        double fpc = its.fpc.isPresent() ? its.fpc.number(row) : Double.NaN;
        own.clusters.add(stratum, cluster, fpc);
      }
    }

    return List.of(all).iterator();
  }
}
