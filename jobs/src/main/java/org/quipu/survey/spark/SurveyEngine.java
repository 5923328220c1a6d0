package org.quipu.survey.spark;

import static org.apache.spark.sql.functions.hash;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.quipu.survey.Design;
import org.quipu.survey.DomainTable;
import org.quipu.survey.Estimates;
import org.quipu.survey.Layout;
import org.quipu.survey.Outcome;
import org.quipu.survey.Statistic;
import org.quipu.survey.SurveySums;
import org.quipu.survey.SurveySums.Retain;

/**
 * Estimates from a Spark table in one pass. Data sorted by stratum are read where they lie; others
 * are exchanged by stratum first. Either way the results are the same to the last bit, for any
 * number of partitions and any order of rows.
 */
public final class SurveyEngine {
  private SurveyEngine() {}

  /**
   * Estimates every outcome in every domain of the tables. Keeps the cluster totals, so that any
   * two estimates have their covariance.
   *
   * @param group the column that splits the data into surveys of their own (the year), or null
   */
  public static Estimates estimate(
      Dataset<Row> data,
      String group,
      Design design,
      List<Outcome> outcomes,
      List<DomainTable> tables) {
    return estimate(data, group, design, outcomes, tables, Retain.CLUSTERS);
  }

  /** The same, keeping what {@code retain} says: memory is flat with {@link Retain#NOTHING}. */
  public static Estimates estimate(
      Dataset<Row> data,
      String group,
      Design design,
      List<Outcome> outcomes,
      List<DomainTable> tables,
      Retain retain) {
    Layout layout =
        Layout.of(outcomes, tables, bits(data, outcomes))
            .replicates(design.replicates().columns().size());
    RowFeed feed = new RowFeed(layout, design, group, retain);
    Dataset<Row> rows = data.select(columns(layout, design, group));
    SurveySums sums = sums(rows, feed);
    if (sums == null) {
      Column[] keys =
          Stream.of(RowFeed.GROUP, RowFeed.STRATUM)
              .map(org.apache.spark.sql.functions::col)
              .toArray(Column[]::new);
      sums = sums(rows.repartition(hash(keys)).sortWithinPartitions(keys), feed);
    }

    if (sums == null) {
      throw new IllegalStateException("rows of a stratum lie apart after their exchange");
    }

    return sums.estimates();
  }

  /** The merged sums of all partitions; null where rows of a stratum lie apart. */
  private static SurveySums sums(Dataset<Row> rows, RowFeed feed) {
    JavaRDD<SurveySums> parts = rows.javaRDD().mapPartitions(feed);
    SurveySums sums = feed.start();
    for (SurveySums part : parts.collect()) {
      if (part == null || !sums.merge(part)) {
        return null;
      }
    }

    return sums;
  }

  private static Set<String> bits(Dataset<Row> data, List<Outcome> outcomes) {
    return outcomes.stream()
        .filter(
            outcome ->
                outcome.statistic() == Statistic.PROPORTION
                    || data.schema().apply(outcome.numerator()).dataType() == DataTypes.BooleanType)
        .map(Outcome::numerator)
        .collect(Collectors.toSet());
  }

  private static Column[] columns(Layout layout, Design design, String group) {
    return Stream.of(
            Stream.of(text(group, RowFeed.GROUP), text(design.stratum(), RowFeed.STRATUM)),
            design.clusters().stream().map(name -> text(name, "c_" + name)),
            Stream.of(number(design.weight())),
            design.fpc().stream().map(SurveyEngine::number),
            layout.dimensions().stream().map(name -> text(name, "d_" + name)),
            layout.outcomes().stream()
                .filter(outcome -> layout.isBit(layout.outcomes().indexOf(outcome)))
                .map(outcome -> number(outcome.numerator())),
            layout.numbers().stream().map(SurveyEngine::number),
            design.replicates().columns().stream().map(SurveyEngine::number))
        .flatMap(columns -> columns)
        .toArray(Column[]::new);
  }

  private static Column text(String name, String as) {
    Column column = name == null ? org.apache.spark.sql.functions.lit("") : SparkColumns.of(name);
    return column.cast(DataTypes.StringType).as(as);
  }

  private static Column number(String name) {
    Column column = name == null ? org.apache.spark.sql.functions.lit(1) : SparkColumns.of(name);
    return column.cast(DataTypes.DoubleType);
  }
}
