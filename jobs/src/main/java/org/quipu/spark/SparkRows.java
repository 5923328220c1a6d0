package org.quipu.spark;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.storage.StorageLevel;
import org.quipu.survey.Design;
import org.quipu.survey.regression.EncodedRows;
import org.quipu.survey.regression.ModelInput;
import org.quipu.survey.regression.Regression;
import org.quipu.survey.regression.RegressionFit;
import org.quipu.survey.regression.RegressionSpec;
import org.quipu.survey.regression.RowChunk;
import org.quipu.survey.regression.RowSums;

/**
 * The rows of a regression in a Spark table, read once and kept encoded by the executors, in memory
 * as far as there is room; every step sums them where they are. Few rows are brought to the driver.
 * The results are the same to the last bit for any number of partitions and any order of rows.
 */
final class SparkRows implements EncodedRows {
  /** So many numbers, 32 MB, are brought to the driver. */
  private static final long FEW = 1 << 22;

  private final JavaRDD<RowChunk> chunks;

  private SparkRows(JavaRDD<RowChunk> chunks) {
    this.chunks = chunks;
  }

  /**
   * Fits a regression.
   *
   * @param source what messages call the table
   */
  static RegressionFit fit(Dataset<Row> data, String source, RegressionSpec spec) {
    return fit(data, source, spec, FEW);
  }

  /**
   * The same.
   *
   * @param few numbers that are brought to the driver
   */
  static RegressionFit fit(Dataset<Row> data, String source, RegressionSpec spec, long few) {
    SparkColumns.require(data, source, spec.columns());
    ModelInput input = calibrated(data, ModelInput.of(spec, texts(data, spec)));
    RegressionSchema schema = new RegressionSchema(input);
    BatchScan scan = BatchScan.of(data, schema.selection());
    JavaRDD<RowChunk> chunks =
        scan.batches()
            .mapPartitions(new ChunkFeed(schema, scan.columns()))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      long numbers =
          chunks.map(RowChunk::numbers).collect().stream().mapToLong(Long::longValue).sum();
      EncodedRows rows =
          numbers <= few ? EncodedRows.inMemory(chunks.collect()) : new SparkRows(chunks);
      return Regression.fit(rows, input);
    } finally {
      chunks.unpersist();
    }
  }

  private static ModelInput calibrated(Dataset<Row> data, ModelInput input) {
    Design design = input.spec().design();
    return design.calibration() == null
        ? input
        : input.calibrated(CalibrationFeed.solve(data, null, design).get(null));
  }

  /** The columns that hold texts, of those that are factors if they do. */
  private static Set<String> texts(Dataset<Row> data, RegressionSpec spec) {
    Set<String> texts = new HashSet<>();
    for (String column : spec.asStored()) {
      DataType type = data.schema().apply(column).dataType();
      if (!(type instanceof NumericType) && !(type instanceof BooleanType)) {
        texts.add(column);
      }
    }

    return texts;
  }

  @Override
  public <S extends RowSums<S>> S sums(S empty) {
    S all = empty.fresh();
    List<S> parts = new ArrayList<>(chunks.mapPartitions(each -> sums(each, empty)).collect());
    parts.forEach(all::merge);
    return all;
  }

  private static <S extends RowSums<S>> Iterator<S> sums(Iterator<RowChunk> chunks, S empty) {
    S sums = empty.fresh();
    chunks.forEachRemaining(sums::add);
    return List.of(sums).iterator();
  }
}
