package org.quipu.survey.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.quipu.UserException;
import org.quipu.survey.Replication;
import org.quipu.survey.Replication.Method;
import org.quipu.survey.Statistic;

/** The variance of an estimate over replicates that are made of its cluster totals. */
final class ReplicateVariance {
  private final Replication replication;
  private final List<Stratum> strata;
  private final ClusterTotals.Series series;
  private final double numerator;
  private final double denominator;

  ReplicateVariance(Replication replication, List<Stratum> strata, ClusterTotals.Series series) {
    this.replication = replication;
    this.strata = strata;
    this.series = series;
    double numerators = 0;
    double denominators = 0;
    for (Stratum stratum : strata) {
      numerators += Arrays.stream(series.numerators(stratum)).sum();
      denominators += Arrays.stream(series.denominators(stratum)).sum();
    }

    this.numerator = numerators;
    this.denominator = denominators;
  }

  double variance(double weightScale) {
    double variance =
        replication.method() == Method.BOOTSTRAP ? bootstrap(replication.count()) : jackknife();
    return series.statistic() == Statistic.TOTAL
        ? variance / (weightScale * weightScale)
        : variance;
  }

  private double jackknife() {
    if (replication.method() == Method.JK1 && strata.size() > 1) {
      throw new UserException(
          "jk1 is for samples without strata; this one has "
              + strata.size()
              + ". Choose jkn or bootstrap");
    }

    int clusters = strata.stream().mapToInt(Stratum::clusters).filter(n -> n > 1).sum();
    double[] replicates = new double[clusters];
    List<Double> scales = new ArrayList<>();
    int r = 0;
    for (Stratum stratum : strata) {
      double[] a = series.numerators(stratum);
      double[] b = series.denominators(stratum);
      double n = a.length;
      double sumA = Arrays.stream(a).sum();
      double sumB = Arrays.stream(b).sum();
      for (int i = 0; i < n && n > 1; i++) {
        replicates[r] =
            estimate(
                numerator - sumA + n / (n - 1) * (sumA - a[i]),
                denominator - sumB + n / (n - 1) * (sumB - b[i]));
        scales.add((1 - stratum.sample().fraction()) * (n - 1) / n);
        r++;
      }
    }

    return of(replicates, scales);
  }

  private double bootstrap(int count) {
    double[] numerators = new double[count];
    double[] denominators = new double[count];
    Arrays.fill(numerators, numerator);
    Arrays.fill(denominators, denominator);
    SplittableRandom seeds = new SplittableRandom(replication.seed());
    for (Stratum stratum : strata) {
      SplittableRandom random = seeds.split();
      double[] a = series.numerators(stratum);
      double[] b = series.denominators(stratum);
      int n = a.length;
      double shrink = Math.sqrt(1 - stratum.sample().fraction());
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
      replicates[r] = estimate(numerators[r], denominators[r]);
    }

    return of(replicates, Collections.nCopies(count, 1.0 / (count - 1)));
  }

  /** Squares about the mean of the replicates that count, each times its scale. */
  static double of(double[] replicates, List<Double> scales) {
    double mean =
        IntStream.range(0, replicates.length)
            .filter(r -> scales.get(r) > 0)
            .mapToDouble(r -> replicates[r])
            .average()
            .orElse(Double.NaN);
    double sum = 0;
    for (int r = 0; r < replicates.length; r++) {
      sum += scales.get(r) * (replicates[r] - mean) * (replicates[r] - mean);
    }

    return sum;
  }

  private double estimate(double numerators, double denominators) {
    return series.statistic() == Statistic.TOTAL
        ? numerators
        : numerators / denominators + series.offset();
  }
}
