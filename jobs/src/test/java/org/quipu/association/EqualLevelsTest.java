package org.quipu.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quipu.math.Distributions;
import org.quipu.math.TestedEstimate;
import org.quipu.meta.Effects;

/** Golden numbers: metafor 3.8-1, src/test/r/equal-levels.R. */
class EqualLevelsTest {
  private static final AssociationAnalysis.Settings QUICK =
      new AssociationAnalysis.Settings(99, 100, 1);
  private static final double NONE = Double.NaN;

  private static AssociationAnalysis analysis(List<Region> regions) {
    return AssociationAnalysis.of(
        new AssociationSpec(
            "any",
            "talks",
            null,
            null,
            regions,
            List.of(),
            List.of(),
            CoverageNotes.NONE,
            TestFamily.ALL),
        QUICK);
  }

  private static MethodResult result(AssociationAnalysis analysis, Method method) {
    return analysis.result(method).orElseThrow();
  }

  /** The regions of src/test/r/baseline.R, whose levels and changes have correlated errors. */
  private static List<Region> eighteen() {
    double[] x = {
      89.7, 39.8, 13, 69.8, 81.9, 22, 25.3, 84.4, 65.9, 11.5, 44, 90, 45.7, 11.1, 64.4, 85.2, 26.6,
      20.9
    };
    double[] first = {
      54.82, 56.2, 61.36, 51.67, 62.48, 58.42, 49.8, 65.52, 56.36, 51.85, 64.1, 54.03, 57.67, 60.51,
      51.23, 63.62, 57.51, 50.11
    };
    double[] second = {
      42.23, 46.55, 57.81, 52.38, 55.61, 48.64, 41.39, 55.73, 55.46, 52.86, 53.51, 41.23, 49.62,
      59.45, 51.64, 53.64, 46.47, 43.4
    };
    return IntStream.range(0, 18)
        .mapToObj(
            i -> {
              double v1 = 3 + (i + 1) % 5;
              double v2 = 4 + (i + 1) % 3;
              double shared = 0.2 * Math.sqrt(v1 * v2);
              return new Region(
                  String.valueOf(i),
                  second[i] - first[i],
                  Math.sqrt(v1 + v2 - 2 * shared),
                  first[i],
                  Math.sqrt(v1),
                  shared,
                  x[i],
                  List.of());
            })
        .toList();
  }

  @Test
  void theSecondLevelGivenThePublishedFirstOneEqualsMetafor() {
    MethodResult published = result(analysis(eighteen()), Method.META_REGRESSION_OBSERVED_BASELINE);

    assertThat(published.test().estimate()).isCloseTo(-0.0393981327494216, within(1e-9));
    assertThat(published.test().standardError()).isCloseTo(0.0394964122367314, within(1e-9));
    assertThat(published.test().pValue()).isCloseTo(0.33433673773657546, within(1e-8));
    assertThat(published.residual().tau2()).isCloseTo(17.3442860641799, within(1e-6));
    Intercept line = published.intercept();
    assertThat(line.estimate()).isCloseTo(-4.68027524300663, within(1e-7));
    assertThat(Math.sqrt(line.variance())).isCloseTo(2.25239504331638, within(1e-7));
    assertThat(errorAt(50, published)).isCloseTo(1.11371184184398, within(1e-7));
  }

  @Test
  void theLineAtEqualTrueLevelsRunsThroughTheMeanFirstLevel() {
    MethodResult real = result(analysis(eighteen()), Method.META_REGRESSION_ADJUSTED);

    assertThat(real.test().estimate()).isCloseTo(-0.04476690990909, within(1e-6));
    assertThat(real.intercept().estimate()).isCloseTo(-4.43475092247402, within(1e-4));
    assertThat(real.intercept().estimate() + 50 * real.test().estimate())
        .isCloseTo(-6.6731014304648, within(1e-4));
    assertThat(Math.sqrt(real.intercept().variance())).isCloseTo(2.23520745795818, within(1e-4));
    assertThat(errorAt(50, real)).isCloseTo(1.09408596532391, within(1e-4));
  }

  private static double errorAt(double x, MethodResult result) {
    double error = result.test().standardError();
    Intercept line = result.intercept();
    return Math.sqrt(line.variance() + 2 * x * line.slopeCovariance() + x * x * error * error);
  }

