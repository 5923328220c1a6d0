package org.quipu.bench;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.quipu.survey.Design;
import org.quipu.survey.DomainTable;
import org.quipu.survey.Estimate;
import org.quipu.survey.InMemoryEstimator;
import org.quipu.survey.Interval;
import org.quipu.survey.IntervalMethod;
import org.quipu.survey.Outcome;
import org.quipu.survey.SurveyTable;

/**
 * How often the 95 % intervals of a region's prevalence hold the true one, in simulated samples of
 * the layout of ENDES: {@code jobs/bench/coverage}. A stratum of every 12 clusters (5 strata or
 * more as clusters allow), 2 to 11 women a cluster, weights that differ between strata, clusters
 * and women, an intracluster correlation of 0.06, and the clusters of a country around the region.
 * Design effects come out near 1.6, as those of the regions of ENDES do. Equal seeds give equal
 * samples.
 */
public final class Coverage {
  private static final int[] CLUSTERS = {24, 48, 90, 130};
  private static final double[] PREVALENCES = {0.02, 0.06, 0.28, 0.55};
  private static final int STRATUM = 12;
  private static final int REST = 500;
  private static final double CORRELATION = 0.06;
  private static final double SPREAD = 0.3;
  private static final Design DESIGN =
      Design.clusters("cluster").strata("stratum").weights("weight");

  private final SplittableRandom random;
  private final int clusters;
  private final double prevalence;

  private Coverage(SplittableRandom random, int clusters, double prevalence) {
    this.random = random;
    this.clusters = clusters;
    this.prevalence = prevalence;
  }

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.US);
    int samples = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4000;
    SplittableRandom seeds =
        new SplittableRandom(arguments.length > 1 ? Long.parseLong(arguments[1]) : 1);
    System.out.println(
        "clusters  prevalence  "
            + Arrays.stream(IntervalMethod.values())
                .map(method -> "%7s".formatted(method.code()))
                .collect(Collectors.joining())
            + "   at 0 %   deff");
    for (int clusters : CLUSTERS) {
      for (double prevalence : PREVALENCES) {
        new Coverage(seeds.split(), clusters, prevalence).report(samples);
      }
    }
  }

  private void report(int samples) {
    Map<IntervalMethod, Integer> held = new EnumMap<>(IntervalMethod.class);
    int nobody = 0;
    double[] deffs = new double[samples];
    for (int sample = 0; sample < samples; sample++) {
      Estimate region = estimate();
      nobody += region.onBoundary() ? 1 : 0;
      deffs[sample] = region.deff();
      for (IntervalMethod method : IntervalMethod.values()) {
        Interval interval = region.interval(method);
        boolean holds = interval.low() <= prevalence && prevalence <= interval.high();
        held.merge(method, holds ? 1 : 0, Integer::sum);
      }
    }

    // NaN, the design effect at 0 %, sorts last.
    Arrays.sort(deffs);
    System.out.printf(
        "%8d  %8.0f %%  %s  %5.1f %%  %5.2f%n",
        clusters,
        100 * prevalence,
        held.values().stream()
            .map(count -> "%7.1f".formatted(100.0 * count / samples))
            .collect(Collectors.joining()),
        100.0 * nobody / samples,
        deffs[(samples - nobody) / 2]);
  }

  private Estimate estimate() {
    Women women = new Women();
    int strata = Math.max(2, Math.min(clusters / STRATUM, 11));
    double[] stratumWeights = random.doubles(strata, 0.5, 1.5).toArray();
    for (int cluster = 0; cluster < clusters; cluster++) {
      int stratum = cluster % strata;
      double weight = stratumWeights[stratum] * Math.exp(SPREAD * random.nextGaussian());
      int size = 2 + random.nextInt(10);
      double common = answer();
      for (int woman = 0; woman < size; woman++) {
        double own = random.nextDouble() < Math.sqrt(CORRELATION) ? common : answer();
        women.add(1, stratum, cluster, weight * Math.exp(SPREAD * random.nextGaussian()), own);
      }
    }

    for (int cluster = 0; cluster < REST; cluster++) {
      women.add(2, strata, cluster, 1, 0);
    }

    return InMemoryEstimator.estimate(
            women.table(),
            null,
            DESIGN,
            List.of(Outcome.proportion("answer")),
            List.of(DomainTable.of("region")))
        .find(null, "answer", "region", "1")
        .orElseThrow();
  }

  private double answer() {
    return random.nextDouble() < prevalence ? 1 : 0;
  }

  /** The columns of a sample. */
  private final class Women {
    private static final List<String> COLUMNS =
        List.of("region", "stratum", "cluster", "weight", "answer");

    private final double[][] values = new double[COLUMNS.size()][11 * clusters + REST];
    private int rows;

    private void add(double... row) {
      for (int column = 0; column < row.length; column++) {
        values[column][rows] = row[column];
      }

      rows++;
    }

    private SurveyTable table() {
      SurveyTable table = new SurveyTable("sample", rows);
      for (int column = 0; column < values.length; column++) {
        table.with(COLUMNS.get(column), Arrays.copyOf(values[column], rows));
      }

      return table;
    }
  }
}
