package org.quipu.smallarea;

import java.util.Arrays;
import java.util.Comparator;
import org.quipu.math.SampleQuantiles;

/**
 * Ranks of areas over joint draws of their values; rank 1 has the highest value. Ties of a draw are
 * ranked in the order of the areas.
 */
public final class Ranks {
  /** By area: its rank in each draw, in rising order. */
  private final double[][] ranks;

  private Ranks(double[][] draws) {
    int areas = draws[0].length;
    this.ranks = new double[areas][draws.length];
    Integer[] order = new Integer[areas];
    for (int r = 0; r < draws.length; r++) {
      double[] draw = draws[r];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, Comparator.comparingDouble(i -> -draw[i]));
      for (int rank = 1; rank <= areas; rank++) {
        ranks[order[rank - 1]][r] = rank;
      }
    }
    Arrays.stream(ranks).forEach(Arrays::sort);
  }

  /**
   * Ranks over draws.
   *
   * @param draws one row a draw, one column an area
   */
  public static Ranks of(double[][] draws) {
    return new Ranks(draws);
  }

  /** The median of an area's rank. */
  public double median(int area) {
    return SampleQuantiles.type7(ranks[area], 0.5);
  }

  /** The lower end of the 90 % interval of an area's rank, a whole number. */
  public double low(int area) {
    return Math.floor(SampleQuantiles.type7(ranks[area], 0.05));
  }

  /** The upper end of the 90 % interval of an area's rank, a whole number. */
  public double high(int area) {
    return Math.ceil(SampleQuantiles.type7(ranks[area], 0.95));
  }

  /** The share of draws in which an area is among so many highest. */
  public double topProbability(int area, int highest) {
    return Arrays.stream(ranks[area]).filter(rank -> rank <= highest).count()
        / (double) ranks[area].length;
  }

  /** The share of draws in which an area's value is above a threshold; NaN without one. */
  static double exceedance(double[][] draws, int area, double threshold) {
    return Double.isNaN(threshold)
        ? Double.NaN
        : Arrays.stream(draws).filter(draw -> draw[area] > threshold).count()
            / (double) draws.length;
  }
}
