package org.quipu.smallarea;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.quipu.Coded;

/**
 * How the estimates of areas are made to add up to the estimate of what they are parts of (R:
 * {@code emdi::benchmark}).
 */
public enum Benchmark implements Coded {
  /** They are left as they are. */
  NONE,
  /** All are multiplied by the same factor; where all are 0, all become the target. */
  RATIO,
  /** The same is added to all. */
  RAKING,
  /** What is added is in proportion to an area's mean squared error. */
  MSE;

  /**
   * The estimates whose weighted sum is the target.
   *
   * @param estimates of the areas of one group
   * @param mse their mean squared errors
   * @param shares of the areas in the group, whose sum is 1
   * @param target the group's own estimate
   */
  public double[] apply(double[] estimates, double[] mse, double[] shares, double target) {
    double sum = sum(estimates.length, i -> shares[i] * estimates[i]);
    double gap = target - sum;
    IntToDoubleFunction benchmarked =
        switch (this) {
          case NONE -> i -> estimates[i];
          case RATIO -> i -> sum == 0 ? target : estimates[i] * target / sum;
          case RAKING -> i -> estimates[i] + gap;
          case MSE -> {
            double weighted = sum(estimates.length, i -> shares[i] * mse[i]);
            yield i -> estimates[i] + gap * mse[i] / weighted;
          }
        };
    double[] values = new double[estimates.length];
    Arrays.setAll(values, benchmarked);
    return values;
  }

  private static double sum(int length, IntToDoubleFunction of) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += of.applyAsDouble(i);
    }

    return sum;
  }
}
