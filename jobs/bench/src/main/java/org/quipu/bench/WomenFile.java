package org.quipu.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * A generated file of women in the layout of the store's {@code women} table: 10 a cluster, 16
 * clusters a stratum, weights in millionths, 6 domain columns and 8 indicators that are missing for
 * a third of the women. Deterministic.
 */
final class WomenFile {
  static final List<String> DOMAINS =
      List.of("region", "residence", "age_group", "education", "wealth", "language");
  static final List<String> INDICATORS =
      List.of(
          "any_ever",
          "psychological_ever",
          "physical_ever",
          "sexual_ever",
          "any_12m",
          "psychological_12m",
          "physical_12m",
          "sexual_12m");
  private static final double[] RATES = {.55, .50, .27, .06, .35, .33, .08, .02};
  private static final int A_CLUSTER = 10;
  private static final int A_STRATUM = 160;

  private WomenFile() {}

  /** The file, sorted by stratum and cluster; made where it is not there yet. */
  static Path sorted(SparkSession spark, Path folder, long rows) {
    Path file = folder.resolve("women-" + rows + ".parquet");
    if (!Files.exists(file.resolve("_SUCCESS"))) {
      int parts = (int) Math.max(1, rows / 2_500_000);
      women(spark, rows, parts).write().mode(SaveMode.Overwrite).parquet(file.toString());
    }

    return file;
  }

  /** The same rows in random order. */
  static Path shuffled(SparkSession spark, Path folder, long rows) {
    Path file = folder.resolve("women-" + rows + "-shuffled.parquet");
    if (!Files.exists(file.resolve("_SUCCESS"))) {
      spark
          .read()
          .parquet(sorted(spark, folder, rows).toString())
          .withColumn("place", expr("xxhash64(cluster, weight, age_group, education, wealth, 17)"))
          .repartition((int) Math.max(8, rows / 500_000), col("place"))
          .sortWithinPartitions("place")
          .drop("place")
          .write()
          .mode(SaveMode.Overwrite)
          .parquet(file.toString());
    }

    return file;
  }

  private static Dataset<Row> women(SparkSession spark, long rows, int parts) {
    List<Column> columns = new ArrayList<>();
    Column stratum = expr("cast(id div " + A_STRATUM + " as int)");
    columns.add(stratum.plus(1).as("stratum"));
    columns.add(expr("cast(id div " + A_CLUSTER + " as int) + 1").as("cluster"));
    columns.add(
        expr("cast(200000 + pmod(xxhash64(id div " + A_CLUSTER + ", 1), 1600000) as double)")
            .as("weight"));
    columns.add(expr("lpad(cast(1 + pmod(id div 160, 25) as string), 2, '0')").as("region"));
    columns.add(expr("cast(1 + pmod(id div 4000, 2) as string)").as("residence"));
    int[] sizes = {7, 4, 5, 3};
    for (int i = 0; i < sizes.length; i++) {
      String code = "cast(1 + pmod(xxhash64(id, " + (10 + i) + "), " + sizes[i] + ") as string)";
      columns.add(expr(code).as(DOMAINS.get(2 + i)));
    }

    for (int i = 0; i < INDICATORS.size(); i++) {
      String uniform = "pmod(xxhash64(id, " + (20 + i) + "), 1000)";
      columns.add(
          expr("if(pmod(xxhash64(id, 2), 3) = 0, null, " + uniform + " < " + 1000 * RATES[i] + ")")
              .as(INDICATORS.get(i)));
    }

    return spark.range(0, rows, 1, parts).select(columns.toArray(Column[]::new)).where(lit(true));
  }
}
