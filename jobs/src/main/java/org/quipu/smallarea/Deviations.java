package org.quipu.smallarea;

import java.util.SplittableRandom;

/**
 * Joint draws of how far the estimates of all areas lie from their true values: bootstrap or
 * posterior draws about their mean, or normal draws. With them go the standard deviations of the
 * differences between areas.
 */
public final class Deviations {
  private final double[][] draws;
  private final double[][] covariance;

  private Deviations(double[][] draws, double[][] covariance) {
    this.draws = draws;
    this.covariance = covariance;
  }

  /**
   * The deviations of draws from their means.
   *
   * @param draws two rows or more, one a draw; one column an area
   */
  public static Deviations of(double[][] draws) {
    if (draws.length < 2) {
      throw new IllegalArgumentException("deviations need two draws or more, not " + draws.length);
    }

    int areas = draws[0].length;
    double[] means = new double[areas];
    for (double[] draw : draws) {
      for (int i = 0; i < areas; i++) {
        means[i] += draw[i] / draws.length;
      }
    }

    double[][] centred = new double[draws.length][areas];
    double[][] covariance = new double[areas][areas];
    for (int r = 0; r < draws.length; r++) {
      double[] row = centred[r];
      for (int i = 0; i < areas; i++) {
        row[i] = draws[r][i] - means[i];
        for (int j = 0; j <= i; j++) {
          covariance[i][j] += row[i] * row[j] / (draws.length - 1);
        }
      }
    }

    return new Deviations(centred, covariance);
  }

  /**
   * Normal deviations of independent estimates.
   *
   * @param standardErrors one an area
   * @param count of draws
   * @param seed the same seed gives the same draws
   */
  public static Deviations independentNormal(double[] standardErrors, int count, long seed) {
    int areas = standardErrors.length;
    SplittableRandom random = new SplittableRandom(seed);
    double[][] draws = new double[count][areas];
    for (double[] draw : draws) {
      for (int i = 0; i < areas; i++) {
        draw[i] = standardErrors[i] * random.nextGaussian();
      }
    }

    double[][] covariance = new double[areas][areas];
    for (int i = 0; i < areas; i++) {
      covariance[i][i] = standardErrors[i] * standardErrors[i];
    }

    return new Deviations(draws, covariance);
  }

  int areas() {
    return covariance.length;
  }

  /** One row a draw, one column an area. */
  double[][] draws() {
    return draws;
  }

  /** The standard deviation of the difference between two areas; 0 where they move together. */
  double ofDifference(int i, int j) {
    double covariances = covariance[Math.max(i, j)][Math.min(i, j)];
    return Math.sqrt(Math.max(covariance[i][i] + covariance[j][j] - 2 * covariances, 0));
  }
}
