package org.quipu.spark;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.ColumnarToRowExec;
import org.apache.spark.sql.execution.InputAdapter;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.types.StructType;

/**
 * A selection of columns as columnar batches.
 *
 * @param columns of each field of the selection, in its order
 */
record BatchScan(JavaRDD<FileBatch> batches, List<BatchColumn> columns) {
  /**
   * Reads a table in the order in which it is stored, its columns as they are where all have simple
   * types.
   */
  static BatchScan of(Dataset<Row> data, Selection selection) {
    Dataset<Row> stored = selection.stored(data);
    StructType schema = stored.schema();
    boolean simple =
        Stream.of(schema.fields()).allMatch(field -> VectorReader.reads(field.dataType()));
    return simple
        ? new BatchScan(batches(stored), selection.in(schema))
        : selected(selection.of(data), selection);
  }

  /** Reads rows that {@link Selection#of} gave. */
  static BatchScan selected(Dataset<Row> rows, Selection selection) {
    return new BatchScan(batches(rows), selection.columns());
  }

  private static JavaRDD<FileBatch> batches(Dataset<Row> data) {
    StructType schema = data.schema();
    return columnar(data)
        .map(plan -> plan.executeColumnar().toJavaRDD().mapPartitions(FileBatch::of))
        .orElseGet(
            () ->
                data.queryExecution()
                    .toRdd()
                    .toJavaRDD()
                    .mapPartitions(rows -> new RowBatches(rows, schema)));
  }

  /** The plan of a query that only reads files in columns, before Spark makes rows of them. */
  static Optional<SparkPlan> columnar(Dataset<Row> data) {
    SparkPlan plan = data.queryExecution().executedPlan();
    while (plan instanceof WholeStageCodegenExec
        || plan instanceof InputAdapter
        || plan instanceof ColumnarToRowExec) {
      plan = plan.children().head();
    }

    return plan.supportsColumnar() ? Optional.of(plan) : Optional.empty();
  }
}
