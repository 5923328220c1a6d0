package org.quipu.endes;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.TaskCompletionListener;
import org.quipu.Provenance;
import org.quipu.UserException;
import org.quipu.endes.PartitionWomen.Report;
import org.quipu.spark.Sessions;
import org.quipu.survey.quality.Quality;
import org.quipu.survey.quality.QualityMark;

/**
 * Makes the {@code women} table of one or several years: each file is read in a task of its own,
 * one exchange brings the rows of a cluster together, and the women are assembled from the sorted
 * rows.
 */
final class EndesIngest {
  /**
   * The women of a year, as written.
   *
   * @param warnings what makes estimates differ from what a reader expects, and faults of the files
   * @param notes counts that are as expected
   * @param facts for the manifest: {@code source}; {@code eligible_women} where their number is
   *     known; {@code marks} on the quality of every estimate; {@code partial:INDICATOR} with the
   *     items that the files lack; {@code absent} indicators
   */
  record YearResult(
      int year, long women, List<String> warnings, List<String> notes, Map<String, String> facts) {
    /** Warnings and notes. */
    List<String> messages() {
      return Stream.concat(warnings.stream(), notes.stream()).toList();
    }
  }

  /** Where a larger share of a module's rows has no woman, the files are not of one survey. */
  private static final double MOST_WITHOUT_WOMAN = 0.01;

  private final IncompleteModules policy;
  private final Map<Integer, YearPlan> plans = new TreeMap<>();
  private final Map<Integer, List<String>> notes = new TreeMap<>();

  /** Plans the tables; headers are read, rows are not. */
  EndesIngest(EndesFiles files, IncompleteModules policy) {
    this.policy = policy;
    files
        .byYear()
        .forEach(
            (year, ofYear) -> {
              Planner planner = new Planner(year, ofYear);
              plans.put(year, planner.plan(files.synthetic()));
              notes.put(year, planner.notes());
            });
  }

  /** The years that will be written. */
  Set<Integer> years() {
    return Set.copyOf(plans.keySet());
  }

  /** The files that a year is read from; a zip counts once. */
  List<String> locations(int year) {
    return plans.get(year).modules().stream()
        .map(module -> module.source().location())
        .distinct()
        .sorted()
        .toList();
  }

  /** Leaves a year out, because the store has it. */
  void skip(int year) {
    plans.remove(year);
  }

