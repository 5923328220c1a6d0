package org.quipu.survey.calibration;

import java.io.Serializable;
import java.util.Arrays;
import org.quipu.UserException;

/** Rounds of trimming, each of which shared out what it took. */
final class Trimming implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST_ROUNDS = 1000;

  private final Trim bounds;
  private double[] shares = new double[0];

  Trimming(Trim bounds) {
    this.bounds = bounds;
  }

  /**
   * Finds the rounds.
   *
   * @param weights of rows, on the scale of the bounds
   * @param rows how many have each
   */
  static Trimming of(Trim bounds, double[] weights, long[] rows) {
    Trimming trimming = new Trimming(bounds);
    double[] now = weights.clone();
    while (!bounds.isNone()) {
      double taken = 0;
      double within = 0;
      boolean any = false;
      for (int k = 0; k < now.length; k++) {
        double bounded = trimming.bounded(now[k]);
        any |= bounded != now[k];
        taken += rows[k] * (now[k] - bounded);
        within += bounded == now[k] ? rows[k] : 0;
      }

      if (!any) {
        return trimming;
      }

      if (within == 0 || trimming.shares.length == MOST_ROUNDS) {
        throw new UserException(
            "weights cannot be trimmed to %s and %s: too few lie between. Widen the bounds"
                .formatted(bounds.low(), bounds.high()));
      }

      double share = taken / within;
      trimming.shares = Arrays.copyOf(trimming.shares, trimming.shares.length + 1);
      trimming.shares[trimming.shares.length - 1] = share;
      for (int k = 0; k < now.length; k++) {
        now[k] = trimming.round(now[k], share);
      }

      if (!bounds.strict()) {
        return trimming;
      }
    }

    return trimming;
  }

  boolean isNone() {
    return shares.length == 0;
  }

  /** Whether a weight is beyond the bounds. */
  boolean cuts(double weight) {
    return bounded(weight) != weight;
  }

  /** A weight after all rounds. */
  double of(double weight) {
    double now = weight;
    for (double share : shares) {
      now = round(now, share);
    }

    return now;
  }

  private double round(double weight, double share) {
    return cuts(weight) ? bounded(weight) : weight + share;
  }

  private double bounded(double weight) {
    return Math.max(bounds.low(), Math.min(weight, bounds.high()));
  }
}
