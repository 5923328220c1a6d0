package org.quipu.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.quipu.survey.Design;
import org.quipu.survey.DomainTable;
import org.quipu.survey.Estimates;
import org.quipu.survey.Outcome;
import org.quipu.survey.Retain;
import org.quipu.survey.Statistic;
import org.quipu.survey.kernel.EstimationPlan;
import org.quipu.survey.kernel.SurveyAccumulator;

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
    EstimationPlan layout =
        EstimationPlan.of(outcomes, tables, bits(data, outcomes))
            .replicates(design.replicates().columns().size());
    layout = withOffsets(layout, data);
    SurveyAccumulator sums = scanned(data, layout, design, group, retain);
    if (sums == null) {
      sums = exchanged(data, layout, design, group, retain);
    }

    return sums.estimates();
  }

  /**
   * The layout that knows the range of its numbers, where there are any: a pass over them alone.
   */
  private static EstimationPlan withOffsets(EstimationPlan layout, Dataset<Row> data) {
    int count = layout.numbers().size();
    if (count == 0) {
      return layout;
    }

    Column[] ranges =
        layout.numbers().stream()
            .map(SurveyEngine::number)
            .map(column -> functions.when(functions.isnan(column), null).otherwise(column))
            .flatMap(column -> Stream.of(min(column), max(column)))
            .toArray(Column[]::new);
    Row row = data.select(ranges).head();
    double[] low = new double[count];
    double[] high = new double[count];
    for (int i = 0; i < count; i++) {
      low[i] = row.isNullAt(2 * i) ? 0 : row.getDouble(2 * i);
      high[i] = row.isNullAt(2 * i) ? 0 : row.getDouble(2 * i + 1);
    }

    return layout.offset(low, high);
  }

  /** The sums of data read where they lie; null where rows of a stratum lie apart. */
  private static SurveyAccumulator scanned(
      Dataset<Row> data, EstimationPlan layout, Design design, String group, Retain retain) {
    SurveyAccumulator start = new SurveyAccumulator(layout, design, retain);
    Column[] names = names(data, layout, design, group);
    if (design.fpc().size() < 2 && design.replicates().columns().isEmpty()) {
      Optional<BatchScan> scan = BatchScan.of(data.select(names));
      if (scan.isPresent()) {
        StructType schema = scan.get().schema();
        BatchFeed feed = new BatchFeed(layout, design, group, retain, schema);
        return merged(start, scan.get().batches().mapPartitions(feed));
      }
    }

    Dataset<Row> rows = data.select(columns(layout, design, group));
    return merged(start, rows.javaRDD().mapPartitions(new RowFeed(layout, design, group, retain)));
  }

  /** The sums of data that are brought together by stratum first. */
  private static SurveyAccumulator exchanged(
      Dataset<Row> data, EstimationPlan layout, Design design, String group, Retain retain) {
    Column[] keys = {col(RowFeed.GROUP), col(RowFeed.STRATUM)};
    Dataset<Row> rows =
        data.select(columns(layout, design, group))
            .repartition(hash(keys))
            .sortWithinPartitions(keys);
    SurveyAccumulator sums =
        merged(
            new SurveyAccumulator(layout, design, retain),
            rows.javaRDD().mapPartitions(new RowFeed(layout, design, group, retain)));
    if (sums == null) {
      throw new IllegalStateException("rows of a stratum lie apart after their exchange");
    }

    return sums;
  }

  private static SurveyAccumulator merged(
      SurveyAccumulator sums, JavaRDD<SurveyAccumulator> parts) {
    for (SurveyAccumulator part : parts.collect()) {
      if (part == null || !sums.merge(part)) {
        return null;
      }
    }

    return sums;
  }

  /** The columns that the design and the layout name, in the data's own order: a mere scan. */
  private static Column[] names(
      Dataset<Row> data, EstimationPlan layout, Design design, String group) {
    Set<String> needed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    Stream.of(group, design.stratum(), design.weight())
        .filter(Objects::nonNull)
        .forEach(needed::add);
    needed.addAll(design.clusters());
    needed.addAll(design.fpc());
    needed.addAll(layout.dimensions());
    needed.addAll(layout.numbers());
    for (int k = 0; k < layout.outcomes().size(); k++) {
      if (layout.isBit(k)) {
        needed.add(layout.outcomes().get(k).numerator());
      }
    }

    return Stream.of(data.columns())
        .filter(needed::contains)
        .map(SparkColumns::of)
        .toArray(Column[]::new);
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

  private static Column[] columns(EstimationPlan layout, Design design, String group) {
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
    Column column = name == null ? lit("") : SparkColumns.of(name);
    return column.cast(DataTypes.StringType).as(as);
  }

  private static Column number(String name) {
    Column column = name == null ? lit(1) : SparkColumns.of(name);
    return column.cast(DataTypes.DoubleType);
  }
}
