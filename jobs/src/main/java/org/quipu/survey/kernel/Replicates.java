package org.quipu.survey.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.quipu.UserException;
import org.quipu.survey.Statistic;

/**
 * Variances from replicates of a sample, made of the cluster totals: the rows are not read again.
 * Squares are taken about the mean of the replicates, as R's {@code svrepdesign} does unless told
 * otherwise.
 */
public final class Replicates {
  private enum Kind {
    JK1,
    JKN,
    BOOTSTRAP
  }

  private final Kind kind;
  private final int count;
  private final long seed;

  private Replicates(Kind kind, int count, long seed) {
    this.kind = kind;
    this.count = count;
    this.seed = seed;
  }

  /** The jackknife that leaves out one cluster at a time, of a sample without strata. */
  public static Replicates jk1() {
    return new Replicates(Kind.JK1, 0, 0);
  }

  /** The jackknife that leaves out one cluster at a time within its stratum. */
  public static Replicates jkn() {
    return new Replicates(Kind.JKN, 0, 0);
  }

  /**
   * Rao and Wu's rescaled bootstrap: n − 1 of a stratum's n clusters drawn with replacement.
   *
   * @param seed equal seeds give equal variances
   */
  public static Replicates bootstrap(int count, long seed) {
    if (count < 2) {
      throw new IllegalArgumentException("a bootstrap needs two replicates or more, not " + count);
    }

    return new Replicates(Kind.BOOTSTRAP, count, seed);
  }

  double variance(List<Stratum> strata, ClusterTotals.Series series, double weightScale) {
    Totals whole = new Totals(0, 0);
    for (Stratum stratum : strata) {
      whole.numerator += Arrays.stream(series.numerators(stratum)).sum();
      whole.denominator += Arrays.stream(series.denominators(stratum)).sum();
    }

    double variance =
        kind == Kind.BOOTSTRAP
            ? bootstrap(strata, series, whole)
            : jackknife(strata, series, whole);
    return series.statistic() == Statistic.TOTAL
        ? variance / (weightScale * weightScale)
        : variance;
  }

  private double jackknife(List<Stratum> strata, ClusterTotals.Series series, Totals whole) {
    if (kind == Kind.JK1 && strata.size() > 1) {
      throw new UserException(
          "jk1 is for samples without strata; this one has "
              + strata.size()
              + ". Choose jkn or bootstrap");
    }

    int clusters = strata.stream().mapToInt(Stratum::clusters).filter(n -> n > 1).sum();
    double[] replicates = new double[clusters];
    double[] scales = new double[clusters];
    int r = 0;
    for (Stratum stratum : strata) {
      double[] a = series.numerators(stratum);
      double[] b = series.denominators(stratum);
      double n = a.length;
      double sumA = Arrays.stream(a).sum();
      double sumB = Arrays.stream(b).sum();
      for (int i = 0; i < n && n > 1; i++) {
        double numerator = whole.numerator - sumA + n / (n - 1) * (sumA - a[i]);
        double denominator = whole.denominator - sumB + n / (n - 1) * (sumB - b[i]);
        replicates[r] = estimate(series, numerator, denominator);
        scales[r++] = (1 - stratum.fraction()) * (n - 1) / n;
      }
    }

    double mean = Arrays.stream(replicates).average().orElse(Double.NaN);
    double variance = 0;
    for (int i = 0; i < clusters; i++) {
      variance += scales[i] * (replicates[i] - mean) * (replicates[i] - mean);
    }

    return variance;
  }

  private double bootstrap(List<Stratum> strata, ClusterTotals.Series series, Totals whole) {
    double[] numerators = new double[count];
    double[] denominators = new double[count];
    Arrays.fill(numerators, whole.numerator);
    Arrays.fill(denominators, whole.denominator);
    SplittableRandom seeds = new SplittableRandom(seed);
    for (Stratum stratum : strata) {
      SplittableRandom random = seeds.split();
      double[] a = series.numerators(stratum);
      double[] b = series.denominators(stratum);
      int n = a.length;
      double shrink = Math.sqrt(1 - stratum.fraction());
      for (int r = 0; r < count && n > 1 && series.reaches(stratum); r++) {
        int[] drawn = new int[n];
        for (int draw = 1; draw < n; draw++) {
          drawn[random.nextInt(n)]++;
        }

        for (int i = 0; i < n; i++) {
          double factor = shrink * (n * drawn[i] / (n - 1.0) - 1);
          numerators[r] += factor * a[i];
          denominators[r] += factor * b[i];
        }
      }
    }

    double[] replicates = new double[count];
    for (int r = 0; r < count; r++) {
      replicates[r] = estimate(series, numerators[r], denominators[r]);
    }

    return variance(replicates, 1.0 / (count - 1));
  }

  /** Squares about the mean, times a scale. */
  static double variance(double[] replicates, double scale) {
    double mean = Arrays.stream(replicates).average().orElse(Double.NaN);
    double sum = 0;
    for (double replicate : replicates) {
      sum += (replicate - mean) * (replicate - mean);
    }

    return scale * sum;
  }

  private static double estimate(
      ClusterTotals.Series series, double numerator, double denominator) {
    return series.statistic() == Statistic.TOTAL
        ? numerator
        : numerator / denominator + series.offset();
  }

  private static final class Totals {
    private double numerator;
    private double denominator;

    private Totals(double numerator, double denominator) {
      this.numerator = numerator;
      this.denominator = denominator;
    }
  }
}
