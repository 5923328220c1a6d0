package org.quipu.survey;

import java.util.List;

/**
 * Covariances that the sampling design gives to estimates of one survey file, from what was
 * retained of the sample.
 */
public interface DesignCovariances {
  /**
   * The covariance matrix of estimates of one group, made as their variances are.
   *
   * @throws IllegalStateException where cluster totals were not retained
   */
  double[][] within(List<Estimate> estimates);

  /**
   * The covariances of estimates of one group (rows) with those of another (columns), through the
   * clusters that both sampled.
   *
   * @throws IllegalStateException where cluster totals were not retained
   */
  double[][] matched(List<Estimate> rows, List<Estimate> columns);

  /**
   * The degrees of freedom that an estimate's sample shares with those of estimates of other
   * groups: of the clusters with an answer to it that have an answer to one of the others too,
   * their number less that of their strata.
   *
   * @throws IllegalStateException where cluster totals were not retained
   */
  int matchedDf(Estimate estimate, List<Estimate> others);

  /**
   * How many clusters the samples of two groups have in common: those of equal identifier in strata
   * of equal identifier.
   *
   * @throws IllegalStateException where cluster totals were not retained
   */
  int matchedClusters(String group, String other);

  /**
   * The same sample with covariances within groups over replicates of the cluster totals; they
   * throw IllegalStateException where cluster totals were not retained.
   */
  DesignCovariances replicated(Replication replication);
}
