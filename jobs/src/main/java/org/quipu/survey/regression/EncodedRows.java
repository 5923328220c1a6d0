package org.quipu.survey.regression;

import java.util.Collection;
import java.util.List;

/** The encoded rows of a regression, wherever they are kept. */
public interface EncodedRows {
  /** Adds up all chunks, in any order and grouping. */
  <S extends RowSums<S>> S sums(S empty);

  /** Chunks in memory. */
  static EncodedRows inMemory(Collection<RowChunk> chunks) {
    List<RowChunk> kept = List.copyOf(chunks);
    return new EncodedRows() {
      @Override
      public <S extends RowSums<S>> S sums(S empty) {
        S sums = empty.fresh();
        kept.forEach(sums::add);
        return sums;
      }
    };
  }
}
