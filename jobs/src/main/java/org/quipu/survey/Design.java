package org.quipu.survey;

import java.io.Serializable;
import java.util.List;
import org.quipu.UserException;
import org.quipu.survey.calibration.Calibration;
import org.quipu.survey.calibration.Calibrations;

/**
 * A sampling design, given by the columns that hold it (R: {@code svydesign}): {@code
 * Design.clusters("dnum").strata("stype").weights("pw").fpc("fpc")}. Immutable; the methods that
 * take an argument return changed copies.
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
 * @param lonelyPsu what strata with a single cluster contribute
 * @param deffReference the simple random sample that design effects compare with
 * @param replicates the replicate weights of the file, where variances come from these
 * @param replication how replicates are made of the clusters, where variances come from these; null
 *     for none
 * @param calibration of the weights to totals of the population; null for weights as they are
 */
public record Design(
    String stratum,
    List<String> clusters,
    String weight,
    double weightScale,
    List<String> fpc,
    LonelyPsu lonelyPsu,
    DeffReference deffReference,
    ReplicateWeights replicates,
    Replication replication,
    Calibrations calibration)
    implements Serializable {
  public Design {
    clusters = List.copyOf(clusters);
    fpc = List.copyOf(fpc);
    if (clusters.size() > 2 || fpc.size() > Math.max(1, clusters.size())) {
      throw new IllegalArgumentException("at most two stages, and no fpc without its stage");
    }

    if (replication != null && !replicates.columns().isEmpty()) {
      throw new IllegalArgumentException("replicates are of the file, or made of its clusters");
    }

    boolean replicated = replication != null || !replicates.columns().isEmpty();
    if (calibration != null && replicated && !calibration.any().trim().isNone()) {
      throw new UserException(
          "the weights of replicates are calibrated and not trimmed; leave out the trimming, or"
              + " the replicates");
    }

    if (calibration != null && replication != null && clusters.isEmpty()) {
      throw new UserException(
          "replicates of calibrated weights are made of clusters; name their column, or that of"
              + " the rows' own identifiers where rows were sampled");
    }
  }

  /** A simple random sample with replacement; strata with a single cluster are refused. */
  public static Design simple() {
    return clusters(new String[0]);
  }

  /**
   * Clusters sampled with replacement; strata with a single cluster are refused.
   *
   * @param columns of the primary sampling units, and of the second-stage units where they count;
   *     none where rows were sampled individually
   */
  public static Design clusters(String... columns) {
    return new Design(
        null,
        List.of(columns),
        null,
        1,
        List.of(),
        LonelyPsu.FAIL,
        DeffReference.WITH_REPLACEMENT,
        ReplicateWeights.NONE,
        null,
        null);
  }

  /** Sampled within strata; null for none. */
  public Design strata(String column) {
    return new Design(
        column,
        clusters,
        weight,
        weightScale,
        fpc,
        lonelyPsu,
        deffReference,
        replicates,
        replication,
        calibration);
  }

  /** Rows weigh as this column says; null for equal weights. */
  public Design weights(String column) {
    return new Design(
        stratum,
        clusters,
        column,
        weightScale,
        fpc,
        lonelyPsu,
        deffReference,
        replicates,
        replication,
        calibration);
  }

  /** Weights, and replicate weights, are divided by this. */
  public Design weightScale(double scale) {
    return new Design(
        stratum,
        clusters,
        weight,
        scale,
        fpc,
        lonelyPsu,
        deffReference,
        replicates,
        replication,
        calibration);
  }

  /** Sampling without replacement, which design effects then compare with too. */
  public Design fpc(String... columns) {
    return new Design(
        stratum,
        clusters,
        weight,
        weightScale,
        List.of(columns),
        lonelyPsu,
        DeffReference.WITHOUT_REPLACEMENT,
        replicates,
        replication,
        calibration);
  }

  /** What strata with a single cluster contribute. */
  public Design lonelyPsu(LonelyPsu treatment) {
    return new Design(
        stratum,
        clusters,
        weight,
        weightScale,
        fpc,
        treatment,
        deffReference,
        replicates,
        replication,
        calibration);
  }

  /** What design effects compare with. */
  public Design deffReference(DeffReference reference) {
    return new Design(
        stratum,
        clusters,
        weight,
        weightScale,
        fpc,
        lonelyPsu,
        reference,
        replicates,
        replication,
        calibration);
  }

  /** Variances come from the replicate weights of the file. */
  public Design replicates(ReplicateWeights weights) {
    return new Design(
        stratum,
        clusters,
        weight,
        weightScale,
        fpc,
        lonelyPsu,
        deffReference,
        weights,
        replication,
        calibration);
  }

  /** Variances come from replicates that are made of the clusters; null for none. */
  public Design replicated(Replication how) {
    return new Design(
        stratum,
        clusters,
        weight,
        weightScale,
        fpc,
        lonelyPsu,
        deffReference,
        replicates,
        how,
        calibration);
  }

  /** Whether variances come from replicates. */
  public boolean isReplicated() {
    return replication != null || !replicates.columns().isEmpty();
  }

  /** Weights are calibrated to totals (R: {@code survey::calibrate}); null for as they are. */
  public Design calibrated(Calibration to) {
    return calibrated(Calibrations.same(to));
  }

  /** The weights of each group are calibrated to its totals; null for as they are. */
  public Design calibrated(Calibrations to) {
    return new Design(
        stratum,
        clusters,
        weight,
        weightScale,
        fpc,
        lonelyPsu,
        deffReference,
        replicates,
        replication,
        to);
  }

  /** Whether the variance between second-stage units counts. */
  public boolean twoStages() {
    return fpc.size() == 2;
  }
}
