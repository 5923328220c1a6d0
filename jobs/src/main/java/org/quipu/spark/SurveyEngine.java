package org.quipu.spark;

import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.quipu.survey.Design;
import org.quipu.survey.DomainTable;
import org.quipu.survey.Estimates;
import org.quipu.survey.Outcome;
import org.quipu.survey.Retain;
import org.quipu.survey.Statistic;
import org.quipu.survey.kernel.EstimationPlan;
import org.quipu.survey.kernel.SurveyAccumulator;

/**
 * Estimates from a Spark table in one pass, calibrated weights in two. Data sorted by stratum are
 * read in place; others are exchanged by stratum first. The results are the same to the last bit
 * for any number of partitions and any order of rows.
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

  /**
   * The same, keeping what {@code retain} says, and what replicates are made of: memory is flat
   * with {@link Retain#NOTHING} and without those.
   */
  public static Estimates estimate(
      Dataset<Row> data,
      String group,
      Design design,
      List<Outcome> outcomes,
      List<DomainTable> tables,
      Retain retain) {
    EstimationPlan plan =
        EstimationPlan.of(outcomes, tables, bits(data, outcomes))
            .replicates(design.replicates().columns().size());
    plan = withOffsets(plan, data);
    if (design.calibration() != null) {
      plan = plan.calibrated(CalibrationFeed.solve(data, group, design));
    }

    SurveySchema schema = new SurveySchema(plan, design, group);
    boolean ofTotals = design.replication() != null && design.calibration() == null;
    Accumulation accumulation = new Accumulation(plan, design, ofTotals ? Retain.CLUSTERS : retain);
    FeedResult result = add(BatchScan.of(data, schema.selection()), schema, accumulation);
    if (result instanceof FeedResult.ScatteredStrata) {
      result = add(exchanged(data, schema), schema, accumulation);
    }

    if (result instanceof FeedResult.Accumulated accumulated) {
      return accumulated.sums().estimates();
    }

    throw new IllegalStateException("rows of a stratum are not contiguous after their exchange");
  }

  /** The plan with offsets from the range of its numbers, if it has any: a pass over them alone. */
  private static EstimationPlan withOffsets(EstimationPlan plan, Dataset<Row> data) {
    int count = plan.numbers().size();
    if (count == 0) {
      return plan;
    }

    List<Column> ranges = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Column number = SparkColumns.of(plan.numbers().get(i)).cast(DataTypes.DoubleType);
      Column value = functions.when(functions.isnan(number), null).otherwise(number);
      ranges.add(functions.coalesce(min(value), lit(0.0)).as("low_" + i));
      ranges.add(functions.coalesce(max(value), lit(0.0)).as("high_" + i));
    }

    Row row = data.select(ranges.toArray(Column[]::new)).head();
    double[] low = new double[count];
    double[] high = new double[count];
    for (int i = 0; i < count; i++) {
      low[i] = row.<Double>getAs("low_" + i);
      high[i] = row.<Double>getAs("high_" + i);
    }

    return plan.offset(low, high);
  }

  /** Brings the rows of each stratum together. */
  private static BatchScan exchanged(Dataset<Row> data, SurveySchema schema) {
    Column[] keys = schema.stratumKeys();
    Selection selection = schema.selection();
    return BatchScan.selected(
        selection.of(data).repartition(hash(keys)).sortWithinPartitions(keys), selection);
  }

  private static FeedResult add(BatchScan scan, SurveySchema schema, Accumulation accumulation) {
    SurveyAccumulator sums = accumulation.begin();
    BatchFeed feed = new BatchFeed(schema, scan.columns(), accumulation);
    for (FeedResult part : scan.batches().mapPartitions(feed).collect()) {
      if (!(part instanceof FeedResult.Accumulated accumulated)
          || !sums.merge(accumulated.sums())) {
        return new FeedResult.ScatteredStrata();
      }
    }

    return new FeedResult.Accumulated(sums);
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
}
