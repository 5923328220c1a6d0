package org.quipu.endes;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
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
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.TaskCompletionListener;
import org.quipu.Provenance;
import org.quipu.UserException;
import org.quipu.survey.quality.QualityMark;

/**
 * Makes the {@code women} table of one or several years: reads each file in a task of its own,
 * brings the rows of a household together in one exchange, and puts the women together as they
 * stream by.
 */
public final class EndesIngest {
  /**
   * What was made of a year.
   *
   * @param warnings what makes estimates differ from what a reader expects, and faults of the files
   * @param notes what is as it should be, counted
   * @param facts for the manifest: {@code source}; {@code marks} on the quality of every estimate;
   *     {@code partial:INDICATOR} with the items that the files lack; {@code absent} indicators
   */
  public record YearResult(
      int year, long women, List<String> warnings, List<String> notes, Map<String, String> facts) {
    /** Warnings and notes. */
    public List<String> told() {
      return Stream.concat(warnings.stream(), notes.stream()).toList();
    }
  }

  /**
   * More rows of a module without their woman than this share can only be files that do not belong
   * together.
   */
  private static final double MOST_WITHOUT_WOMAN = 0.01;

  private static final StructType MODULE_ROW =
      new StructType()
          .add("year", DataTypes.IntegerType, false)
          .add("cluster", DataTypes.IntegerType, false)
          .add("dwelling", DataTypes.IntegerType, false)
          .add("household", DataTypes.IntegerType, false)
          .add("line", DataTypes.IntegerType, false)
          .add("module", DataTypes.IntegerType, false)
          .add("values", DataTypes.createArrayType(DataTypes.DoubleType, false), false);

  private final Map<Integer, YearPlan> plans = new TreeMap<>();
  private final Map<Integer, List<String>> notes = new TreeMap<>();

  /** Plans the tables; headers are read, rows are not. */
  public EndesIngest(EndesFiles files) {
    files
        .byYear()
        .forEach(
            (year, ofYear) -> {
              Planner planner = new Planner(year, ofYear);
              plans.put(year, planner.plan(files.synthetic()));
              notes.put(year, planner.notes());
            });
  }

  /** The years that will be made. */
  public Set<Integer> years() {
    return Set.copyOf(plans.keySet());
  }

  /** The files that a year is made of; a zip counts once. */
  public List<String> locations(int year) {
    return plans.get(year).modules().stream()
        .map(module -> module.source().location())
        .distinct()
        .sorted()
        .toList();
  }

  /** Leaves a year out, because it is there already. */
  public void skip(int year) {
    plans.remove(year);
  }

