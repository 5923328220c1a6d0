package org.quipu.spark;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.quipu.file.Source;

/**
 * Many files as one Spark table: one task streams one file and reads only the requested columns.
 * Files of different formats, and of years that name their columns differently, can be combined.
 */
public final class FileTables {
  private FileTables() {}

  /**
   * A file to read.
   *
   * @param renamed the column names in the file, by the names in the table
   * @param constants values of all its rows, such as the year, by column name
   */
  public record Input(Source source, Map<String, String> renamed, Map<String, Object> constants)
      implements Serializable {
    public Input {
      renamed = Map.copyOf(renamed);
      constants = Map.copyOf(constants);
    }

    public static Input of(Source source) {
      return new Input(source, Map.of(), Map.of());
    }

    /** Reads a column from one with another name in this file. */
    public Input rename(String column, String nameInFile) {
      return new Input(source, with(renamed, column, nameInFile), constants);
    }

    /** Sets a column to this value in all rows. */
    public Input constant(String column, Object value) {
      return new Input(source, renamed, with(constants, column, value));
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
      Map<String, V> more = new HashMap<>(map);
      more.put(key, value);
      return more;
    }
  }

  /**
   * The rows of all files, one after another.
   *
   * @param columns their names, in any letter case, and types: text, double, int, long, date or
   *     timestamp without a zone; null where missing, blank or not in the file
   */
  public static Dataset<Row> read(SparkSession spark, List<Input> inputs, StructType columns) {
    JavaRDD<Row> rows =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(inputs, Math.max(1, inputs.size()))
            .flatMap(input -> FileRows.open(input, columns));
    return spark.createDataFrame(rows, columns);
  }
}