  @Test
  void theAnswerIsTheLessConclusiveOfTheTwo() {
    AssociationAnalysis analysis = analysis(eighteen());
    MethodResult answer = analysis.results().get(0);

    assertThat(analysis.headline()).isEqualTo(Method.META_REGRESSION_EQUAL_LEVELS);
    assertThat(answer.method()).isEqualTo(Method.META_REGRESSION_EQUAL_LEVELS);
    // 0.334 at equal published levels, 0.273 at equal true ones: 2·pt(-0.0447669 / 0.0393092, 15)
    assertThat(answer.test())
        .isEqualTo(result(analysis, Method.META_REGRESSION_OBSERVED_BASELINE).test());
    assertThat(result(analysis, Method.META_REGRESSION_ADJUSTED).test().pValue())
        .isCloseTo(0.273, within(1e-3));
  }

  @Test
  void twoAdjustmentsInOppositeDirectionsAreEvidenceForNeither() {
    MethodResult fall = slope(-0.05, 0.01);
    MethodResult rise = slope(0.06, 0.02);

    MethodResult answer =
        MethodResult.lessConclusive(Method.META_REGRESSION_EQUAL_LEVELS, fall, rise);

    assertThat(answer.test().estimate()).isEqualTo(0.06);
    assertThat(answer.test().pValue()).isEqualTo(1);
    assertThat(
            MethodResult.lessConclusive(Method.META_REGRESSION_EQUAL_LEVELS, fall, fall)
                .test()
                .pValue())
        .isEqualTo(fall.test().pValue());
  }

  private static MethodResult slope(double estimate, double error) {
    return MethodResult.of(
        Method.META_REGRESSION_ADJUSTED,
        25,
        TestedEstimate.of(estimate, error, 22, 0.95),
        Intercept.NONE,
        0,
        3 * error);
  }

  /** What coverage followed, in the share of questions that are answered fell more, fell less. */
  private record Found(double more, double less) {}

  /**
   * 300 questions of 25 regions with levels of 55 ± 6 % and standard errors of 1.5 to 2.9 points,
   * as regions of ENDES have; nothing changes.
   *
   * @param published the weight of the published first figure in coverage, {@code real} of the true
   *     level
   */
  private static Found answers(double published, double real, double noise) {
    SplittableRandom random = new SplittableRandom(20240614);
    int questions = 300;
    int more = 0;
    int less = 0;
    for (int n = 0; n < questions; n++) {
      List<Region> regions = new ArrayList<>();
      for (int i = 0; i < 25; i++) {
        double error1 = 1.5 + 1.4 * random.nextDouble();
        double error2 = 1.5 + 1.4 * random.nextDouble();
        double level = 6 * normal(random);
        double first = level + error1 * normal(random);
        double second = level + error2 * normal(random);
        regions.add(
            new Region(
                String.valueOf(i),
                second - first,
                Math.hypot(error1, error2),
                55 + first,
                error1,
                0,
                300 + 10 * (published * first + real * level + noise * normal(random)),
                List.of()));
      }
      AssociationVerdict verdict =
          CorrectedTest.family(
                  List.of(new EqualLevels(regions, changes(regions)).results().get(0).test()))
              .get(0)
              .verdict();
      more += verdict == AssociationVerdict.NEGATIVE ? 1 : 0;
      less += verdict == AssociationVerdict.POSITIVE ? 1 : 0;
    }

    return new Found(more / (double) questions, less / (double) questions);
  }

  private static Effects changes(List<Region> regions) {
    return Effects.of(
            regions.stream().mapToDouble(Region::change).toArray(),
            regions.stream().mapToDouble(r -> r.standardError() * r.standardError()).toArray())
        .with("coverage", regions.stream().mapToDouble(Region::coverage).toArray());
  }

  private static double normal(SplittableRandom random) {
    return Distributions.normalQuantile(random.nextDouble());
  }

  @Test
  void coverageThatFollowedTheFirstSurveysFigureIsNoFall() {
    for (double noise : new double[] {1, 3, 6}) {
      Found found = answers(1, 0, noise);
      assertThat(found.more()).as("fell more, noise %s", noise).isLessThanOrEqualTo(0.05);
      assertThat(found.less()).as("fell less, noise %s", noise).isLessThanOrEqualTo(0.05);
    }
  }

  @Test
  void coverageThatFollowedTheTrueLevelIsNoRise() {
    Found found = answers(0, 1, 5);

    assertThat(found.more()).isLessThanOrEqualTo(0.05);
    assertThat(found.less()).isLessThanOrEqualTo(0.06);
  }

  @Test
  void coverageThatFollowedNothingIsFoundToDoNothing() {
    Found found = answers(0, 0, 6);

    assertThat(found.more()).isLessThanOrEqualTo(0.05);
    assertThat(found.less()).isLessThanOrEqualTo(0.05);
  }

