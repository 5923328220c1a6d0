package org.quipu.spark;

import org.apache.spark.rdd.InputFileBlockHolder;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A piece of a file, which one task reads.
 *
 * @param file empty where rows come from no file
 * @param start of the piece, in bytes
 */
record FilePiece(UTF8String file, long start) {
  /** The piece that this task has reached. */
  static FilePiece current() {
    return new FilePiece(
        InputFileBlockHolder.getInputFilePath(), InputFileBlockHolder.getStartOffset());
  }
}
