package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SamplePlanningTest {
  private static final int AREAS = 40;
  private static final int SAMPLED = 39;
  private static final double D = 4;

  /** Direct estimates of equal variance, six interviews in each of five clusters; the last none. */
  private static List<DirectEstimate> areas(double variance) {
    SplittableRandom random = new SplittableRandom(3);
    List<DirectEstimate> areas = new ArrayList<>();
    for (int i = 0; i < SAMPLED; i++) {
      double truth = 50 + 3 * random.nextGaussian();
      double error = Math.sqrt(variance);
      areas.add(
          new DirectEstimate(
              "a" + i, "", truth + error * random.nextGaussian(), error, 30, 5, 4, 1));
    }
    areas.add(DirectEstimate.none("a" + SAMPLED, ""));
    return areas;
  }

  private static SmallAreaStudy study(double variance) {
    SmallAreaSpec usual = SmallAreaSpec.reml();
    SmallAreaSpec spec = Specs.with(usual, usual.benchmark(), usual.threshold(), 10, 100, 5);
    return SmallAreaStudy.of(spec, areas(variance), AreaCovariates.none(AREAS), Optional.empty());
  }

  private static double between(SmallAreaStudy study) {
    return study.terms().stream()
        .filter(term -> term.term().equals("sigma2u"))
        .findFirst()
        .orElseThrow()
        .estimate();
  }

  /** g1 + g2 of Prasad and Rao (1990) for an intercept and equal sampling variances. */
  private static double width(double a, double d) {
    double rest = d / (a + d);
    return 2 * 1.959963984540054 * Math.sqrt(a * rest + rest * rest * (a + d) / SAMPLED);
  }

  private static double synthetic(double a, double d) {
    return 2 * 1.959963984540054 * Math.sqrt(a + (a + d) / SAMPLED);
  }

  private static SampleOutlook of(List<SampleOutlook> outlooks, SamplePlan plan, String area) {
    return outlooks.stream()
        .filter(outlook -> outlook.plan() == plan && outlook.area().equals(area))
        .findFirst()
        .orElseThrow();
  }

  /** Without counts, four years are twice the clusters: half the variance. */
  @Test
  void widthsAreThoseOfTheModelWithTheSmallerVariance() {
    SmallAreaStudy study = study(D);
    double a = between(study);
    List<SampleOutlook> outlooks = study.outlooks(1);

    SampleOutlook now = of(outlooks, SamplePlan.AS_IS, "");
    double expected = (SAMPLED * width(a, D) + synthetic(a, D)) / AREAS;
    assertThat(now.width()).isCloseTo(expected, within(1e-9));
    assertThat(now.widthNow()).isEqualTo(now.width());
    SampleOutlook four = of(outlooks, SamplePlan.YEARS_4, "");
    assertThat(four.information()).isCloseTo(2, within(1e-12));
    assertThat(four.width())
        .isCloseTo((SAMPLED * width(a, D / 2) + synthetic(a, D / 2)) / AREAS, within(1e-9));
    assertThat(four.widthNow()).isEqualTo(now.width());
    assertThat(of(outlooks, SamplePlan.YEARS_2, "").information())
        .isCloseTo(4 / 3.0, within(1e-12));
  }

  /** From two years on, 4/3 clusters of one: four years have 1.5 times as many. */
  @Test
  void yearsThatAreThereAlreadyAreNoPlan() {
    List<SampleOutlook> outlooks = study(D).outlooks(2);

    assertThat(outlooks).noneMatch(outlook -> outlook.plan() == SamplePlan.YEARS_2);
    assertThat(of(outlooks, SamplePlan.YEARS_4, "").information()).isCloseTo(1.5, within(1e-12));
  }

  /** Two years have twice the interviews, 9 a cluster: 2 (1 + 5 ρ) / (1 + 8 ρ) at ρ = 0.02. */
  @Test
  void interviewsCountBesideClusters() {
    List<DirectEstimate> areas = areas(D);
    AreaData data =
        new AreaData(
            areas.stream().map(DirectEstimate::area).toList(),
            areas.stream().mapToDouble(DirectEstimate::estimate).toArray(),
            areas.stream().mapToDouble(area -> area.isSampled() ? D : Double.NaN).toArray(),
            List.of("(Intercept)"),
            AreaCovariates.none(AREAS).design());
    AreaPredictor predictor =
        new EblupPredictor(
            any -> FayHerriot.fit(any, VarianceEstimator.REML),
            FayHerriot.fit(data, VarianceEstimator.REML),
            AREAS,
            Scale.PLAIN,
            BackTransformation.NAIVE);
    List<SampleOutlook> outlooks =
        new SamplePlanning(areas, data, predictor, SmallAreaSpec.reml()).outlooks(1, 0.02);

    assertThat(of(outlooks, SamplePlan.YEARS_2, "").information())
        .isCloseTo(2 * 1.1 / 1.16, within(1e-12));
  }

  /** Five clusters and ten more are three times as many; ten where there is none are two fives. */
  @Test
  void oneAreaMayHaveMoreClusters() {
    SmallAreaStudy study = study(D);
    List<SampleOutlook> outlooks = study.outlooks(1);

    SampleOutlook some = of(outlooks, SamplePlan.CLUSTERS_PLUS_10, "a0");
    assertThat(some.information()).isCloseTo(3, within(1e-12));
    assertThat(some.width()).isBetween(width(between(study), D / 3) - 0.1, some.widthNow());
    SampleOutlook none = of(outlooks, SamplePlan.CLUSTERS_PLUS_10, "a" + SAMPLED);
    assertThat(none.information()).isNaN();
    assertThat(none.width()).isCloseTo(width(between(study), D / 2), within(0.1));
    assertThat(of(outlooks, SamplePlan.CLUSTERS_PLUS_10, "").width())
        .isBetween(some.width() - 0.1, some.widthNow());
  }

  @Test
  void moreInformationFindsMoreOfTheHighest() {
    List<SampleOutlook> outlooks = study(D).outlooks(1);
    double now = of(outlooks, SamplePlan.AS_IS, "").hits();
    double later = of(outlooks, SamplePlan.YEARS_4, "").hits();

    assertThat(now).isGreaterThan(5).isLessThan(later);
    assertThat(later).isLessThan(10);
    assertThat(of(study(D).outlooks(1), SamplePlan.YEARS_4, "").hits()).isEqualTo(later);
    // Without sampling error nine are found, and the tenth but for the area without sample.
    assertThat(of(study(1e-6).outlooks(1), SamplePlan.AS_IS, "").hits()).isBetween(9.5, 10.0);
  }

  /** R: anova(lm(y ~ area + cluster)) and Donner's formula, of 15 women in a and 10 in b. */
  @Test
  void theCorrelationWithinClustersIsThatOfTheAnalysisOfVariance() {
    int[] women = {4, 6, 5, 3, 7};
    int[] cases = {3, 1, 2, 0, 5};
    List<ClusterCount> counts = new ArrayList<>();
    for (int c = 0; c < women.length; c++) {
      String area = c < 3 ? "a" : "b";
      counts.add(
          new ClusterCount(
              "s", "c" + c, "01", area, "", true, "violence", women[c], cases[c], 1, 1, 1));
    }

    assertThat(ClusterSample.ofProvinces(counts).intraclassCorrelation())
        .isCloseTo(0.297796649070462, within(1e-12));
    assertThat(ClusterSample.ofProvinces(counts.subList(0, 1)).intraclassCorrelation()).isZero();
  }
}
