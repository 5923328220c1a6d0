package org.quipu.survey.kernel;

import java.io.Serializable;
import java.util.Arrays;
import org.quipu.survey.ReplicateFactors;

/** What the weights of a stratum's rows in the replicates are made of. */
final class ReplicateRows implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Null where replicates are not made of clusters. */
  private final ReplicateFactors factors;

  /** The replicate weights of the file; of replicates made of clusters, the sampling weight. */
  private final double[][] columns;

  ReplicateRows(EstimationPlan plan, String group, int room) {
    this.factors = plan.factors(group);
    this.columns = new double[factors == null ? plan.replicates() : 1][room];
  }

  /** How many replicates there are. */
  int count() {
    return factors == null ? columns.length : factors.count();
  }

  /** The columns that tell rows apart. */
  double[][] columns() {
    return columns;
  }

  /** Notes the sampling weight of a row. */
  void sampled(int row, double weight) {
    if (factors != null) {
      columns[0][row] = weight;
    }
  }

  /** Sets one of the replicate weights of the file. */
  void set(int row, int replicate, double weight) {
    columns[replicate][row] = weight;
  }

  /** Copies a row of others. */
  void copy(ReplicateRows other, int from, int to) {
    for (int i = 0; i < columns.length; i++) {
      columns[i][to] = other.columns[i][from];
    }
  }

  void grow(int room) {
    Arrays.setAll(columns, i -> Arrays.copyOf(columns[i], room));
  }

  /**
   * The weights of all rows in a replicate, calibrated where the sample's are.
   *
   * @param rank of each cluster among those of the stratum, by its number
   */
  double[] weights(int replicate, StratumRows rows, int[] rank) {
    int first = factors == null ? 0 : factors.first(rows.stratum);
    double[] weights = new double[rows.size];
    for (int row = 0; row < weights.length; row++) {
      double weight =
          factors == null
              ? columns[replicate][row]
              : columns[0][row] * factors.factor(replicate, first + rank[rows.clusters[row]]);
      weights[row] =
          rows.auxiliary == null ? weight : weight * rows.auxiliary.ratio(replicate, row);
    }

    return weights;
  }
}
