package org.quipu.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.quipu.YearRange;
import org.quipu.math.Adjustment;

class AssociationAnalysisTest {
  private static final AssociationAnalysis.Settings QUICK =
      new AssociationAnalysis.Settings(199, 199, 1);
  private static final double NONE = Double.NaN;

  /** Change falls by {@code slope} for each unit of coverage; level and noise from fixed waves. */
  private static List<Region> regions(int k, double slope) {
    List<Region> regions = new ArrayList<>();
    for (int i = 1; i <= k; i++) {
      double coverage = 100 + 60 * Math.sin(1.7 * i);
      double change = slope * coverage + 2 * Math.cos(2.3 * i);
      double level = 55 + 8 * Math.sin(0.9 * i);
      regions.add(new Region(String.valueOf(i), change, 3, level, 2, 0, coverage, List.of()));
    }

    return regions;
  }

  private static AssociationSpec question(String indicator, List<Region> regions) {
    return new AssociationSpec(
        indicator,
        "talks",
        new YearRange(2021, 2024),
        new YearRange(2021, 2022),
        regions,
        List.of(),
        List.of(),
        CoverageNotes.NONE,
        TestFamily.ALL);
  }

  private static MethodResult result(AssociationAnalysis analysis, Method method) {
    return analysis.results().stream()
        .filter(result -> result.method() == method)
        .findFirst()
        .orElseThrow();
  }

  /** The headline's test in each analysis. */
  private static List<CorrectedTest> headlines(AssociationSpec... questions) {
    List<AssociationAnalysis> analyses = new ArrayList<>();
    for (AssociationSpec question : questions) {
      analyses.add(AssociationAnalysis.of(question, QUICK));
    }

    return CorrectedAnalysis.of(analyses).stream().map(one -> one.tests().get(0)).toList();
  }

  @Test
  void everyMethodThatTheDataAllow() {
    AssociationAnalysis answer = AssociationAnalysis.of(question("any", regions(25, 0)), QUICK);

    assertThat(answer.omissions()).isEmpty();
    assertThat(answer.influence()).hasSize(25);
    assertThat(answer.results().stream().map(MethodResult::method).collect(Collectors.toList()))
        .containsExactly(
            Method.META_REGRESSION_EQUAL_LEVELS,
            Method.META_REGRESSION_ADJUSTED,
            Method.META_REGRESSION_OBSERVED_BASELINE,
            Method.META_REGRESSION_TRUNCATED,
            Method.META_REGRESSION,
            Method.META_REGRESSION_ML,
            Method.META_REGRESSION_DL,
            Method.META_REGRESSION_NORMAL,
            Method.FIXED_EFFECT,
            Method.PRECISION_WEIGHTED,
            Method.PEARSON,
            Method.PEARSON_WEIGHTED,
            Method.PEARSON_DISATTENUATED,
            Method.SPEARMAN,
            Method.KENDALL);
  }

  @Test
  void covariatesAreHeldFixed() {
    List<Region> poor = new ArrayList<>();
    for (Region r : regions(20, -0.05)) {
      poor.add(
          new Region(
              r.key(),
              r.change() + 0.2 * r.baseline(),
              3,
              NONE,
              NONE,
              0,
              r.coverage(),
              List.of(r.baseline())));
    }
    AssociationSpec question =
        new AssociationSpec(
            "any",
            "talks",
            null,
            null,
            poor,
            List.of("poverty"),
            List.of(),
            CoverageNotes.NONE,
            TestFamily.ALL);
    AssociationAnalysis answer = AssociationAnalysis.of(question, QUICK);

    MethodResult adjusted = result(answer, Method.META_REGRESSION_COVARIATES);
    assertThat(adjusted.test().estimate()).isCloseTo(-0.05, within(0.01));
    assertThat(adjusted.test().df()).isEqualTo(17);
    assertThat(answer.omissions())
        .contains(
            new Omission(
                Method.META_REGRESSION_EQUAL_LEVELS, Omission.Reason.BASELINE_UNKNOWN, ""));
  }

  @Test
  void familyIsOneMethodOverAllQuestions() {
    AssociationSpec none = question("any", regions(25, 0));
    AssociationSpec fall = question("sexual", regions(25, -0.06));
    List<CorrectedTest> corrected = headlines(none, fall);
    double pNone = AssociationAnalysis.of(none, QUICK).results().get(0).test().pValue();
    double pFall = AssociationAnalysis.of(fall, QUICK).results().get(0).test().pValue();

    assertThat(pFall).isLessThan(0.001);
    assertThat(corrected.get(1).pAdjusted()).isEqualTo(2 * pFall);
    assertThat(corrected.get(0).pAdjusted()).isEqualTo(pNone);
    assertThat(corrected)
        .allMatch(one -> one.tests() == 2)
        .allMatch(one -> one.correction() == Adjustment.BENJAMINI_HOCHBERG);
  }

