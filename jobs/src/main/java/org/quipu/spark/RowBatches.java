package org.quipu.spark;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.RowToColumnConverter;
import org.apache.spark.sql.execution.vectorized.OnHeapColumnVector;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Packs rows into columnar batches; the same vectors serve for all of them. */
final class RowBatches implements Iterator<FileBatch> {
  private static final int CAPACITY = 4096;

  private final Iterator<InternalRow> rows;
  private final RowToColumnConverter converter;
  private final WritableColumnVector[] vectors;
  private final ColumnarBatch batch;

  RowBatches(Iterator<InternalRow> rows, StructType schema) {
    this.rows = rows;
    this.converter = new RowToColumnConverter(schema);
    this.vectors = OnHeapColumnVector.allocateColumns(CAPACITY, schema);
    this.batch = new ColumnarBatch(vectors);
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public FileBatch next() {
    if (!rows.hasNext()) {
      throw new NoSuchElementException();
    }

    for (WritableColumnVector vector : vectors) {
      vector.reset();
    }

    FilePiece piece = FilePiece.current();
    int count = 0;
    do {
      converter.convert(rows.next(), vectors);
      count++;
    } while (count < CAPACITY && rows.hasNext() && FilePiece.current().equals(piece));
    batch.setNumRows(count);
    return new FileBatch(batch, piece);
  }
}