  @Test
  void coverageThatIsTheFirstLevelAllowsNoAnswer() {
    List<Region> regions = new ArrayList<>();
    for (Region r : eighteen()) {
      regions.add(
          new Region(
              r.key(),
              r.change(),
              r.standardError(),
              r.baseline(),
              r.baselineError(),
              r.covariance(),
              10 * r.baseline(),
              List.of()));
    }
    AssociationAnalysis analysis = analysis(regions);
    CorrectedAnalysis corrected = CorrectedAnalysis.of(List.of(analysis)).get(0);

    assertThat(analysis.headline()).isEqualTo(Method.META_REGRESSION_EQUAL_LEVELS);
    assertThat(analysis.results().get(0).test().estimate()).isNaN();
    assertThat(corrected.tests().get(0).verdict()).isEqualTo(AssociationVerdict.NOT_ESTIMATED);
    assertThat(corrected.tests().get(0).tests()).isZero();
    assertThat(analysis.omissions())
        .extracting(Omission::method)
        .contains(Method.META_REGRESSION_OBSERVED_BASELINE);
  }

  @Test
  void equalLevelsNeedNoAdjustmentForTheTrueOne() {
    List<Region> regions = new ArrayList<>();
    for (Region r : eighteen()) {
      double level = 50 + (Integer.parseInt(r.key()) % 3 - 1);
      regions.add(
          new Region(
              r.key(), r.change(), r.standardError(), level, 1.5, 0, r.coverage(), List.of()));
    }
    AssociationAnalysis analysis = analysis(regions);

    assertThat(analysis.result(Method.META_REGRESSION_ADJUSTED)).isEmpty();
    assertThat(analysis.results().get(0).test())
        .isEqualTo(result(analysis, Method.META_REGRESSION_OBSERVED_BASELINE).test());
    assertThat(analysis.omissions())
        .contains(
            new Omission(
                Method.META_REGRESSION_ADJUSTED, Omission.Reason.BASELINE_WITHOUT_SPREAD, ""));
  }

  @Test
  void withoutFirstLevelsTheHeadlineHasNoRegardToThem() {
    AssociationAnalysis analysis = BcgQuestion.analysis();

    assertThat(analysis.headline()).isEqualTo(Method.META_REGRESSION_TRUNCATED);
    assertThat(analysis.result(Method.META_REGRESSION_EQUAL_LEVELS)).isEmpty();
  }

  /** Changes of 25 regions that agree far better than standard errors of 3 points allow. */
  private static AssociationAnalysis agreeing() {
    return analysis(
        IntStream.rangeClosed(1, 25)
            .mapToObj(
                i ->
                    new Region(
                        String.valueOf(i),
                        -2 + 0.1 * Math.sin(i),
                        3,
                        NONE,
                        NONE,
                        0,
                        300 + 100 * Math.cos(1.7 * i),
                        List.of()))
            .toList());
  }

  // rma(change, 9, mods = ~coverage, test = "knha") and with "adhoc": Q = 0.014 on 23 df
  @Test
  void regionsThatAgreeByLuckDoNotMakeANarrowHeadline() {
    AssociationAnalysis analysis = agreeing();
    MethodResult untruncated = result(analysis, Method.META_REGRESSION);
    MethodResult headline = result(analysis, analysis.headline());

    assertThat(untruncated.residual().q()).isCloseTo(0.0139235438944461, within(1e-12));
    assertThat(untruncated.test().standardError()).isCloseTo(0.000213277699735209, within(1e-14));
    assertThat(untruncated.test().pValue()).isCloseTo(0.851416054612, within(1e-10));
    assertThat(untruncated.test().low()).isCloseTo(-0.000481600149248406, within(1e-14));
    assertThat(headline.test().standardError()).isCloseTo(0.00866831075053695, within(1e-13));
    assertThat(headline.test().low()).isCloseTo(-0.017972168616134, within(1e-12));
    assertThat(headline.test().high()).isCloseTo(0.017891365391017, within(1e-12));
    assertThat(headline.test().pValue()).isCloseTo(0.996321391753972, within(1e-10));
  }

  @Test
  void theSmallestDetectableSlopeIsNeverInsideTheInterval() {
    for (AssociationAnalysis analysis : List.of(agreeing(), analysis(eighteen()))) {
      for (MethodResult result : analysis.results()) {
        if (!Double.isNaN(result.smallestDetectable())) {
          assertThat(result.smallestDetectable())
              .as(result.method().code())
              .isGreaterThanOrEqualTo((result.test().high() - result.test().low()) / 2);
        }
      }
    }
    MethodResult weighted = result(analysis(eighteen()), Method.PRECISION_WEIGHTED);
    MethodResult fixed = result(analysis(eighteen()), Method.FIXED_EFFECT);
    // The residuals show more variance than the sampling errors: it counts.
    assertThat(weighted.smallestDetectable()).isGreaterThan(1.3 * fixed.smallestDetectable());
  }
}
