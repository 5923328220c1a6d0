package org.quipu.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.quipu.survey.Estimate;

/**
 * Times the engine beside Spark's bare scan, DuckDB and R: {@code jobs/bench/run}. Prints a line a
 * step and, last, one JSON object; times are medians of 3 after a warm-up.
 */
public final class Benchmark {
  private static final int RUNS = 3;

  private Benchmark() {}

  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.US);
    Options options = Options.of(arguments);
    Path folder = Files.createDirectories(options.folder());
    try (SparkSession spark = SparkSession.builder().appName("quipu benchmark").getOrCreate()) {
      if (options.growth()) {
        grow(spark, folder);
      } else {
        compare(spark, folder, options);
      }
    }
  }

  private static void compare(SparkSession spark, Path folder, Options options) throws Exception {
    long rows = options.rows();
    Path file = WomenFile.sorted(spark, folder, rows);
    double scan = seconds("Spark's bare scan", () -> Contestants.scan(spark, file));
    double engine = seconds("engine", () -> Contestants.engine(spark, file));
    List<Estimate> estimates = Contestants.engine(spark, file).all();
    report("estimates", estimates.size() + "");
    report("engine / scan", "%.2f".formatted(engine / scan));
    Double duck = null;
    if (options.duckdb()) {
      DuckDb duckDb = new DuckDb(file);
      duck = seconds("DuckDB, 2 threads", duckDb::estimates);
      report("largest difference from DuckDB", "%.1e".formatted(duckDb.difference(estimates)));
      report("DuckDB / engine", "%.2f".formatted(duck / engine));
    }

    if (options.shuffled()) {
      Path shuffled = WomenFile.shuffled(spark, folder, rows);
      long start = System.nanoTime();
      List<Estimate> other = Contestants.engine(spark, shuffled).all();
      report("engine, rows in random order", "%.2f s".formatted(since(start)));
      report("same bits", other.equals(estimates) + "");
    }

    RSurvey r = options.r() ? RSurvey.estimates(spark, folder) : RSurvey.NONE;
    System.out.printf(
        "{\"rows\":%d,\"scan_s\":%.3f,\"engine_s\":%.3f,\"duckdb_s\":%s,\"r_s\":%s,\"r_rows\":%d}%n",
        rows, scan, engine, json(duck), json(r.seconds()), r.rows());
  }

  /** The engine over 5, 20 and 50 million rows. */
  private static void grow(SparkSession spark, Path folder) throws Exception {
    for (long rows : new long[] {5_000_000, 20_000_000, 50_000_000}) {
      Path file = WomenFile.sorted(spark, folder, rows);
      double engine = seconds("engine, " + rows + " rows", () -> Contestants.engine(spark, file));
      report("nanoseconds a row", "%.1f".formatted(engine / rows * 1e9));
    }
  }

  private static double seconds(String what, Callable<?> work) throws Exception {
    work.call();
    double[] seconds = new double[RUNS];
    long cpu = processor();
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      work.call();
      seconds[i] = since(start);
    }

    double busy = (processor() - cpu) / 1e9 / RUNS;
    Arrays.sort(seconds);
    report(
        what,
        "%.2f s (%.2f to %.2f), processors busy for %.2f s"
            .formatted(seconds[RUNS / 2], seconds[0], seconds[RUNS - 1], busy));
    return seconds[RUNS / 2];
  }

  /** What the processors have worked for this program, in nanoseconds. */
  private static long processor() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void report(String what, String value) {
    System.out.printf("%-32s %s%n", what, value);
  }

  private static String json(Double seconds) {
    return seconds == null ? "null" : "%.3f".formatted(seconds);
  }
}
