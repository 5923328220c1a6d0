package org.quipu.survey;

/** What is kept of the sample once its estimates are computed. */
public enum Retain {
  /**
   * Nothing: memory does not grow with the number of clusters. Without replicate weights, estimates
   * have no covariances.
   */
  NOTHING,
  /** The totals by cluster: covariances between any two estimates, and replicates. */
  CLUSTERS
}
