package org.quipu.endes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.quipu.endes.PooledSample.YearCluster;
import org.quipu.smallarea.ClusterCount;

/** Counts by cluster and place of the women of several years, pooled to one sample. */
final class WomenClusters {
  private static final String URBAN = "1";
  static final String DISTRICT = "district";

  private static final List<String> KEY =
      List.of(
          "year",
          "stratum",
          "cluster",
          Dimensions.REGION,
          Dimensions.PROVINCE,
          DISTRICT,
          Dimensions.RESIDENCE);

  /** Columns that are made of an indicator. */
  private static final int COUNTS = 5;

  private static final Comparator<ClusterCount> ORDER =
      Comparator.comparing(ClusterCount::stratum)
          .thenComparing(ClusterCount::cluster)
          .thenComparing(ClusterCount::province)
          .thenComparing(ClusterCount::district)
          .thenComparing(ClusterCount::region)
          .thenComparing(ClusterCount::urban);

  private final List<String> indicators;

  WomenClusters(List<String> indicators) {
    this.indicators = indicators;
  }

  /** The counts, in the order of indicators, strata, clusters and places. */
  List<ClusterCount> of(Dataset<Row> women) {
    List<Column> counts = indicators.stream().flatMap(WomenClusters::counts).toList();
    List<Row> rows =
        women
            .groupBy(KEY.stream().map(functions::col).toArray(Column[]::new))
            .agg(counts.get(0), counts.subList(1, counts.size()).toArray(Column[]::new))
            .collectAsList();
    PooledSample sample = PooledSample.of(rows.stream().map(WomenClusters::cluster).toList());
    List<ClusterCount> all = new ArrayList<>();
    for (int i = 0; i < indicators.size(); i++) {
      // Weights are whole numbers: their sums do not depend on the order.
      Map<ClusterCount, ClusterCount> pooled = new LinkedHashMap<>();
      for (Row row : rows) {
        ClusterCount count = count(sample, row, i);
        pooled.merge(place(count), count, WomenClusters::added);
      }
      pooled.values().stream().sorted(ORDER).forEach(all::add);
    }

    return all;
  }

  private static Stream<Column> counts(String indicator) {
    Column answer = functions.col(indicator);
    Column weight = functions.col("weight");
    Column asked = answer.isNotNull();
    return Stream.of(
        functions.sum(functions.when(asked, 1).otherwise(0)),
        functions.sum(functions.when(answer, 1).otherwise(0)),
        functions.sum(functions.when(asked, weight).otherwise(0.0)),
        functions.sum(functions.when(answer, weight).otherwise(0.0)),
        functions.sum(functions.when(asked, weight.multiply(weight)).otherwise(0.0)));
  }

  private static YearCluster cluster(Row row) {
    return new YearCluster(row.getInt(0), row.getInt(1), row.getInt(2));
  }

  private ClusterCount count(PooledSample sample, Row row, int indicator) {
    YearCluster cluster = cluster(row);
    int at = KEY.size() + COUNTS * indicator;
    return new ClusterCount(
        sample.stratumUnit(cluster),
        sample.clusterUnit(cluster),
        text(row, 3),
        text(row, 4),
        text(row, 5),
        URBAN.equals(text(row, 6)),
        indicators.get(indicator),
        (int) row.getLong(at),
        (int) row.getLong(at + 1),
        row.getDouble(at + 2),
        row.getDouble(at + 3),
        row.getDouble(at + 4));
  }

  private static ClusterCount added(ClusterCount one, ClusterCount other) {
    return counted(
        one,
        one.women() + other.women(),
        one.cases() + other.cases(),
        one.weights() + other.weights(),
        one.weightedCases() + other.weightedCases(),
        one.squaredWeights() + other.squaredWeights());
  }

  private static String text(Row row, int column) {
    return row.isNullAt(column) ? "" : row.getString(column);
  }

  /** Where a count is from, without what was counted. */
  private static ClusterCount place(ClusterCount count) {
    return counted(count, 0, 0, 0, 0, 0);
  }

  private static ClusterCount counted(
      ClusterCount from,
      int women,
      int cases,
      double weights,
      double weightedCases,
      double squaredWeights) {
    return new ClusterCount(
        from.stratum(),
        from.cluster(),
        from.region(),
        from.province(),
        from.district(),
        from.urban(),
        from.indicator(),
        women,
        cases,
        weights,
        weightedCases,
        squaredWeights);
  }
}
