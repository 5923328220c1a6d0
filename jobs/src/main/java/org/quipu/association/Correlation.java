package org.quipu.association;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.quipu.math.Distributions;

/**
 * A correlation between two columns of numbers, a description next to the regression.
 *
 * @param k pairs
 * @param statistic of the test of no correlation: t, or z where df is NaN
 */
public record Correlation(
    int k,
    double estimate,
    double standardError,
    double low,
    double high,
    double statistic,
    double df,
    double pValue) {

  /** Pearson's r with Fisher's interval and t (R: {@code cor.test}). */
  public static Correlation pearson(double[] x, double[] y, double level) {
    requirePairs(x, y);
    int k = x.length;
    double r = weighted(x, y, i -> 1.0);
    double z = atanh(r);
    double half = Distributions.critical(level, Double.NaN) / Math.sqrt(k - 3);
    double error = Math.sqrt((1 - r * r) / (k - 2));
    return new Correlation(
        k,
        r,
        error,
        k > 3 ? Math.tanh(z - half) : Double.NaN,
        k > 3 ? Math.tanh(z + half) : Double.NaN,
        r / error,
        k - 2,
        Distributions.twoSided(r / error, k - 2));
  }

  /**
   * Pearson's r with weights (R: {@code cov.wt(cor = TRUE)}), with the t of the weighted
   * regression's slope and a bootstrap interval.
   */
  public static Correlation weightedPearson(
      double[] x, double[] y, double[] weights, Bootstrap bootstrap) {
    requirePairs(x, y);
    double r = weighted(x, y, i -> weights[i]);
    BootstrapInterval interval =
        bootstrap.of(
            x.length, rows -> weighted(pick(x, rows), pick(y, rows), i -> weights[rows[i]]));
    return onT(r, x.length, interval);
  }

  /** Spearman's ρ, ties at their mean rank, with t and a bootstrap interval. */
  public static Correlation spearman(double[] x, double[] y, Bootstrap bootstrap) {
    requirePairs(x, y);
    BootstrapInterval interval = bootstrap.of(x.length, rows -> rho(pick(x, rows), pick(y, rows)));
    return onT(rho(x, y), x.length, interval);
  }

  /**
   * Kendall's τ-b with the normal test that allows for ties (R: {@code cor.test(exact = FALSE)})
   * and a bootstrap interval.
   */
  public static Correlation kendall(double[] x, double[] y, Bootstrap bootstrap) {
    requirePairs(x, y);
    BootstrapInterval interval = bootstrap.of(x.length, rows -> tau(pick(x, rows), pick(y, rows)));
    double z = concordance(x, y) / Math.sqrt(concordanceVariance(x, y));
    return new Correlation(
        x.length,
        tau(x, y),
        interval.standardError(),
        interval.low(),
        interval.high(),
        z,
        Double.NaN,
        Distributions.twoSided(z, Double.NaN));
  }

  /**
   * The correlation corrected for attenuation by the measurement error of one column (Spearman
   * 1904): the estimate and the ends of its interval divided by the square root of the reliability,
   * which is taken as known, and kept within −1 and 1. The test of no correlation is unchanged. The
   * numbers are NaN where the reliability is not positive: then the estimates vary no more than
   * their sampling errors imply.
   *
   * @param reliability share of the measured column's variance that is not error
   */
  public Correlation disattenuated(double reliability) {
    if (!(reliability > 0)) {
      double none = Double.NaN;
      return new Correlation(k, none, none, none, none, statistic, df, pValue);
    }

    double root = Math.sqrt(Math.min(reliability, 1));
    return new Correlation(
        k,
        clamp(estimate / root),
        standardError / root,
        clamp(low / root),
        clamp(high / root),
        statistic,
        df,
        pValue);
  }

  /** 1 − mean sampling variance / variance of the estimates; may be negative. */
  public static double reliability(double[] estimates, double[] samplingVariances) {
    double mean = Arrays.stream(estimates).average().orElseThrow();
    double squares = Arrays.stream(estimates).map(e -> (e - mean) * (e - mean)).sum();
    double error = Arrays.stream(samplingVariances).average().orElseThrow();
    return 1 - error / (squares / (estimates.length - 1));
  }

  private static Correlation onT(double r, int k, BootstrapInterval interval) {
    double t = r * Math.sqrt((k - 2) / (1 - r * r));
    return new Correlation(
        k,
        r,
        interval.standardError(),
        interval.low(),
        interval.high(),
        t,
        k - 2,
        Distributions.twoSided(t, k - 2));
  }

  private static double weighted(double[] x, double[] y, IntToDoubleFunction weight) {
    double total = 0;
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < x.length; i++) {
      total += weight.applyAsDouble(i);
      meanX += weight.applyAsDouble(i) * x[i];
      meanY += weight.applyAsDouble(i) * y[i];
    }
    meanX /= total;
    meanY /= total;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      xx += weight.applyAsDouble(i) * (x[i] - meanX) * (x[i] - meanX);
      yy += weight.applyAsDouble(i) * (y[i] - meanY) * (y[i] - meanY);
      xy += weight.applyAsDouble(i) * (x[i] - meanX) * (y[i] - meanY);
    }

    return clamp(xy / Math.sqrt(xx * yy));
  }

  private static double rho(double[] x, double[] y) {
    return weighted(ranks(x), ranks(y), i -> 1.0);
  }

  private static double[] ranks(double[] x) {
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    double[] ranks = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      int low = Arrays.binarySearch(sorted, x[i]);
      int high = low;
      while (low > 0 && sorted[low - 1] == x[i]) {
        low--;
      }
      while (high < x.length - 1 && sorted[high + 1] == x[i]) {
        high++;
      }
      ranks[i] = (low + high) / 2.0 + 1;
    }

    return ranks;
  }

  private static double tau(double[] x, double[] y) {
    double pairs = x.length * (x.length - 1) / 2.0;
    double spread =
        Math.sqrt(pairs - tieSum(x, t -> t * (t - 1) / 2.0))
            * Math.sqrt(pairs - tieSum(y, t -> t * (t - 1) / 2.0));
    return clamp(concordance(x, y) / spread);
  }

  /** Concordant pairs less discordant ones. */
  private static double concordance(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]);
      }
    }

    return sum;
  }

  private static double concordanceVariance(double[] x, double[] y) {
    double n = x.length;
    double all =
        n * (n - 1) * (2 * n + 5)
            - tieSum(x, t -> t * (t - 1) * (2 * t + 5))
            - tieSum(y, t -> t * (t - 1) * (2 * t + 5));
    double twos = tieSum(x, t -> t * (t - 1)) * tieSum(y, t -> t * (t - 1));
    double threes = tieSum(x, t -> t * (t - 1) * (t - 2)) * tieSum(y, t -> t * (t - 1) * (t - 2));
    return all / 18 + twos / (2 * n * (n - 1)) + threes / (9 * n * (n - 1) * (n - 2));
  }

  private static double tieSum(double[] x, IntToDoubleFunction of) {
    Map<Double, Integer> counts = new HashMap<>();
    for (double value : x) {
      counts.merge(value, 1, Integer::sum);
    }

    return counts.values().stream().mapToDouble(of::applyAsDouble).sum();
  }

  private static double[] pick(double[] x, int[] rows) {
    return IntStream.of(rows).mapToDouble(i -> x[i]).toArray();
  }

  private static double clamp(double r) {
    return Double.isNaN(r) ? r : Math.max(-1, Math.min(1, r));
  }

  private static double atanh(double r) {
    return 0.5 * Math.log((1 + r) / (1 - r));
  }

  private static void requirePairs(double[] x, double[] y) {
    if (x.length != y.length || x.length < 3) {
      throw new IllegalArgumentException(
          "a correlation needs three pairs or more; found " + x.length + " and " + y.length);
    }
  }
}
