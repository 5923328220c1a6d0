package org.quipu.spark;

import java.util.Iterator;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * A columnar batch, valid until the next one is taken.
 *
 * @param piece that all its rows come from
 */
record FileBatch(ColumnarBatch rows, FilePiece piece) {
  /** Batches as a scan of files gives them. */
  static Iterator<FileBatch> of(Iterator<ColumnarBatch> batches) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return batches.hasNext();
      }

      @Override
      public FileBatch next() {
        ColumnarBatch batch = batches.next();
        return new FileBatch(batch, FilePiece.current());
      }
    };
  }
}