  /**
   * Writes the women of all years into a folder that does not exist yet, as Parquet in folders
   * {@code year=…}, sorted by stratum and cluster.
   */
  public List<YearResult> write(SparkSession spark, String folder) {
    CollectionAccumulator<PartReport> reports = spark.sparkContext().collectionAccumulator("ENDES");
    Map<Integer, YearPlan> years = new TreeMap<>(plans);
    Dataset<Row> women =
        moduleRows(spark)
            .repartition(col("year"), col("cluster"))
            .sortWithinPartitions("year", "cluster", "dwelling", "household", "line", "module")
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>) rows -> new Women(rows, years, reports),
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
    return spark.createDataFrame(rows, MODULE_ROW);
  }

  private static Iterator<Row> rows(ModulePlan plan) {
    ModuleRows rows = new ModuleRows(plan);
    TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> rows.close());
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Row next() {
        ModuleRows.ModuleRow row = rows.next();
        Key key = row.key();
        return RowFactory.create(
            plan.year(),
            key.cluster(),
            key.dwelling(),
            key.household(),
            key.line(),
            plan.module(),
            row.values());
      }
    };
  }

  /** What one task counted; a task that was run again counts once. */
  private record PartReport(int partition, Map<Integer, YearReport> years)
      implements Serializable {}

  /** The women of one partition, put together as its rows stream by. */
  private static final class Women implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final Map<Integer, YearPlan> plans;
    private final CollectionAccumulator<PartReport> reports;
    private final Map<Integer, YearReport> counted = new TreeMap<>();
    private final ArrayDeque<Row> ready = new ArrayDeque<>();
    private WomanAssembler assembler;
    private int year;
    private boolean finished;

    Women(
        Iterator<Row> rows,
        Map<Integer, YearPlan> plans,
        CollectionAccumulator<PartReport> reports) {
      this.rows = rows;
      this.plans = plans;
      this.reports = reports;
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && !finished) {
        if (rows.hasNext()) {
          take(rows.next());
        } else {
          finish();
        }
      }

      return !ready.isEmpty();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }

      return ready.remove();
    }

    private void take(Row row) {
      if (assembler == null || row.getInt(0) != year) {
        begin(row.getInt(0));
      }

      List<Double> values = row.getList(6);
      assembler.accept(
          new Key(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)),
          row.getInt(5),
          values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private void begin(int next) {
      if (assembler != null) {
        assembler.finish();
      }

      year = next;
      YearPlan plan = plans.get(year);
      IndicatorSet indicators = new IndicatorSet(plan.present());
      assembler =
          new WomanAssembler(
              plan,
              counted.computeIfAbsent(year, any -> new YearReport()),
              (key, row) -> ready.add(WomenTable.row(plan.year(), key, row, indicators.of(row))));
    }

    private void finish() {
      if (assembler != null) {
        assembler.finish();
      }

      finished = true;
      reports.add(new PartReport(TaskContext.getPartitionId(), counted));
    }
  }

  private List<YearResult> results(List<PartReport> parts) {
    Map<Integer, Map<Integer, YearReport>> onceEach = new TreeMap<>();
    parts.forEach(part -> onceEach.put(part.partition, part.years));
    List<YearResult> results = new ArrayList<>();
    for (YearPlan plan : plans.values()) {
      YearReport total = new YearReport();
      onceEach.values().stream()
          .map(years -> years.get(plan.year()))
          .filter(Objects::nonNull)
          .forEach(total::add);
      results.add(result(plan, total));
    }

    return results;
  }

  private YearResult result(YearPlan plan, YearReport report) {
    refuseEmpty(plan, report);
    refuseStrangers(plan, report);
    List<String> told = new ArrayList<>(notes.get(plan.year()));
    told.addAll(report.faults());
    told.addAll(new IndicatorSet(plan.present()).standIns());
    IndicatorSet indicators = new IndicatorSet(report.answered());
    Map<String, String> facts = new TreeMap<>();
    facts.put("source", (plan.synthetic() ? Provenance.SYNTHETIC : Provenance.MICRODATA).code());
    facts.put("marks", plan.householdWeight() ? QualityMark.HOUSEHOLD_WEIGHT.code() : "");
    facts.put("absent", String.join(" ", indicators.absent()));
    indicators
        .lacking()
        .forEach((indicator, items) -> facts.put("partial:" + indicator, String.join(" ", items)));
    TreeSet<String> items = new TreeSet<>();
    indicators.lacking().values().forEach(items::addAll);
    if (!items.isEmpty()) {
      told.add("no values in the files, left out of their indicators: " + String.join(", ", items));
    }

    return new YearResult(plan.year(), report.women(), told, report.notes(), facts);
  }

  private static void refuseEmpty(YearPlan plan, YearReport report) {
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

  private static void refuseStrangers(YearPlan plan, YearReport report) {
    for (ModulePlan module : plan.modules()) {
      String name = module.endesModule().name();
      long strangers = report.withoutWoman(name);
      if (strangers > MOST_WITHOUT_WOMAN * report.rows(name)) {
        throw UserException.input(
            module.source().name(),
            strangers
                + " of "
                + report.rows(name)
                + " rows without a woman in "
                + EndesModule.all().get(plan.base()).name(),
            "modules of the same survey, " + plan.year(),
            "Check that all files are of one year.");
      }
    }

    if (report.women() == 0) {
      throw UserException.input(
          "ENDES " + plan.year(),
          "no woman with a weight, a stratum and a cluster",
          "some thousands",
          "Check the files.");
    }
  }
}
