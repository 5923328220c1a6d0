package org.quipu.survey.calibration;

import java.io.Serializable;
import org.quipu.survey.ReplicateFactors;

/**
 * What a calibration of the replicates of a sample found: the weights of each meet the totals by
 * themselves (R: {@code survey::calibrate} of a {@code svyrep.design}).
 */
final class CalibratedReplicates implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No replicates. */
  static final CalibratedReplicates NONE =
      new CalibratedReplicates(null, new double[0], new double[0][], null);

  private final ReplicateFactors factors;
  private final double[] firsts;
  private final double[][] coefficients;
  private final String negative;

  /**
   * @param factors of the clusters; null of replicate weights of the file
   * @param firsts by replicate, what brought its weights to where the calibration starts
   * @param coefficients by replicate, of the auxiliary columns
   * @param negative a replicate in which weights are negative, as messages call it; null without
   */
  CalibratedReplicates(
      ReplicateFactors factors, double[] firsts, double[][] coefficients, String negative) {
    this.factors = factors;
    this.firsts = firsts;
    this.coefficients = coefficients;
    this.negative = negative;
  }

  ReplicateFactors factors() {
    return factors;
  }

  int count() {
    return coefficients.length;
  }

  double first(int replicate) {
    return firsts[replicate];
  }

  double[] coefficients(int replicate) {
    return coefficients[replicate];
  }

  String negative() {
    return negative;
  }
}
