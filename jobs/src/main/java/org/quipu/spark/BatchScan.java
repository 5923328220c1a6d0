package org.quipu.spark;

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
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * The columnar batches of a query that only reads files in columns, taken before Spark makes rows
 * of them.
 *
 * @param schema of the batches
 */
record BatchScan(JavaRDD<ColumnarBatch> batches, StructType schema) {
  static Optional<BatchScan> of(Dataset<Row> data) {
    SparkPlan plan = data.queryExecution().executedPlan();
    while (plan instanceof WholeStageCodegenExec
        || plan instanceof InputAdapter
        || plan instanceof ColumnarToRowExec) {
      plan = plan.children().head();
    }

    StructType schema = plan.schema();
    boolean simple =
        plan.supportsColumnar()
            && Stream.of(schema.fields()).allMatch(field -> VectorReader.reads(field.dataType()));
    return simple
        ? Optional.of(new BatchScan(plan.executeColumnar().toJavaRDD(), schema))
        : Optional.empty();
  }
}
