package org.quipu.smallarea;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.quipu.math.Distributions;
import org.quipu.math.SampleQuantiles;

/**
 * r-values of areas whose true values have normal distributions (Henderson and Newton 2016, Making
 * the cut: improved ranking and selection for large-scale inference, Journal of the Royal
 * Statistical Society B 78; R: {@code rvalues::rvalues}). An area's r-value is the smallest share α
 * for which the area belongs to a list of the α areas with the highest values, when the list is
 * made of the areas that are likeliest to be above the value that a share α of all areas exceeds.
 * Lists made so agree best with the true ones; unlike a rank by the estimate, that by the r-value
 * favours neither areas with many nor those with few data.
 */
public final class RValues {
  /** Shares of a whole number of areas must count as such in floating point. */
  private static final double ROUNDING = 1e-9;

  private RValues() {}

  /**
   * The r-values of areas whose estimates and true values are normal.
   *
   * @param estimates one an area
   * @param standardErrors of the estimates
   * @param mean of the areas' true values
   * @param variance of the areas' true values
   * @param points of the grid of shares, spaced evenly on the scale of logarithms from 1 / areas to
   *     1 − 1 / areas
   * @return one an area, in (0, 1]; 1 for an area in no list of the grid
   */
  public static double[] ofEstimates(
      double[] estimates, double[] standardErrors, double mean, double variance, int points) {
    double[] means = new double[estimates.length];
    double[] deviations = new double[estimates.length];
    for (int i = 0; i < means.length; i++) {
      double gamma = variance / (variance + standardErrors[i] * standardErrors[i]);
      means[i] = mean + gamma * (estimates[i] - mean);
      deviations[i] = Math.sqrt(gamma) * standardErrors[i];
    }

    return ofPosterior(means, deviations, mean, variance, points);
  }

  /**
   * The r-values of areas whose true values have normal posterior distributions.
   *
   * @param means of the posterior, one an area
   * @param deviations standard deviations of the posterior, above 0
   * @param mean of all areas' true values
   * @param variance of all areas' true values
   * @param points of the grid, as in {@link #ofEstimates}
   */
  public static double[] ofPosterior(
      double[] means, double[] deviations, double mean, double variance, int points) {
    int areas = means.length;
    if (areas < 3 || points < 2) {
      throw new IllegalArgumentException(
          "r-values need 3 areas and 2 points or more, not %d and %d".formatted(areas, points));
    }

    double[] values = new double[areas];
    Arrays.fill(values, 1);
    double first = Math.log(1.0 / areas);
    double last = Math.log(1 - 1.0 / areas);
    for (int point = points - 1; point >= 0; point--) {
      double share = Math.exp(first + (last - first) * point / (points - 1));
      double threshold = mean - Math.sqrt(variance) * Distributions.normalQuantile(share);
      // The order of the areas' probabilities of being above the threshold.
      IntStream.range(0, areas)
          .boxed()
          .sorted(Comparator.comparingDouble(i -> (threshold - means[i]) / deviations[i]))
          .limit((long) Math.floor(areas * share + ROUNDING))
          .forEach(i -> values[i] = share);
    }

    return values;
  }

  /**
   * The r-values of areas whose true values have been drawn jointly from their posterior. The value
   * that a share of all areas exceeds is that of the draws of all areas together, and shares are
   * those of whole numbers of areas.
   *
   * @param draws one row a draw, one column an area
   * @return one an area, in (0, 1]
   */
  public static double[] ofDraws(double[][] draws) {
    int areas = draws[0].length;
    double[][] byArea = new double[areas][draws.length];
    double[] all = new double[areas * draws.length];
    double[] means = new double[areas];
    for (int i = 0; i < areas; i++) {
      int area = i;
      Arrays.setAll(byArea[i], r -> draws[r][area]);
      Arrays.sort(byArea[i]);
      System.arraycopy(byArea[i], 0, all, i * draws.length, draws.length);
      means[i] = Arrays.stream(byArea[i]).average().orElseThrow();
    }
    Arrays.parallelSort(all);

    // Areas that are as often above the threshold are taken in the order of their means.
    long[] order = new long[areas];
    int[] byMean =
        IntStream.range(0, areas)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -means[i]))
            .mapToInt(i -> i)
            .toArray();
    for (int place = 0; place < areas; place++) {
      order[byMean[place]] = (long) areas - place;
    }
    double[] values = new double[areas];
    Arrays.fill(values, 1);
    long[] keys = new long[areas];
    int[] below = new int[areas];
    for (int count = areas - 1; count > 0; count--) {
      double share = (double) count / areas;
      double threshold = SampleQuantiles.type7(all, 1 - share);
      for (int i = 0; i < areas; i++) {
        // The threshold rises, so that the draws that it has passed stay below it.
        while (below[i] < draws.length && byArea[i][below[i]] <= threshold) {
          below[i]++;
        }
        keys[i] = (draws.length - below[i]) * (areas + 1L) + order[i];
      }
      long[] sorted = keys.clone();
      Arrays.sort(sorted);
      long last = sorted[areas - count];
      for (int i = 0; i < areas; i++) {
        values[i] = keys[i] >= last ? share : values[i];
      }
    }

    return values;
  }
}
