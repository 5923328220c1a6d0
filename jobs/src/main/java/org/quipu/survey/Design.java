package org.quipu.survey;

import java.io.Serializable;
import java.util.List;

/**
 * A sampling design, given by the columns that hold it (R: {@code svydesign}). Immutable; the
 * {@code with} methods give changed copies.
 *
 * @param stratum null where the sample is not stratified
 * @param clusters the column of the primary sampling units, and that of the second-stage units
 *     where the second stage counts too; empty where rows were sampled individually. Identifiers
 *     are nested: cluster 1 of one stratum is not cluster 1 of another.
 * @param weight the sampling weight; null where all rows weigh the same
 * @param weightScale what a weight is divided by: 1e6 for weights in millionths
 * @param fpc finite population correction: for each stage the column that holds the number of
 *     clusters in the stratum (or units in the cluster) or, where under 1, the sampling fraction;
 *     empty for sampling with replacement
 * @param lonely what strata with a single cluster contribute
 * @param deffReference the simple random sample that design effects compare with
 * @param replicates the replicate weights of the file, where variances come from these
 */
public record Design(
    String stratum,
    List<String> clusters,
    String weight,
    double weightScale,
    List<String> fpc,
    LonelyPsu lonely,
    DeffReference deffReference,
    ReplicateWeights replicates)
    implements Serializable {
  public Design {
    clusters = List.copyOf(clusters);
    fpc = List.copyOf(fpc);
    if (clusters.size() > 2 || fpc.size() > Math.max(1, clusters.size())) {
      throw new IllegalArgumentException("at most two stages, and no fpc without its stage");
    }
  }

  /** A simple random sample with replacement; strata with a single cluster are refused. */
  public static Design simple() {
    return new Design(
        null,
        List.of(),
        null,
        1,
        List.of(),
        LonelyPsu.FAIL,
        DeffReference.WITH_REPLACEMENT,
        ReplicateWeights.NONE);
  }

  /**
   * Clusters sampled with replacement within strata; strata with a single cluster are refused.
   *
   * @param stratum column, or null
   * @param weight column, or null
   */
  public static Design clustered(String stratum, String cluster, String weight) {
    return simple().withStratum(stratum).withClusters(cluster).withWeight(weight);
  }

  public Design withStratum(String column) {
    return new Design(
        column, clusters, weight, weightScale, fpc, lonely, deffReference, replicates);
  }

  public Design withClusters(String... columns) {
    return new Design(
        stratum, List.of(columns), weight, weightScale, fpc, lonely, deffReference, replicates);
  }

  public Design withWeight(String column) {
    return new Design(
        stratum, clusters, column, weightScale, fpc, lonely, deffReference, replicates);
  }

  public Design withWeightScale(double scale) {
    return new Design(stratum, clusters, weight, scale, fpc, lonely, deffReference, replicates);
  }

  /** Sampling without replacement, which design effects then compare with too. */
  public Design withFpc(String... columns) {
    return new Design(
        stratum,
        clusters,
        weight,
        weightScale,
        List.of(columns),
        lonely,
        DeffReference.WITHOUT_REPLACEMENT,
        replicates);
  }

  public Design withLonely(LonelyPsu treatment) {
    return new Design(
        stratum, clusters, weight, weightScale, fpc, treatment, deffReference, replicates);
  }

  public Design withDeffReference(DeffReference reference) {
    return new Design(stratum, clusters, weight, weightScale, fpc, lonely, reference, replicates);
  }

  public Design withReplicates(ReplicateWeights weights) {
    return new Design(stratum, clusters, weight, weightScale, fpc, lonely, deffReference, weights);
  }

  /** Whether the variance between second-stage units counts. */
  boolean twoStages() {
    return fpc.size() == 2;
  }
}
