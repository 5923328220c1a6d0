package org.quipu.survey;

import java.io.Serializable;
import java.util.List;

/**
 * Replicate weights that a file brings, whole (combined with the sampling weight) and scaled as the
 * sampling weight is. A variance is {@code scale} times the squares of the replicates about their
 * mean.
 */
public record ReplicateWeights(List<String> columns, double scale) implements Serializable {
  public static final ReplicateWeights NONE = new ReplicateWeights(List.of(), 0);

  public ReplicateWeights {
    columns = List.copyOf(columns);
  }

  /** Balanced repeated replication. */
  public static ReplicateWeights brr(List<String> columns) {
    return fay(columns, 0);
  }

  /**
   * Fay's variant of balanced replication.
   *
   * @param rho what the half that is left out keeps of its weight: 0 or more, under 1
   */
  public static ReplicateWeights fay(List<String> columns, double rho) {
    if (!(rho >= 0 && rho < 1)) {
      throw new IllegalArgumentException("Fay's factor lies from 0 to under 1, not " + rho);
    }

    return new ReplicateWeights(columns, 1 / (columns.size() * (1 - rho) * (1 - rho)));
  }

  int count() {
    return columns.size();
  }
}
