package org.quipu.survey;

import java.util.List;

/** The covariance of estimates from their values in replicates (R: {@code survey::svrVar}). */
public final class ReplicateCovariance {
  private ReplicateCovariance() {}

  /**
   * Products of the distances from the mean of the replicates that count, each times its scale.
   *
   * @param replicates by replicate the k estimates
   * @param scales by replicate; one of 0 does not count
   * @param k how many estimates there are, of whatever number of replicates
   * @return k × k
   */
  public static double[][] of(double[][] replicates, List<Double> scales, int k) {
    double[] means = new double[k];
    long counting = scales.stream().filter(scale -> scale > 0).count();
    for (int r = 0; r < replicates.length; r++) {
      for (int i = 0; i < k && scales.get(r) > 0; i++) {
        means[i] += replicates[r][i] / counting;
      }
    }

    double[][] covariance = new double[k][k];
    for (int r = 0; r < replicates.length; r++) {
      double scale = scales.get(r);
      for (int i = 0; i < k && scale > 0; i++) {
        for (int j = 0; j <= i; j++) {
          covariance[i][j] += scale * (replicates[r][i] - means[i]) * (replicates[r][j] - means[j]);
        }
      }
    }

    for (int i = 0; i < k; i++) {
      for (int j = 0; j < i; j++) {
        covariance[j][i] = covariance[i][j];
      }
    }

    return covariance;
  }
}
