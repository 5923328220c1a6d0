package org.quipu.survey;

import java.io.Serializable;
import java.util.List;

/**
 * Replicate weights of a file (R: {@code svrepdesign(combined.weights = TRUE)}): each already holds
 * the sampling weight, on the same scale. A variance is {@code scale} times the sum of the squared
 * distances of the replicates from their mean.
 */
public record ReplicateWeights(List<String> columns, double scale) implements Serializable {
  /** No replicate weights. */
  public static final ReplicateWeights NONE = new ReplicateWeights(List.of(), 0);

  public ReplicateWeights {
    columns = List.copyOf(columns);
  }

  /** Balanced repeated replication. */
  public static ReplicateWeights brr(List<String> columns) {
    return fay(columns, 0);
  }

  /**
   * Fay's variant of balanced repeated replication.
   *
   * @param rho the share of its weight that a half left out keeps: 0 or more, under 1
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
