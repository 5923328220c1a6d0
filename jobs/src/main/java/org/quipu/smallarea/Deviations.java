package org.quipu.smallarea;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.quipu.math.Vectors;

/**
 * Joint draws of how far the estimates of all areas lie from their true values: bootstrap or
 * posterior draws about their mean, or normal draws. With them go the standard deviations of the
 * differences between areas.
 */
public final class Deviations {
  private final double[][] byArea;
  private final double[][] byDraw;

  /** By area: its covariance with the areas before it and its variance. */
  private final double[][] covariance;

  private Deviations(double[][] byArea, double[][] covariance) {
    this.byArea = byArea;
    this.byDraw = new double[byArea[0].length][byArea.length];
    for (int i = 0; i < byArea.length; i++) {
      for (int r = 0; r < byDraw.length; r++) {
        byDraw[r][i] = byArea[i][r];
      }
    }
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
    double[][] byArea = new double[areas][draws.length];
    for (int i = 0; i < areas; i++) {
      int area = i;
      Arrays.setAll(byArea[i], r -> draws[r][area]);
      double mean = Arrays.stream(byArea[i]).average().orElseThrow();
      Arrays.setAll(byArea[i], r -> draws[r][area] - mean);
    }
    double[][] covariance = new double[areas][];
    IntStream.range(0, areas)
        .parallel()
        .forEach(
            i -> {
              covariance[i] = Vectors.dots(byArea[i], byArea, i + 1);
              Arrays.setAll(covariance[i], j -> covariance[i][j] / (draws.length - 1));
            });

    return new Deviations(byArea, covariance);
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
    double[][] byArea = new double[areas][count];
    for (int r = 0; r < count; r++) {
      for (int i = 0; i < areas; i++) {
        byArea[i][r] = standardErrors[i] * random.nextGaussian();
      }
    }

    double[][] covariance = new double[areas][];
    for (int i = 0; i < areas; i++) {
      covariance[i] = new double[i + 1];
      covariance[i][i] = standardErrors[i] * standardErrors[i];
    }

    return new Deviations(byArea, covariance);
  }

  int areas() {
    return covariance.length;
  }

  /** Refuses estimates of other areas than these. */
  void requireAreas(int estimates) {
    if (estimates != areas()) {
      throw new IllegalArgumentException(
          "%d estimates with deviations of %d areas".formatted(estimates, areas()));
    }
  }

  /** How many draws there are. */
  int size() {
    return byArea[0].length;
  }

  /** The draws of one area. */
  double[] of(int area) {
    return byArea[area];
  }

  /** One draw of all areas. */
  double[] ofDraw(int r) {
    return byDraw[r];
  }

  /** The standard deviation of the difference between two areas; 0 where they move together. */
  double ofDifference(int i, int j) {
    double covariances = covariance[Math.max(i, j)][Math.min(i, j)];
    return Math.sqrt(Math.max(covariance[i][i] + covariance[j][j] - 2 * covariances, 0));
  }
}
