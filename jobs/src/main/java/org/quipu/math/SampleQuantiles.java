package org.quipu.math;

/** Quantiles of a sample of numbers. */
public final class SampleQuantiles {
  private SampleQuantiles() {}

  /**
   * The quantile between the order statistics, linear in p, as R's {@code quantile(type = 7)}
   * computes it (Hyndman and Fan 1996, definition 7).
   *
   * @param sorted one number or more, in rising order
   * @param p 0 to 1
   */
  public static double type7(double[] sorted, double p) {
    double position = p * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
