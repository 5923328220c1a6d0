package org.quipu.smallarea;

import java.util.Arrays;
import org.quipu.math.SampleQuantiles;

/**
 * Which areas are above which others, with a bound on the probability of any false answer: one test
 * of each ordered pair by its studentized difference, all of them against the quantile of the
 * largest of these differences over the draws, stepwise. After each step the quantile is that of
 * the pairs not yet decided (Romano and Wolf 2005; Mogstad, Romano, Shaikh and Wilhelm 2024,
 * section 3).
 */
public final class PairwiseComparison {
  /** So many draws of three areas stay near the processor. */
  private static final int BLOCK = 1024;

  private final boolean[][] above;

  private PairwiseComparison(boolean[][] above) {
    this.above = above;
  }

  /**
   * Compares all areas with all others.
   *
   * @param estimates one an area
   * @param level the probability that no answer is false, such as 0.95
   */
  public static PairwiseComparison of(double[] estimates, Deviations deviations, double level) {
    int areas = estimates.length;
    int[] higher = new int[areas * (areas - 1)];
    int[] lower = new int[higher.length];
    int pairs = 0;
    for (int i = 0; i < areas; i++) {
      for (int j = 0; j < areas; j++) {
        if (i != j) {
          higher[pairs] = i;
          lower[pairs++] = j;
        }
      }
    }

    return stepwise(estimates, deviations, level, higher, lower);
  }

  /** Compares one area with all others, and these not with one another. */
  static PairwiseComparison with(
      int area, double[] estimates, Deviations deviations, double level) {
    int others = estimates.length - 1;
    int[] higher = new int[2 * others];
    int[] lower = new int[2 * others];
    for (int n = 0; n < others; n++) {
      int other = n < area ? n : n + 1;
      higher[n] = area;
      lower[n] = other;
      higher[others + n] = other;
      lower[others + n] = area;
    }

    return stepwise(estimates, deviations, level, higher, lower);
  }

  /** Whether the first area's true value is above the second's, by a test. */
  public boolean isAbove(int area, int other) {
    return above[area][other];
  }

  /** Whether two areas can be told apart. */
  public boolean differ(int area, int other) {
    return above[area][other] || above[other][area];
  }

  int areas() {
    return above.length;
  }

  private static PairwiseComparison stepwise(
      double[] estimates, Deviations deviations, double level, int[] higher, int[] lower) {
    if (estimates.length != deviations.areas()) {
      throw new IllegalArgumentException(
          "%d estimates with deviations of %d areas"
              .formatted(estimates.length, deviations.areas()));
    }

    boolean[][] above = new boolean[estimates.length][estimates.length];
    double[] precision = new double[higher.length];
    int open = 0;
    for (int n = 0; n < higher.length; n++) {
      double deviation = deviations.ofDifference(higher[n], lower[n]);
      if (deviation > 0) {
        higher[open] = higher[n];
        lower[open] = lower[n];
        precision[open++] = 1 / deviation;
      } else {
        // Without sampling variation nothing is left to test.
        above[higher[n]][lower[n]] = estimates[higher[n]] > estimates[lower[n]];
      }
    }

    for (int before = -1; open > 0 && open != before; ) {
      before = open;
      double critical = critical(deviations, level, higher, lower, precision, open);
      open = 0;
      for (int n = 0; n < before; n++) {
        if ((estimates[higher[n]] - estimates[lower[n]]) * precision[n] > critical) {
          above[higher[n]][lower[n]] = true;
        } else {
          higher[open] = higher[n];
          lower[open] = lower[n];
          precision[open++] = precision[n];
        }
      }
    }

    return new PairwiseComparison(above);
  }

  /** The quantile over draws of the largest studentized difference of the open pairs. */
  private static double critical(
      Deviations deviations,
      double level,
      int[] higher,
      int[] lower,
      double[] precision,
      int open) {
    double[] largest = new double[deviations.size()];
    Arrays.fill(largest, Double.NEGATIVE_INFINITY);
    for (int from = 0; from < largest.length; from += BLOCK) {
      int to = Math.min(from + BLOCK, largest.length);
      for (int n = 0; n < open; n++) {
        raise(largest, deviations.of(higher[n]), deviations.of(lower[n]), precision[n], from, to);
      }
    }
    Arrays.sort(largest);
    return SampleQuantiles.type7(largest, level);
  }

  private static void raise(
      double[] largest, double[] higher, double[] lower, double precision, int from, int to) {
    for (int r = from; r < to; r++) {
      largest[r] = Math.max(largest[r], (higher[r] - lower[r]) * precision);
    }
  }
}