  /**
   * Writes the women of all years into a folder that does not exist yet, as Parquet in folders
   * {@code year=…}, sorted by stratum and cluster.
   */
  List<YearResult> write(SparkSession spark, String folder) {
    CollectionAccumulator<Report> reports = spark.sparkContext().collectionAccumulator("ENDES");
    Map<Integer, YearPlan> years = new TreeMap<>(plans);
    Dataset<Row> women =
        moduleRows(spark)
            .repartition(col("year"), col("cluster"))
            .sortWithinPartitions("year", "cluster", "dwelling", "household", "line", "module")
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>) rows -> new PartitionWomen(rows, years, reports),
                Encoders.row(WomenTable.schema()));
    women
        .repartition(col("year"))
        .sortWithinPartitions("year", "stratum", "cluster", "dwelling", "household", "line")
        .write()
        .partitionBy("year")
        .parquet(folder);
    return results(reports.value());
  }

  private Dataset<Row> moduleRows(SparkSession spark) {
    List<ModulePlan> modules =
        plans.values().stream().flatMap(plan -> plan.modules().stream()).toList();
    JavaRDD<Row> rows =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(modules, modules.size())
            .flatMap(EndesIngest::rows);
    return spark.createDataFrame(rows, ModuleRow.SCHEMA);
  }

  private static Iterator<Row> rows(ModulePlan plan) {
    Sessions.shareSettings();
    ModuleRows rows = new ModuleRows(plan);
    TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> rows.close());
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Row next() {
        return rows.next().toRow();
      }
    };
  }

  private List<YearResult> results(List<Report> reports) {
    return plans.values().stream()
        .map(plan -> result(plan, PartitionWomen.total(plan.year(), reports)))
        .toList();
  }

  private YearResult result(YearPlan plan, YearReport report) {
    refuseEmptyModules(plan, report);
    refuseRowsWithoutWoman(plan, report);
    refuseNoWomen(plan, report);
    boolean incomplete = refuseIncompleteModules(plan, report);
    List<String> warnings = new ArrayList<>(notes.get(plan.year()));
    warnings.addAll(report.faults());
    warnings.addAll(new IndicatorSet(plan.present()).standIns());
    IndicatorSet indicators = new IndicatorSet(report.answered());
    Map<String, String> facts = new TreeMap<>();
    facts.put("source", (plan.synthetic() ? Provenance.SYNTHETIC : Provenance.MICRODATA).code());
    List<QualityMark> marks = new ArrayList<>();
    if (plan.weight() == WeightKind.HOUSEHOLD) {
      marks.add(QualityMark.HOUSEHOLD_WEIGHT);
    }

    if (incomplete) {
      marks.add(QualityMark.INCOMPLETE);
    }

    facts.put("marks", Quality.marked(marks).toString());
    facts.put(
        EligibleWomen.COLUMN,
        report.answered().contains(EligibleWomen.COLUMN) ? Weighting.ELIGIBLE_WOMEN.code() : "");
    facts.put("absent", String.join(" ", indicators.absent()));
    indicators
        .lacking()
        .forEach((indicator, items) -> facts.put("partial:" + indicator, String.join(" ", items)));
    TreeSet<String> items = new TreeSet<>();
    indicators.lacking().values().forEach(items::addAll);
    if (!items.isEmpty()) {
      warnings.add(
          "no values in the files, left out of their indicators: " + String.join(", ", items));
    }

    return new YearResult(
        plan.year(), report.women(), warnings, report.notes(plan.weight()), facts);
  }

  private static void refuseEmptyModules(YearPlan plan, YearReport report) {
    for (ModulePlan module : plan.modules()) {
      if (report.rows(module.endesModule().name()) == 0) {
        throw UserException.input(
            module.source().name(),
            "columns and no rows",
            "the rows of " + module.endesModule().name(),
            "Copy or download the file again, or take it out of the folder.");
      }
    }
  }

  private static void refuseRowsWithoutWoman(YearPlan plan, YearReport report) {
    for (ModulePlan module : plan.modules()) {
      String name = module.endesModule().name();
      long unmatched = report.withoutWoman(name);
      if (unmatched > MOST_WITHOUT_WOMAN * report.rows(name)) {
        throw UserException.input(
            module.source().name(),
            unmatched
                + " of "
                + report.rows(name)
                + " rows without a woman in "
                + EndesModule.all().get(plan.base()).name(),
            "modules of the same survey, " + plan.year(),
            "Check that all files are of one year.");
      }
    }
  }

  /** Whether modules that are not whole were accepted. */
  private boolean refuseIncompleteModules(YearPlan plan, YearReport report) {
    List<Completeness.Gap> gaps =
        report.completeness().gaps().stream().filter(Completeness.Gap::isTooLarge).toList();
    if (!gaps.isEmpty() && policy == IncompleteModules.REFUSED) {
      Completeness.Gap gap = gaps.get(0);
      ModulePlan module = plan.byModule().get(EndesModule.index(gap.module()));
      throw UserException.input(
          module.source().name(),
          gap.toString(),
          "the module whole, with less than 20 % missing in the country and in each region",
          "Copy or download the file again. --accept-incomplete loads it as it is, counts them as"
              + " missing and marks all estimates of the year.");
    }

    return !gaps.isEmpty();
  }

  private static void refuseNoWomen(YearPlan plan, YearReport report) {
    if (report.women() == 0) {
      throw UserException.input(
          "ENDES " + plan.year(),
          "no woman with a weight, a stratum and a cluster",
          "some thousands",
          "Check the files.");
    }
  }
}
