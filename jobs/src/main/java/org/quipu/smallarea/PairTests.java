package org.quipu.smallarea;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.quipu.math.SampleQuantiles;

/**
 * Tests of pairs of areas by their studentized differences, all of them against the quantile of the
 * largest of these over the draws, stepwise: after each step the quantile is that of the pairs not
 * yet decided and of the opposites of those that are (Romano and Wolf 2005).
 *
 * <p>A draw's largest difference is looked for again only where the pair that gave it has been
 * decided, so that all steps together cost hardly more than the first.
 */
final class PairTests {
  /** So many pairs are looked at first for whether all need to be. */
  private static final int FIRST_PART = 64;

  /** So many draws of two areas stay near the processor. */
  private static final int BLOCK = 256;

  private final Deviations deviations;

  /** By pair: the area with the higher estimate, and the other one. */
  private final int[] higher;

  private final int[] lower;

  /** By pair: one over the standard deviation of the difference; 0 without sampling variation. */
  private final double[] precision;

  private final boolean[] decided;

  /** By draw: the largest studentized difference, and the pair that has it. */
  private final double[] largest;

  private final int[] largestPair;

  /**
   * Tests pairs.
   *
   * @param estimates one an area
   * @param first one area of each pair
   * @param second the other one
   * @param level the probability that no answer is false
   */
  PairTests(double[] estimates, Deviations deviations, int[] first, int[] second, double level) {
    this.deviations = deviations;
    this.higher = first.clone();
    this.lower = second.clone();
    this.precision = new double[first.length];
    this.decided = new boolean[first.length];
    this.largest = new double[deviations.size()];
    this.largestPair = new int[largest.length];
    double[] statistics = new double[first.length];
    for (int n = 0; n < first.length; n++) {
      if (estimates[first[n]] < estimates[second[n]]) {
        higher[n] = second[n];
        lower[n] = first[n];
      }
      double difference = estimates[higher[n]] - estimates[lower[n]];
      double deviation = deviations.ofDifference(higher[n], lower[n]);
      if (deviation > 0) {
        precision[n] = 1 / deviation;
        statistics[n] = difference / deviation;
      } else {
        // Without sampling variation nothing is left to test.
        decided[n] = difference > 0;
      }
    }

    if (mayDecide(statistics, level)) {
      int blocks = (largest.length + BLOCK - 1) / BLOCK;
      IntStream.range(0, blocks).parallel().forEach(this::start);
      step(statistics, level);
    }
  }

  /**
   * Whether a test might find a difference. The largest of some of the pairs is no larger than that
   * of all, and neither is its quantile: where no difference exceeds that, as among areas with few
   * data, the others need not be looked at.
   */
  private boolean mayDecide(double[] statistics, double level) {
    double highest = Arrays.stream(statistics).max().orElse(0);
    double[] some = new double[largest.length];
    int from = 0;
    for (int part = FIRST_PART; part < higher.length / 2; part *= 4) {
      // Neighbours in the list share areas: a stride takes pairs from everywhere.
      int stride = higher.length / part;
      for (int n = from; n < part; n++) {
        add(n * stride % higher.length, some);
      }
      from = part;
      double[] sorted = some.clone();
      Arrays.sort(sorted);
      if (highest <= SampleQuantiles.type7(sorted, level)) {
        return false;
      }
    }

    return highest > 0;
  }

  private void add(int pair, double[] some) {
    double[] above = deviations.of(higher[pair]);
    double[] below = deviations.of(lower[pair]);
    for (int r = 0; r < some.length; r++) {
      some[r] = Math.max(some[r], Math.abs(above[r] - below[r]) * precision[pair]);
    }
  }

  /** Finds the largest differences of a block of draws. */
  private void start(int block) {
    int from = block * BLOCK;
    int to = Math.min(from + BLOCK, largest.length);
    Arrays.fill(largest, from, to, Double.NEGATIVE_INFINITY);
    for (int n = 0; n < higher.length; n++) {
      double[] above = deviations.of(higher[n]);
      double[] below = deviations.of(lower[n]);
      for (int r = from; r < to; r++) {
        double size = Math.abs(above[r] - below[r]) * precision[n];
        if (size > largest[r]) {
          largest[r] = size;
          largestPair[r] = n;
        }
      }
    }
  }

  private void step(double[] statistics, double level) {
    boolean more = higher.length > 0;
    while (more) {
      double[] sorted = largest.clone();
      Arrays.sort(sorted);
      double critical = SampleQuantiles.type7(sorted, level);
      more = false;
      for (int n = 0; n < statistics.length; n++) {
        if (!decided[n] && statistics[n] > critical) {
          decided[n] = true;
          more = true;
        }
      }
      if (more) {
        IntStream.range(0, largest.length).parallel().filter(this::isStale).forEach(this::renew);
      }
    }
  }

  /** Whether a draw's largest difference is one that has been decided. */
  private boolean isStale(int r) {
    int n = largestPair[r];
    double[] values = deviations.ofDraw(r);
    return decided[n] && values[higher[n]] > values[lower[n]];
  }

  private void renew(int r) {
    double[] values = deviations.ofDraw(r);
    largest[r] = Double.NEGATIVE_INFINITY;
    for (int n = 0; n < higher.length; n++) {
      double difference = (values[higher[n]] - values[lower[n]]) * precision[n];
      double size = decided[n] ? -difference : Math.abs(difference);
      if (size > largest[r]) {
        largest[r] = size;
        largestPair[r] = n;
      }
    }
  }

  /** How many pairs there are. */
  int size() {
    return higher.length;
  }

  /** Whether the higher area of a pair is above the other, by its test. */
  boolean isDecided(int pair) {
    return decided[pair];
  }

  /** The area of a pair with the higher estimate. */
  int higher(int pair) {
    return higher[pair];
  }

  /** The other area of a pair. */
  int lower(int pair) {
    return lower[pair];
  }
}
