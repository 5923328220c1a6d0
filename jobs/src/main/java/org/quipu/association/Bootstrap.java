package org.quipu.association;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.quipu.math.Distributions;
import org.quipu.math.SampleQuantiles;

/**
 * Bootstrap over regions with bias-corrected and accelerated intervals (Efron 1987). Draws in which
 * the statistic does not exist (all regions alike) do not count.
 *
 * @param level of confidence, 0 to 1
 */
public record Bootstrap(int draws, long seed, double level) {
  public Bootstrap {
    if (draws < 100) {
      throw new IllegalArgumentException("a bootstrap needs 100 draws or more, not " + draws);
    }
  }

  /** Of a statistic of the rows with these numbers, out of k. */
  BootstrapInterval of(int k, ToDoubleFunction<int[]> statistic) {
    double estimate = statistic.applyAsDouble(IntStream.range(0, k).toArray());
    SplittableRandom random = new SplittableRandom(seed);
    double[] drawn = new double[draws];
    for (int n = 0; n < draws; n++) {
      drawn[n] = statistic.applyAsDouble(random.ints(k, 0, k).toArray());
    }
    double[] sorted = Arrays.stream(drawn).filter(Double::isFinite).sorted().toArray();
    if (sorted.length < draws / 2 || sorted[0] == sorted[sorted.length - 1]) {
      return new BootstrapInterval(Double.NaN, Double.NaN, Double.NaN);
    }

    double mean = Arrays.stream(sorted).average().orElseThrow();
    double squares = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum();
    double below = Arrays.stream(sorted).map(x -> Double.compare(estimate, x)).sum();
    double share = (below / sorted.length + 1) / 2;
    double bias = Distributions.normalQuantile(within(share, sorted.length));
    double acceleration = acceleration(k, statistic);
    return new BootstrapInterval(
        Math.sqrt(squares / (sorted.length - 1)),
        SampleQuantiles.type7(sorted, adjusted((1 - level) / 2, bias, acceleration)),
        SampleQuantiles.type7(sorted, adjusted((1 + level) / 2, bias, acceleration)));
  }

  private static double within(double share, int n) {
    return Math.min(Math.max(share, 0.5 / n), 1 - 0.5 / n);
  }

  private static double adjusted(double p, double bias, double acceleration) {
    double z = bias + Distributions.normalQuantile(p);
    return Distributions.normalLower(bias + z / (1 - acceleration * z));
  }

  /** A sixth of the skewness of the jackknife. */
  private static double acceleration(int k, ToDoubleFunction<int[]> statistic) {
    double[] without =
        IntStream.range(0, k)
            .mapToDouble(
                i -> statistic.applyAsDouble(IntStream.range(0, k).filter(j -> j != i).toArray()))
            .toArray();
    double mean = Arrays.stream(without).average().orElseThrow();
    double squares = Arrays.stream(without).map(x -> Math.pow(mean - x, 2)).sum();
    double cubes = Arrays.stream(without).map(x -> Math.pow(mean - x, 3)).sum();
    double skewness = cubes / (6 * Math.pow(squares, 1.5));
    return Double.isFinite(skewness) ? skewness : 0;
  }
}
