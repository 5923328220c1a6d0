package org.quipu.survey;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import org.quipu.UserException;

/**
 * Replicate weights of a file (R: {@code svrepdesign(combined.weights = TRUE)}): each already holds
 * the sampling weight, on the same scale. A variance is the sum of the squared distances of the
 * replicates from their mean, each times its scale. What a column's scale is depends on how the
 * replicates were made, which the weights do not tell.
 *
 * @param scales one for each column
 */
public record ReplicateWeights(List<String> columns, List<Double> scales) implements Serializable {
  /** No replicate weights. */
  public static final ReplicateWeights NONE = new ReplicateWeights(List.of(), List.of());

  public ReplicateWeights {
    columns = List.copyOf(columns);
    scales = List.copyOf(scales);
    if (scales.size() != columns.size()) {
      throw new IllegalArgumentException(
          scales.size() + " scales of " + columns.size() + " columns of replicate weights");
    }

    for (double scale : scales) {
      if (!(scale >= 0 && scale < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("the scale of a replicate is 0 or more, not " + scale);
      }
    }
  }

  private static ReplicateWeights alike(List<String> columns, double scale) {
    return new ReplicateWeights(columns, Collections.nCopies(columns.size(), scale));
  }

  /** Balanced repeated replication: scales of 1/R. */
  public static ReplicateWeights brr(List<String> columns) {
    return fay(columns, 0);
  }

  /**
   * Fay's variant of balanced repeated replication: scales of 1/(R(1 − ρ)²).
   *
   * @param rho the share of its weight that a half left out keeps: 0 or more, under 1
   */
  public static ReplicateWeights fay(List<String> columns, double rho) {
    if (!(rho >= 0 && rho < 1)) {
      throw new IllegalArgumentException("Fay's factor lies from 0 to under 1, not " + rho);
    }

    return alike(columns, 1 / (columns.size() * (1 - rho) * (1 - rho)));
  }

  /** The jackknife of a sample without strata, a column a cluster: scales of (R − 1)/R. */
  public static ReplicateWeights jk1(List<String> columns) {
    return alike(columns, (columns.size() - 1.0) / columns.size());
  }

  /**
   * The stratified jackknife.
   *
   * @param scales for the column that leaves out a cluster of a stratum of n, (n − 1)/n
   */
  public static ReplicateWeights jkn(List<String> columns, List<Double> scales) {
    return new ReplicateWeights(columns, scales);
  }

  /** The bootstrap: scales of 1/(R − 1). */
  public static ReplicateWeights bootstrap(List<String> columns) {
    return alike(columns, 1 / (columns.size() - 1.0));
  }

  int count() {
    return columns.size();
  }

  /** A replicate as messages call it. */
  public String name(int replicate) {
    return "replicate " + (replicate + 1) + ", column " + columns.get(replicate);
  }

  /**
   * Checks a row's replicate weights.
   *
   * @param weights one for each column
   * @throws UserException if one is missing, negative or infinite
   */
  public void check(double[] weights) {
    for (int r = 0; r < weights.length; r++) {
      if (!(weights[r] >= 0 && weights[r] < Double.POSITIVE_INFINITY)) {
        throw UserException.input(
            "column " + columns.get(r),
            "a row whose replicate weight is missing, negative or infinite",
            "a replicate weight of 0 or more in every row",
            "Correct the weight, or leave out the row");
      }
    }
  }
}
