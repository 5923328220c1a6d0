package org.quipu.survey.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.quipu.survey.ReplicateFactors;
import org.quipu.survey.Replication;
import org.quipu.survey.Replication.Method;
import org.quipu.survey.Statistic;

/** Replicates that are made of the cluster totals of one group, the same for all estimates. */
final class ClusterReplicates {
  private final Replication replication;
  private final List<Stratum> strata;
  private final double weightScale;

  ClusterReplicates(Replication replication, List<Stratum> strata, double weightScale) {
    this.replication = replication;
    this.strata = strata;
    this.weightScale = weightScale;
    ReplicateFactors.checkStrata(replication, strata.size());
  }

  /** What the squared distance of each replicate counts. */
  List<Double> scales() {
    if (replication.method() == Method.BOOTSTRAP) {
      int count = replication.count();
      return Collections.nCopies(count, ReplicateFactors.bootstrapScale(count));
    }

    List<Double> scales = new ArrayList<>();
    for (Stratum stratum : strata) {
      if (stratum.clusters() > 1) {
        double scale = ReplicateFactors.jackknifeScale(stratum.sample());
        scales.addAll(Collections.nCopies(stratum.clusters(), scale));
      }
    }

    return scales;
  }

  /** An estimate in each replicate. */
  double[] of(ClusterTotals.Series series) {
    double numerator = 0;
    double denominator = 0;
    for (Stratum stratum : strata) {
      numerator += Arrays.stream(series.numerators(stratum)).sum();
      denominator += Arrays.stream(series.denominators(stratum)).sum();
    }

    return replication.method() == Method.BOOTSTRAP
        ? bootstrap(series, numerator, denominator)
        : jackknife(series, numerator, denominator);
  }

  private double[] jackknife(ClusterTotals.Series series, double numerator, double denominator) {
    int clusters = strata.stream().mapToInt(Stratum::clusters).filter(n -> n > 1).sum();
    double[] replicates = new double[clusters];
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
                series,
                numerator - sumA + n / (n - 1) * (sumA - a[i]),
                denominator - sumB + n / (n - 1) * (sumB - b[i]));
        r++;
      }
    }

    return replicates;
  }

  private double[] bootstrap(ClusterTotals.Series series, double numerator, double denominator) {
    int count = replication.count();
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
      for (int r = 0; r < count && n > 1 && series.reaches(stratum); r++) {
        int[] drawn = ReplicateFactors.draw(random, n);
        for (int i = 0; i < n; i++) {
          double added = ReplicateFactors.bootstrapFactor(stratum.sample(), drawn[i]) - 1;
          numerators[r] += added * a[i];
          denominators[r] += added * b[i];
        }
      }
    }

    double[] replicates = new double[count];
    for (int r = 0; r < count; r++) {
      replicates[r] = estimate(series, numerators[r], denominators[r]);
    }

    return replicates;
  }

  private double estimate(ClusterTotals.Series series, double numerators, double denominators) {
    return series.statistic() == Statistic.TOTAL
        ? numerators / weightScale
        : numerators / denominators + series.offset();
  }
}