  @Test
  void violenceEverIsNotCorrectedForTheQuestionsOfTheLastTwelveMonths() {
    AssociationSpec ever = question("any", regions(25, -0.06));
    AssociationSpec recent =
        new AssociationSpec(
            "any 12m",
            ever.measure(),
            ever.years(),
            ever.window(),
            regions(25, 0),
            List.of(),
            List.of(),
            CoverageNotes.NONE,
            TestFamily.LAST_12_MONTHS);
    List<CorrectedTest> corrected = headlines(recent, ever, recent);

    assertThat(corrected).extracting(CorrectedTest::tests).containsExactly(2, 1, 2);
    assertThat(corrected.get(1).pAdjusted())
        .isEqualTo(AssociationAnalysis.of(ever, QUICK).results().get(0).test().pValue());
  }

  @Test
  void verdictSaysWhetherTheResultHoldsAfterTheCorrection() {
    assertThat(headlines(question("any", regions(25, 0))).get(0).verdict())
        .isEqualTo(AssociationVerdict.NOT_SIGNIFICANT);
    assertThat(headlines(question("any", regions(25, -0.06))).get(0).verdict())
        .isEqualTo(AssociationVerdict.NEGATIVE);
    assertThat(headlines(question("any", regions(25, 0.06))).get(0).verdict())
        .isEqualTo(AssociationVerdict.POSITIVE);
    assertThat(AssociationVerdict.of(-0.1, 0.049, 0.05))
        .isEqualTo(AssociationVerdict.NOT_AFTER_CORRECTION);
    assertThat(AssociationVerdict.of(NONE, 0.01, 0.01)).isEqualTo(AssociationVerdict.NOT_ESTIMATED);
    assertThat(AssociationVerdict.of(0.1, NONE, NONE))
        .isEqualTo(AssociationVerdict.NOT_SIGNIFICANT);
  }

  @Test
  void aSignificantResultAmongFortyTestsDoesNotHold() {
    AssociationSpec[] questions = new AssociationSpec[40];
    for (int i = 0; i < questions.length; i++) {
      questions[i] = question("q" + i, regions(25, i == 0 ? -0.027 : 0));
    }
    CorrectedTest first = headlines(questions).get(0);

    assertThat(AssociationAnalysis.of(questions[0], QUICK).results().get(0).test().pValue())
        .isBetween(0.002, 0.05);
    assertThat(first.verdict()).isEqualTo(AssociationVerdict.NOT_AFTER_CORRECTION);
    assertThat(first.tests()).isEqualTo(40);
  }

  @Test
  void aRegionWithoutAnErrorIsAPointWithoutWeight() {
    List<Region> regions = new ArrayList<>(regions(12, -0.05));
    regions.add(3, new Region("Pasco", -24.7, NONE, NONE, NONE, 0, 300, List.of()));
    AssociationAnalysis analysis = AssociationAnalysis.of(question("any", regions), QUICK);

    assertThat(analysis.results().get(0).k()).isEqualTo(12);
    assertThat(analysis.spec().leftOut()).containsExactly("Pasco");
    assertThat(analysis.points())
        .extracting(AssociationPoint::region)
        .containsExactlyElementsOf(regions);
    assertThat(analysis.points().get(3).weight()).isZero();
    assertThat(analysis.points().get(3).leverage()).isZero();
    assertThat(analysis.points().stream().mapToDouble(AssociationPoint::weight).sum())
        .isCloseTo(100, within(1e-10));
  }

  @Test
  void noiseThatExplainsAllLeavesNoCorrelationToCorrect() {
    List<Region> noisy = new ArrayList<>();
    for (Region r : regions(15, 0)) {
      noisy.add(new Region(r.key(), r.change(), 9, NONE, NONE, 0, r.coverage(), List.of()));
    }
    AssociationAnalysis analysis = AssociationAnalysis.of(question("any", noisy), QUICK);

    assertThat(result(analysis, Method.PEARSON_DISATTENUATED).test().estimate()).isNaN();
  }

  @Test
  void threeRegionsOrEqualCoverageGiveNoAnswer() {
    assertThat(AssociationAnalysis.of(question("any", regions(3, 0)), QUICK).results()).isEmpty();
    List<Region> equal = new ArrayList<>();
    for (Region r : regions(10, 0)) {
      equal.add(new Region(r.key(), r.change(), 3, NONE, NONE, 0, 50, List.of()));
    }
    AssociationAnalysis answer = AssociationAnalysis.of(question("any", equal), QUICK);
    assertThat(answer.results()).isEmpty();
    assertThat(answer.omissions())
        .containsExactly(new Omission(null, Omission.Reason.EQUAL_COVERAGE, ""));
  }
}
