package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
  private static final int REGIONS = 12;
  private static final int PROVINCES = 8;

  /** Counts of 96 provinces whose truth is the default model's, and a covariate. */
  private record Country(ClusterSample sample, AreaCovariates covariates) {
    static Country drawn(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      List<ClusterCount> counts = new ArrayList<>();
      List<double[]> values = new ArrayList<>();
      for (int r = 0; r < REGIONS; r++) {
        String region = "r" + (char) ('a' + r);
        double common = 0.06 * random.nextGaussian();
        for (int p = 0; p < PROVINCES; p++) {
          double x = random.nextGaussian();
          values.add(new double[] {x});
          double truth =
              Scale.ARCSINE.inverse(0.6 + 0.08 * x + common + 0.05 * random.nextGaussian());
          for (int c = 0; c < 10; c++) {
            int women = 6 + random.nextInt(8);
            int cases =
                (int) IntStream.range(0, women).filter(w -> random.nextDouble() < truth).count();
            counts.add(count(region, region + p, c, women, cases));
          }
        }
      }

      return new Country(
          ClusterSample.ofProvinces(counts), new AreaCovariates(List.of("x"), values));
    }

    private static ClusterCount count(
        String region, String province, int cluster, int women, int cases) {
      return new ClusterCount(
          province,
          province + ":" + cluster,
          region,
          province,
          "",
          true,
          "violence",
          women,
          cases,
          (double) women,
          (double) cases,
          (double) women);
    }

    Map<Diagnostic, Double> checks(SmallAreaSpec spec) {
      List<DirectEstimate> areas = sample.ofAreas();
      Map<String, Double> targets =
          sample.ofGroups().stream()
              .collect(Collectors.toMap(DirectEstimate::area, DirectEstimate::estimate));
      double[] sizes = areas.stream().mapToDouble(DirectEstimate::n).toArray();
      return SmallAreaStudy.of(
              spec.withDraws(100, 3),
              areas,
              covariates,
              Optional.of(new Groups(sizes, targets)),
              Optional.empty(),
              Optional.of(sample))
          .diagnostics();
    }
  }

  /**
   * Of 480 held-out estimates a right interval holds 93 to 97 %, give or take their correlation.
   */
  @Test
  void theTrueModelForetellsBestAndItsIntervalsHold() {
    Map<Diagnostic, Double> checks = Country.drawn(1).checks(SmallAreaSpec.bayes());

    assertThat(checks.get(Diagnostic.CLUSTERS_OUT_COVERAGE)).isBetween(92.0, 98.0);
    assertThat(checks.get(Diagnostic.CLUSTERS_OUT_LOG_SCORE_MODEL))
        .isGreaterThan(checks.get(Diagnostic.CLUSTERS_OUT_LOG_SCORE_DIRECT))
        .isGreaterThan(checks.get(Diagnostic.CLUSTERS_OUT_LOG_SCORE_GROUP));
    assertThat(checks.get(Diagnostic.CLUSTERS_OUT_RMSE_MODEL))
        .isLessThan(checks.get(Diagnostic.CLUSTERS_OUT_RMSE_DIRECT))
        .isLessThan(checks.get(Diagnostic.CLUSTERS_OUT_RMSE_GROUP));
    assertThat(checks.get(Diagnostic.GROUP_OUT_COVERAGE)).isBetween(88.0, 100.0);
    assertThat(checks.get(Diagnostic.GROUP_OUT_LOG_SCORE_MODEL))
        .isGreaterThan(checks.get(Diagnostic.GROUP_OUT_LOG_SCORE_REST));
    assertThat(checks.get(Diagnostic.GROUP_OUT_RMSE_MODEL))
        .isLessThan(checks.get(Diagnostic.GROUP_OUT_RMSE_REST));
    assertThat(checks.get(Diagnostic.RESIDUAL_NORMALITY_P)).isGreaterThan(0.001);
  }

  /** A design effect of 2.86 where it is 1 makes held-out errors look larger than they are. */
  @Test
  void variancesThatAreTooLargeShow() {
    SmallAreaSpec right = SmallAreaSpec.bayes();
    SmallAreaSpec wrong =
        new SmallAreaSpec(
            right.method(),
            right.nested(),
            right.scale(),
            right.back(),
            right.variances(),
            OptionalDouble.of(2.86),
            right.benchmark(),
            right.threshold(),
            right.top(),
            right.draws(),
            right.seed(),
            Optional.empty(),
            Optional.empty());
    Country country = Country.drawn(1);
    Map<Diagnostic, Double> checks = country.checks(wrong);

    assertThat(checks.get(Diagnostic.CLUSTERS_OUT_COVERAGE)).isGreaterThan(98.5);
    assertThat(checks.get(Diagnostic.CLUSTERS_OUT_LOG_SCORE_MODEL))
        .isLessThan(country.checks(right).get(Diagnostic.CLUSTERS_OUT_LOG_SCORE_MODEL));
  }

  @Test
  void theSameSeedGivesTheSameChecks() {
    assertThat(Country.drawn(2).checks(SmallAreaSpec.reml()))
        .isEqualTo(Country.drawn(2).checks(SmallAreaSpec.reml()))
        .containsKey(Diagnostic.CLUSTERS_OUT_COVERAGE);
  }

  /** Without regions there is none to leave out, and without counts no cluster. */
  @Test
  void whatCannotBeLeftOutIsNotChecked() {
    Country country = Country.drawn(1);
    List<DirectEstimate> areas =
        country.sample.ofAreas().stream()
            .map(
                a ->
                    new DirectEstimate(
                        a.area(),
                        "",
                        a.estimate(),
                        a.standardError(),
                        a.n(),
                        a.psus(),
                        a.df(),
                        a.deff()))
            .toList();

    assertThat(
            SmallAreaStudy.of(SmallAreaSpec.reml(), areas, country.covariates, Optional.empty())
                .diagnostics())
        .doesNotContainKeys(
            Diagnostic.GROUP_OUT_COVERAGE,
            Diagnostic.CLUSTERS_OUT_COVERAGE,
            Diagnostic.GROUP_DIFFERENCE_MEAN);
  }

  /**
   * R: mean(dnorm(c(.5, .9), c(.6, .3), sqrt(c(.03, .015)), log = TRUE));
   * sqrt(weighted.mean((sin(c(.5, .9))^2 - sin(c(.6, .3))^2)^2, c(30, 10))). The second lies 4.9
   * standard deviations off.
   */
  @Test
  void scoresAreThoseOfNormalPredictions() {
    PredictiveScores scores = new PredictiveScores(Scale.ARCSINE);
    assertThat(scores.isEmpty()).isTrue();
    scores.add(0.6, 0.01, 0.5, 0.02, 30);
    scores.add(0.3, 0.005, 0.9, 0.01, 10);

    assertThat(scores.logScore()).isCloseTo(-5.07570612273803, within(1e-12));
    assertThat(scores.rootMeanSquare()).isCloseTo(0.274183836623073, within(1e-12));
    assertThat(scores.coverage()).isEqualTo(50);
  }

  /** By hand: region a is (0.2 + 3 · 0.4) / 4 − 0.3 = 0.05, region b 0.5 − 0.6 = −0.1. */
  @Test
  void groupsAreComparedWithWhatTheirAreasAddUpTo() {
    List<DirectEstimate> direct =
        List.of(
            DirectEstimate.none("a1", "a"),
            DirectEstimate.none("a2", "a"),
            DirectEstimate.none("b1", "b"));
    GroupAgreement agreement =
        GroupAgreement.of(
                direct.stream().map(DirectEstimate::group).toList(),
                new double[] {0.2, 0.4, 0.5},
                new Groups(
                    new double[] {1, 3, 2},
                    Map.of("a", 0.3, "b", 0.6),
                    Map.of("a", 0.01, "b", 0.05)))
            .orElseThrow();
    Map<Diagnostic, Double> checks = new HashMap<>();
    agreement.put(checks);

    assertThat(checks.get(Diagnostic.GROUP_DIFFERENCE_MEAN)).isCloseTo(0.075, within(1e-12));
    assertThat(checks.get(Diagnostic.GROUP_DIFFERENCE_LARGEST)).isCloseTo(0.1, within(1e-12));
    assertThat(checks.get(Diagnostic.GROUP_DIFFERENCE_LARGEST_ERRORS)).isCloseTo(5, within(1e-12));
  }
}
