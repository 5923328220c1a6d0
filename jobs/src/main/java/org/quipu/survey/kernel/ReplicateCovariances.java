package org.quipu.survey.kernel;

import java.util.List;
import org.quipu.survey.DesignCovariances;
import org.quipu.survey.DomainTable;
import org.quipu.survey.Estimate;
import org.quipu.survey.Outcome;
import org.quipu.survey.ReplicateCovariance;
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
    double[][] values = estimates.stream().map(replicates::of).toArray(double[][]::new);
    return covariance(values, replicates.scales(group));
  }

  /** The variance over replicates: the squares about their mean, each times its scale. */
  static double variance(double[] values, List<Double> scales) {
    return covariance(new double[][] {values}, scales)[0][0];
  }

  /**
   * The covariance of estimates.
   *
   * @param values by estimate and replicate
   */
  private static double[][] covariance(double[][] values, List<Double> scales) {
    double[][] replicates = new double[scales.size()][values.length];
    for (int r = 0; r < replicates.length; r++) {
      for (int i = 0; i < values.length; i++) {
        replicates[r][i] = values[i][r];
      }
    }

    return ReplicateCovariance.of(replicates, scales, values.length);
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
