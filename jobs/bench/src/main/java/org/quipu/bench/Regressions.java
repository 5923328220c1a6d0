package org.quipu.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.quipu.spark.SurveyInput;
import org.quipu.survey.Design;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.regression.Family;
import org.quipu.survey.regression.RegressionFit;
import org.quipu.survey.regression.RegressionSpec;

/**
 * Times a logistic regression of 12 columns beside Spark's bare scan of the columns that it reads
 * and Spark ML's regression of the same rows, and both on a file that R can hold beside R: {@code
 * jobs/bench/regressions}. Prints a line a step and, last, one JSON object.
 */
public final class Regressions {
  private static final String OUTCOME = "physical_12m";
  private static final String MODEL = OUTCOME + " ~ residence + age_group + wealth";

  /** 160 women a cluster and 16 clusters a stratum, as large surveys have them. */
  private static final int CLUSTERS = 16;

  private static final double MOST_SCANS = 3;

  private Regressions() {}

  /**
   * Runs the benchmark.
   *
   * @param arguments the number of rows, and the folder of the generated file
   */
  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.US);
    long rows = Long.parseLong(arguments[0]);
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    try (SparkSession spark = SparkSession.builder().appName("quipu benchmark").getOrCreate()) {
      Path file = WomenFile.sorted(spark, folder, rows);
      scan(spark, file);
      double scan = Double.POSITIVE_INFINITY;
      for (int i = 0; i < 3; i++) {
        long start = System.nanoTime();
        scan(spark, file);
        scan = Math.min(scan, since(start));
      }

      System.out.printf("Spark's bare scan      %.2f s%n", scan);
      Design design =
          Design.clusters("cluster")
              .strata("stratum")
              .weights("weight")
              .weightScale(1e6)
              .lonelyPsu(LonelyPsu.CERTAINTY);
      RegressionSpec spec = RegressionSpec.of(MODEL, Family.LOGISTIC, design);
      Dataset<Row> women = women(spark, file);
      Jobs jobs = new Jobs();
      spark.sparkContext().addSparkListener(jobs);
      long start = System.nanoTime();
      RegressionFit fit = SurveyInput.of(women, "women").fit(spec);
      double seconds = since(start);
      spark.sparkContext().listenerBus().waitUntilEmpty();
      // Three jobs read the rows and look at them; then there is one a step, and one more.
      double step = jobs.median(3, 3 + fit.iterations());
      System.out.printf(
          "regression             %.2f s: %d rows with values, %d clusters, %d Newton steps%n",
          seconds, fit.rows(), fit.clusters(), fit.iterations());
      System.out.printf("a Newton step          %.2f s, %.2f of a scan%n", step, step / scan);
      SparkMl ml = SparkMl.run(women, OUTCOME, fit);
      System.out.printf(
          "Spark ML               %.2f s, %.2f of the regression: %d iterations, coefficients"
              + " within %.1e%n",
          ml.seconds(), ml.seconds() / seconds, ml.iterations(), ml.difference(fit));
      small(spark, folder, spec);
      System.out.printf(
          "{\"rows\":%d,\"scan_s\":%.3f,\"fit_s\":%.3f,\"steps\":%d,\"step_s\":%.3f,\"ml_s\":%.3f}%n",
          rows, scan, seconds, fit.iterations(), step, ml.seconds());
      if (ml.seconds() < seconds) {
        throw new IllegalStateException("Spark ML is faster");
      }
      if (step > MOST_SCANS * scan) {
        throw new IllegalStateException("a Newton step takes more than 3 scans");
      }
    }
  }

  /** The same on few rows, beside R. */
  private static void small(SparkSession spark, Path folder, RegressionSpec spec)
      throws IOException, InterruptedException {
    RSurvey.regression(spark, folder, MODEL, CLUSTERS);
    Dataset<Row> women = women(spark, WomenFile.sorted(spark, folder, RSurvey.ROWS));
    double seconds = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      SurveyInput.of(women, "women").fit(spec);
      seconds = Math.min(seconds, since(start));
    }

    System.out.printf("%-22s %.2f s%n", "regression, " + RSurvey.ROWS + " rows", seconds);
  }

  private static Dataset<Row> women(SparkSession spark, Path file) {
    return spark
        .read()
        .parquet(file.toString())
        .withColumn("cluster", col("stratum"))
        .withColumn("stratum", expr("stratum div " + CLUSTERS));
  }

  /** How long each of Spark's jobs took. */
  private static final class Jobs extends SparkListener {
    private final Map<Integer, Long> started = new TreeMap<>();
    private final Map<Integer, Long> taken = new TreeMap<>();

    @Override
    public synchronized void onJobStart(SparkListenerJobStart job) {
      started.put(job.jobId(), job.time());
    }

    @Override
    public synchronized void onJobEnd(SparkListenerJobEnd job) {
      taken.put(job.jobId(), job.time() - started.get(job.jobId()));
    }

    /** The median of some of them, in seconds. */
    synchronized double median(int from, int to) {
      List<Long> sorted = List.copyOf(taken.values()).subList(from, to).stream().sorted().toList();
      return sorted.get(sorted.size() / 2) / 1e3;
    }
  }

  private static void scan(SparkSession spark, Path file) {
    spark
        .read()
        .parquet(file.toString())
        .select(
            sum(col("stratum")),
            sum(col("weight")),
            sum(col("physical_12m").cast("int")),
            sum(length(col("residence"))),
            sum(length(col("age_group"))),
            sum(length(col("wealth"))))
        .head();
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
