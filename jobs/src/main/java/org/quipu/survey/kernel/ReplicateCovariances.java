package org.quipu.survey.kernel;

import java.util.List;
import java.util.stream.IntStream;
import org.quipu.survey.DesignCovariances;
import org.quipu.survey.DomainTable;
import org.quipu.survey.Estimate;
import org.quipu.survey.Outcome;
import org.quipu.survey.Replication;

/**
 * Covariances of estimates of one group over the replicates of its sample; those of several groups
 * by linearization.
 */
final class ReplicateCovariances implements DesignCovariances {
  private final Replicates replicates;
  private final DesignCovariances linearized;

  /** Estimates in the replicates of their samples, whose order is the same for all. */
  interface Replicates {
    /** An estimate in each replicate. */
    double[] of(Estimate estimate);

    /** What the squared distance of each replicate of a group counts. */
    List<Double> scales(String group);
  }

  /** What an estimate is of, whatever its variance. */
  record Subject(String group, Outcome outcome, DomainTable table, List<String> codes) {
    static Subject of(Estimate estimate) {
      return new Subject(estimate.group(), estimate.outcome(), estimate.table(), estimate.codes());
    }
  }

  ReplicateCovariances(Replicates replicates, DesignCovariances linearized) {
    this.replicates = replicates;
    this.linearized = linearized;
  }

  @Override
  public double[][] within(List<Estimate> estimates) {
    String group = Covariances.group(estimates);
    List<Double> scales = replicates.scales(group);
    List<double[]> distances =
        estimates.stream().map(each -> distances(replicates.of(each), scales)).toList();
    int count = distances.size();
    double[][] covariance = new double[count][count];
    for (int i = 0; i < count; i++) {
      for (int j = i; j < count; j++) {
        covariance[i][j] = product(distances.get(i), distances.get(j), scales);
        covariance[j][i] = covariance[i][j];
      }
    }

    return covariance;
  }

  /** The variance over replicates: the squares about their mean, each times its scale. */
  static double variance(double[] values, List<Double> scales) {
    double[] distances = distances(values, scales);
    return product(distances, distances, scales);
  }

  /** From the mean of the replicates that count. */
  private static double[] distances(double[] values, List<Double> scales) {
    double mean =
        IntStream.range(0, values.length)
            .filter(r -> scales.get(r) > 0)
            .mapToDouble(r -> values[r])
            .average()
            .orElse(Double.NaN);
    double[] distances = values.clone();
    for (int r = 0; r < distances.length; r++) {
      distances[r] -= mean;
    }

    return distances;
  }

  private static double product(double[] a, double[] b, List<Double> scales) {
    double sum = 0;
    for (int r = 0; r < a.length; r++) {
      sum += scales.get(r) * a[r] * b[r];
    }

    return sum;
  }

  @Override
  public double[][] matched(List<Estimate> rows, List<Estimate> columns) {
    return linearized.matched(rows, columns);
  }

  @Override
  public int matchedDf(Estimate estimate, List<Estimate> others) {
    return linearized.matchedDf(estimate, others);
  }

  @Override
  public int matchedClusters(String group, String other) {
    return linearized.matchedClusters(group, other);
  }

  @Override
  public DesignCovariances replicated(Replication replication) {
    return linearized.replicated(replication);
  }
}
