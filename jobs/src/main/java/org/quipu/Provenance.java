package org.quipu;

/**
 * Where a number comes from, as the column {@code source} of the tables says; nearest to INEI's
 * microdata first.
 */
public enum Provenance implements Coded {
  /** Computed by Quipu from microdata. */
  MICRODATA,
  /** Published by the institution that keeps the data. */
  PUBLISHED,
  /** Computed by others from microdata, not published by INEI. */
  RECOMPUTED,
  /** Made up, for demonstrations. */
  SYNTHETIC;

  /** The provenance of a number that was made from two: the one further from the microdata. */
  public Provenance merge(Provenance other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Whether Quipu computed the number from a file of answers, real or synthetic. */
  public boolean isComputed() {
    return this == MICRODATA || this == SYNTHETIC;
  }
}
