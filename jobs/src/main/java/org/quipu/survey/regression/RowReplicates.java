package org.quipu.survey.regression;

import java.io.Serializable;
import java.util.List;

/** The replicates of the weights of encoded rows. */
interface RowReplicates extends Serializable {
  /** What the squared distance of each replicate from their mean counts. */
  List<Double> scales();

  /** A replicate as messages call it. */
  String name(int replicate);

  /**
   * How many replicates are linearly independent: of their weights by row (R: {@code
   * survey::degf}).
   */
  int rank(EncodedRows rows);

  /** The weights of a chunk's rows. */
  Weights of(RowChunk chunk);

  /** How many there are. */
  default int count() {
    return scales().size();
  }

  /** The weights of a chunk's rows in the replicates. */
  interface Weights {
    /** 0 or more. */
    double of(int replicate, int row);
  }
}
