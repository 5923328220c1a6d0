package org.quipu.survey.regression;

import java.io.Serializable;

/**
 * What is added up over rows: the same to the last bit for any order and any grouping of chunks.
 *
 * @param <S> itself
 */
public interface RowSums<S extends RowSums<S>> extends Serializable {
  /** Sums of the same kind over no rows. */
  S fresh();

  /** Adds a chunk. */
  void add(RowChunk chunk);

  /** Adds the sums over other rows. */
  void merge(S other);
}
