package org.quipu.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.quipu.spark.Selection.Field;

/** A reader for each field that is asked for, of the batches of one partition. */
final class BatchReaders {
  private final List<BatchColumn> columns;
  private final List<VectorReader> readers = new ArrayList<>();
  private final List<Integer> positions = new ArrayList<>();

  /**
   * @param columns of {@link BatchScan}
   */
  BatchReaders(List<BatchColumn> columns) {
    this.columns = columns;
  }

  /** A reader; null for {@link Selection#NONE}. */
  VectorReader of(Field field) {
    if (!field.isPresent()) {
      return null;
    }

    BatchColumn column = columns.get(field.place());
    VectorReader reader = VectorReader.of(column);
    readers.add(reader);
    positions.add(column.position());
    return reader;
  }

  List<VectorReader> of(List<Field> fields) {
    return fields.stream().map(this::of).toList();
  }

  /** Continues with the next batch. */
  void take(ColumnarBatch batch) {
    for (int i = 0; i < readers.size(); i++) {
      readers.get(i).take(batch.column(positions.get(i)));
    }
  }
}
