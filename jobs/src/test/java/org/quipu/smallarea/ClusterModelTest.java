package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusterModelTest {
  private static final int AREAS = 60;

  /** The last area of the simulated data has no clusters. */
  private static final int UNSAMPLED = AREAS - 1;

  private static ClusterData simulated(double areaDeviation, double groupDeviation, long seed) {
    return simulated(areaDeviation, groupDeviation, seed, new double[AREAS]);
  }

  /**
   * Clusters of 60 areas in ten groups: logit −1 + 0.5 x, with normal effects of groups and areas.
   *
   * @param truth filled with the areas' logits where x is 0
   */
  private static ClusterData simulated(
      double areaDeviation, double groupDeviation, long seed, double[] truth) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] groups = IntStream.range(0, 10).mapToDouble(g -> random.nextGaussian()).toArray();
    int clusters = 6 * UNSAMPLED;
    int[] cases = new int[clusters];
    int[] women = new int[clusters];
    int[] area = new int[clusters];
    double[][] design = new double[clusters][];
    double effect = 0;
    for (int c = 0; c < clusters; c++) {
      area[c] = c / 6;
      effect = c % 6 == 0 ? areaDeviation * random.nextGaussian() : effect;
      design[c] = new double[] {1, random.nextInt(2)};
      truth[area[c]] = -1 + effect + groupDeviation * groups[area[c] / 6];
      double logit = truth[area[c]] + 0.5 * design[c][1];
      women[c] = 10 + random.nextInt(20);
      for (int woman = 0; woman < women[c]; woman++) {
        cases[c] += random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
      }
    }

    return new ClusterData(
        cases,
        women,
        List.of("intercept", "x"),
        design,
        area,
        IntStream.range(0, AREAS).mapToObj(String::valueOf).toList(),
        List.of(
            IntStream.range(0, AREAS)
                .mapToObj(i -> groupDeviation > 0 ? "g" + i / 6 : "")
                .toList()));
  }

  @Test
  void findsWhatWasSimulated() {
    ClusterFit fit = ClusterModel.BINOMIAL.fit(simulated(0.4, 0.5, 8));

    double[] errors = fit.standardErrors();
    assertThat(fit.coefficients()[0]).isCloseTo(-1, within(3 * errors[0]));
    assertThat(fit.coefficients()[1]).isCloseTo(0.5, within(3 * errors[1]));
    assertThat(fit.deviations()).hasSize(2);
    assertThat(fit.deviations().get(0)).isCloseTo(0.4, within(0.12));
    assertThat(fit.deviations().get(1)).isCloseTo(0.5, within(0.36));
    assertThat(fit.intraclassCorrelation()).isZero();
    assertThat(fit.terms()).containsExactly("intercept", "x");
  }

  @Test
  void variationThatIsNotThereIsZero() {
    ClusterData data = simulated(0, 0, 3);
    ClusterFit binomial = ClusterModel.BINOMIAL.fit(data);
    ClusterFit wider = ClusterModel.BETA_BINOMIAL.fit(data);

    assertThat(binomial.deviations()).singleElement().satisfies(d -> assertThat(d).isLessThan(0.1));
    assertThat(wider.intraclassCorrelation()).isLessThan(0.01);
    assertThat(wider.logLikelihood()).isGreaterThanOrEqualTo(binomial.logLikelihood() - 1e-7);
    assertThat(wider.aic() - binomial.aic())
        .isCloseTo(2 - 2 * (wider.logLikelihood() - binomial.logLikelihood()), within(1e-9));
    assertThat(wider.bic() - wider.aic()).isCloseTo(4 * (Math.log(354) - 2), within(1e-9));
  }

  @Test
  void drawsFollowCountsWhereThereAreSomeAndTheModelElsewhere() {
    ClusterData data = simulated(0.5, 0, 21);
    ClusterFit fit = ClusterModel.BINOMIAL.fit(data);
    ClusterPlace.Part without = new ClusterPlace.Part(1, List.of(1.0, 0.0));
    ClusterPlace.Part with = new ClusterPlace.Part(1, List.of(1.0, 1.0));
    List<ClusterPlace> places =
        List.of(
            new ClusterPlace(0, List.of(without)),
            new ClusterPlace(0, List.of(with)),
            new ClusterPlace(
                0,
                List.of(
                    new ClusterPlace.Part(0.25, without.design()),
                    new ClusterPlace.Part(0.75, with.design()))),
            new ClusterPlace(UNSAMPLED, List.of(without)));
    double[][] draws = fit.draws(places, 20_000, 4);

    for (double[] draw : Arrays.copyOf(draws, 100)) {
      assertThat(draw[2]).isCloseTo(0.25 * draw[0] + 0.75 * draw[1], within(1e-15));
    }
    double[] sampled = logits(draws, 0);
    double[] unsampled = logits(draws, 3);
    // The model's mean and variance of a new area: draws of the deviation itself make the variance
    // larger than its estimate, with 59 areas by a tenth.
    double expected = Math.pow(fit.deviations().get(0), 2) + Math.pow(fit.standardErrors()[0], 2);
    assertThat(mean(unsampled)).isCloseTo(fit.coefficients()[0], within(0.02));
    assertThat(variance(unsampled)).isBetween(0.95 * expected, 1.2 * expected);
    // About 120 women: the variance of their logit is 1 / (n p q), shrunk by the model.
    assertThat(variance(sampled)).isBetween(0.2 / 6, 0.1);
    assertThat(variance(sampled)).isLessThan(0.5 * variance(unsampled));
    assertThat(fit.draws(places, 300, 4)).isDeepEqualTo(fit.draws(places, 300, 4));
  }

  @Test
  void intervalsOfDrawsHoldTheTruthAsOftenAsTheySay() {
    ClusterPlace.Part part = new ClusterPlace.Part(1, List.of(1.0, 0.0));
    List<ClusterPlace> places =
        IntStream.range(0, UNSAMPLED)
            .mapToObj(area -> new ClusterPlace(area, List.of(part)))
            .toList();
    int samples = 5;
    int held = 0;
    for (int sample = 0; sample < samples; sample++) {
      double[] truth = new double[AREAS];
      ClusterData data = simulated(0.4, 0.3, 100 + sample, truth);
      double[][] draws = ClusterModel.BETA_BINOMIAL.fit(data).draws(places, 1000, 1);
      for (int area = 0; area < UNSAMPLED; area++) {
        double[] logits = logits(draws, area);
        Arrays.sort(logits);
        held += logits[50] <= truth[area] && truth[area] <= logits[949] ? 1 : 0;
      }
    }

    // Three standard errors of a share of 90 % in 295 areas.
    assertThat(held / (double) (samples * UNSAMPLED)).isCloseTo(0.9, within(0.053));
  }

  private static double[] logits(double[][] draws, int place) {
    return Arrays.stream(draws).mapToDouble(d -> Math.log(d[place] / (1 - d[place]))).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(v -> Math.pow(v - mean, 2)).average().orElseThrow();
  }

  /**
   * R: glmmTMB 1.1.5, {@code glmmTMB(cbind(y, n - y) ~ urban [+ pct_indigenous +
   * pct_primary_or_less + pct_age_15_29] [+ (1 | region)] + (1 | province), family = binomial() or
   * betabinomial())} on the clusters of {@link Endes2020Clusters}: log-likelihood, deviations of
   * regions and provinces, φ, coefficients, standard errors.
   */
  static void equalsGlmmTmbOnTheClustersOf2020() {
    assertFit(
        ClusterModel.BINOMIAL.fit(Endes2020Clusters.read(false, false)),
        new double[] {-4740.69299003, 0, 0.333645936778, Double.POSITIVE_INFINITY},
        new double[] {-1.04069489298, 0.115738721679},
        new double[] {0.0399976976737, 0.0421381123429});
    assertFit(
        ClusterModel.BETA_BINOMIAL.fit(Endes2020Clusters.read(false, false)),
        new double[] {-4729.20861579, 0, 0.313527654288, 45.6295990408},
        new double[] {-1.03534430303, 0.110822594983},
        new double[] {0.0406464384003, 0.0443239829302});
    assertFit(
        ClusterModel.BINOMIAL.fit(Endes2020Clusters.read(true, false)),
        new double[] {-4694.68006048, 0, 0.193537970072, Double.POSITIVE_INFINITY},
        new double[] {
          0.0264489472944, 0.121865244344, 0.766154128866, -0.74414584669, -2.33170575595
        },
        new double[] {
          0.457616794456, 0.0437988747512, 0.0778856902777, 0.182545881628, 0.973326762564
        });
    ClusterFit nested = ClusterModel.BETA_BINOMIAL.fit(Endes2020Clusters.read(true, true));
    assertFit(
        nested,
        new double[] {-4680.44987591, 0.108735750943, 0.140231926736, 47.1214999381},
        new double[] {
          -0.00957324649985, 0.111247473479, 0.741044486394, -0.656894967713, -2.29199353497
        },
        new double[] {
          0.478491041693, 0.0463984823075, 0.0998177806037, 0.19869991674, 1.01220125929
        });
  }

  private static void assertFit(
      ClusterFit fit, double[] summary, double[] coefficients, double[] errors) {
    assertThat(fit.logLikelihood()).isCloseTo(summary[0], within(1e-8));
    double group = fit.deviations().size() > 1 ? fit.deviations().get(1) : 0;
    assertThat(group).isCloseTo(summary[1], within(2e-5 * summary[1]));
    assertThat(fit.deviations().get(0)).isCloseTo(summary[2], within(2e-5 * summary[2]));
    assertThat(1 / fit.precision()).isCloseTo(1 / summary[3], within(2e-5 / summary[3]));
    for (int t = 0; t < coefficients.length; t++) {
      // glmmTMB stops within a ten thousandth of a standard error of the maximum.
      assertThat(fit.coefficients()[t]).isCloseTo(coefficients[t], within(1e-4 * errors[t]));
      assertThat(fit.standardErrors()[t]).isCloseTo(errors[t], within(2e-6 * errors[t]));
    }
  }

  @Test
  void columnsThatDependOnOneAnotherAreRefused() {
    ClusterData data = simulated(0.4, 0, 1);
    double[][] twice =
        Arrays.stream(data.design())
            .map(row -> new double[] {row[0], row[1], 2 * row[1]})
            .toArray(double[][]::new);
    ClusterData dependent =
        new ClusterData(
            data.cases(),
            data.women(),
            List.of("intercept", "x", "twice x"),
            twice,
            data.area(),
            data.areas(),
            data.groups());

    assertThatThrownBy(() -> ClusterModel.BINOMIAL.fit(dependent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the covariate twice x is the same in all clusters or a sum of the others");
  }

  @Test
  void countsAndColumnsAreChecked() {
    assertRefused(
        2, 1, 1, 0, "cluster 0 has a number of cases outside 0 to its women, or no women");
    assertRefused(
        0, 0, 1, 0, "cluster 0 has a number of cases outside 0 to its women, or no women");
    assertRefused(1, 2, Double.NaN, 0, "cluster 0 has not 1 numbers as columns");
    assertRefused(1, 2, 1, 3, "cluster 0 lies in area 3 of 1");
    assertThatThrownBy(() -> nested(List.of("p", "p"), List.of("r", "s")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the group p lies in r and in s");
    assertThatThrownBy(() -> nested(List.of("p"), List.of("r", "r")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 areas with 1 groups");
  }

  private static void assertRefused(int cases, int women, double x, int area, String message) {
    assertThatThrownBy(
            () ->
                new ClusterData(
                    new int[] {cases},
                    new int[] {women},
                    List.of("x"),
                    new double[][] {{x}},
                    new int[] {area},
                    List.of("area"),
                    List.of(List.of("group"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static ClusterData nested(List<String> groups, List<String> larger) {
    return new ClusterData(
        new int[] {1},
        new int[] {2},
        List.of("x"),
        new double[][] {{1}},
        new int[] {0},
        List.of("area", "other"),
        List.of(groups, larger));
  }
}
