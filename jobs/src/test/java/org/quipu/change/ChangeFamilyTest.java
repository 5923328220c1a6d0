package org.quipu.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.quipu.change.AssumedDesign.Assumption;
import org.quipu.change.LevelPair.Definition;
import org.quipu.math.Adjustment;
import org.quipu.math.WaldTest;

class ChangeFamilyTest {
  private static final Percentage EXACT = withPercentage(1e-9);

  @Test
  void aChangeHasItsTestAndItsRelativeChange() {
    Change change = holm(pair(74.3, 2.9, 49.6, 2.7, 3.1)).changes().get(0);

    assertThat(change.points().estimate()).isCloseTo(-24.7, EXACT);
    // The published fall of 24.7 points is a third of the level: 24.7 / 74.3.
    assertThat(change.relative().percent()).isCloseTo(-33.24360699865411, EXACT);
    // sqrt(2.9² + 2.7² − 2 · 3.1)
    assertThat(change.points().standardError()).isCloseTo(Math.sqrt(9.5), EXACT);
    assertThat(change.points().df()).isEqualTo(220);
    assertThat(change.points().statistic()).isCloseTo(-24.7 / Math.sqrt(9.5), EXACT);
    // change.R
    assertThat(change.relative().low()).isCloseTo(-40.0556403106878, withPercentage(1e-6));
    assertThat(change.relative().high()).isCloseTo(-26.0756807844917, withPercentage(1e-6));
    assertThat(change.covariance()).isEqualTo(3.1);
    assertThat(change.verdict()).isEqualTo(ChangeVerdict.DECREASE);
    assertThat(change.pAdjusted()).isEqualTo(change.points().pValue());
    assertThat(change.simultaneous().low()).isEqualTo(change.points().low());
    assertThat(change.inei().difference()).isEqualTo(-24.7);
  }

  @Test
  void theVerdictIsOfTheAdjustedTest() {
    // t = -2.1 with many df: p = 0.036, adjusted for two tests 0.072.
    Change first = holm(pair(50, 1, 47.03, 1, 0), pair(50, 1, 49.9, 1, 0)).changes().get(0);

    assertThat(first.points().pValue()).isLessThan(0.05);
    assertThat(first.pAdjusted()).isCloseTo(2 * first.points().pValue(), EXACT);
    assertThat(first.verdict()).isEqualTo(ChangeVerdict.NO_CLEAR_CHANGE);
    assertThat(first.uncorrected()).isEqualTo(ChangeVerdict.DECREASE);
    assertThat(first.points().high()).isNegative();
    assertThat(first.simultaneous().high()).isPositive();
    assertThat(holm(pair(50, 1, 47.03, 1, 0)).changes().get(0).verdict())
        .isEqualTo(ChangeVerdict.DECREASE);
    assertThat(holm(pair(47.03, 1, 50, 1, 0)).changes().get(0).verdict())
        .isEqualTo(ChangeVerdict.INCREASE);
  }

  // R: uniroot(function(d) pt(-q, df, d) + pt(q, df, d, lower.tail = FALSE) - .8, c(0, 100)) with
  // q <- qt(.975, df), for 220, 2 and infinite degrees of freedom
  @Test
  void theSmallestDetectableChangeIsFoundEightTimesOutOfTen() {
    double[] standardErrors = {1, 2, 3};
    double[] dfs = {110, 1, Double.NaN};
    double[] expected = {2.81388550942119, 5.65348926619227, 2.80158178701358};
    List<Change> changes =
        holm(IntStream.range(0, 3)
                .mapToObj(
                    i ->
                        new LevelPair(
                            new Level(50, .6 * standardErrors[i], dfs[i]),
                            new Level(46, .8 * standardErrors[i], dfs[i]),
                            Overlap.NONE,
                            Definition.SAME))
                .toArray(LevelPair[]::new))
            .changes();

    for (int i = 0; i < 3; i++) {
      assertThat(changes.get(i).smallestDetectable())
          .isCloseTo(expected[i] * standardErrors[i], withPercentage(1e-6));
    }
  }

  @Test
  void whatCannotBeTestedIsNoTestOfTheFamily() {
    ChangeFamily family = holm(pair(50, 1, 47.03, 1, 0), pair(50, Double.NaN, 40, 1, 0));
    Change tested = family.changes().get(0);
    Change untested = family.changes().get(1);

    assertThat(family.tests()).isEqualTo(1);
    assertThat(tested.pAdjusted()).isEqualTo(tested.points().pValue());
    assertThat(untested.points().estimate()).isEqualTo(-10);
    assertThat(untested.verdict()).isEqualTo(ChangeVerdict.NOT_TESTED);
    assertThat(untested.points().standardError()).isNaN();
    assertThat(untested.covariance()).isNaN();
    assertThat(untested.smallestDetectable()).isNaN();
  }

  @Test
  void aHiddenLevelGivesNoNumberAtAll() {
    Change change = holm(pair(50, 2, Double.NaN, Double.NaN, 0)).changes().get(0);

    assertThat(change.points().estimate()).isNaN();
    assertThat(change.relative().percent()).isNaN();
    assertThat(change.verdict()).isEqualTo(ChangeVerdict.NOT_TESTED);
  }

  @Test
  void levelsOfOtherItemsAreNoChange() {
    Change change =
        holm(new LevelPair(
                new Level(65, 1, 110), new Level(33, 1, 110), Overlap.NONE, Definition.OTHER_ITEMS))
            .changes()
            .get(0);

    assertThat(change.points().estimate()).isNaN();
    assertThat(change.relative().percent()).isNaN();
    assertThat(change.verdict()).isEqualTo(ChangeVerdict.NOT_TESTED);
    assertThat(change.definition()).isEqualTo(Definition.OTHER_ITEMS);
    assertThat(change.inei()).isEqualTo(IneiComparison.NONE);
  }

  @Test
  void independentDomainsAreComparedByTheirOwnVariances() {
    // metafor: rma(c(-10, -2, 0), c(8, 2, 5), method = "FE"): QE, QEp
    WaldTest test =
        holm(
                pair(50, 2, 40, 2, 0),
                pair(50, 1, 48, 1, 0),
                pair(50, 2, 50, 1, 0),
                pair(50, Double.NaN, 45, 1, 0))
            .heterogeneity()
            .orElseThrow();

    assertThat(test.statistic()).isCloseTo(8.363636363636363, EXACT);
    assertThat(test.df1()).isEqualTo(2);
    assertThat(test.pValue()).isCloseTo(0.0152707173698934, EXACT);
    assertThat(holm(pair(50, 2, 40, 2, 0)).heterogeneity()).isEmpty();
  }

  @Test
  void tooFewClustersForTheDomainsGiveNoTestOfHeterogeneity() {
    // The four totals of outcomes vary as one: the changes of the two domains are one number.
    double[] totals = {50, 100, 40, 100, 50, 100, 50, 100};
    double[][] covariance = new double[8][8];
    for (int i = 2; i < 8; i += 4) {
      for (int j = 2; j < 8; j += 4) {
        covariance[i][j] = 4;
      }
    }

    ChangeFamily family = holm(pair(50, 2, 40, 2, 0), pair(50, 2, 50, 2, 0));

    assertThat(family.tests()).isEqualTo(2);
    assertThat(family.heterogeneity(new TwoYearTotals(totals, covariance, new int[2]))).isEmpty();
  }

  @Test
  void contrastsComeFromTheTotals() {
    // Two domains of 100 women each year; the same variance for each total of outcomes.
    double[] totals = {50, 100, 40, 100, 50, 100, 50, 100};
    double[][] covariance = new double[8][8];
    IntStream.of(0, 2, 4, 6).forEach(i -> covariance[i][i] = 4);
    ChangeFamily family = holm(pair(50, 2, 40, 2, 0), pair(50, 2, 50, 2, 0));

    List<Contrast> contrasts = family.contrasts(new TwoYearTotals(totals, covariance, new int[2]));

    Contrast first = contrasts.get(0);
    assertThat(first.change()).isCloseTo(-10, EXACT);
    assertThat(first.changeOfRest()).isZero();
    assertThat(first.difference().estimate()).isCloseTo(-10, EXACT);
    assertThat(first.difference().standardError()).isCloseTo(4, EXACT);
    assertThat(first.pAdjusted()).isCloseTo(2 * first.difference().pValue(), EXACT);
    assertThat(first.verdict()).isEqualTo(ContrastVerdict.LOWER);
    assertThat(contrasts.get(1).verdict()).isEqualTo(ContrastVerdict.HIGHER);
  }

  @Test
  void aVerdictStandsUnderEachDesignEffectThatMayBeAssumed() {
    // R: 2 * pnorm(-abs(a - b) / sqrt((a * (100 - a) + b * (100 - b)) / 1800 * c(1.2, 1.7, 2.7)))
    // 50 and 44: 0.001, 0.006, 0.028; 45: 0.006, 0.021, 0.067; 46: 0.028, 0.065, 0.14; 47.5: 0.17…
    ChangeFamily five = holm(assumed(50, 45));

    assertThat(verdict(holm(assumed(50, 44)))).isEqualTo(ChangeVerdict.DECREASE);
    assertThat(verdict(holm(assumed(44, 50)))).isEqualTo(ChangeVerdict.INCREASE);
    assertThat(five.changes(Assumption.USUAL).get(0).verdict()).isEqualTo(ChangeVerdict.DECREASE);
    assertThat(five.changes(Assumption.LARGEST).get(0).verdict())
        .isEqualTo(ChangeVerdict.NO_CLEAR_CHANGE);
    assertThat(verdict(five)).isEqualTo(ChangeVerdict.DEPENDS_ON_ASSUMED_ERROR);
    assertThat(verdict(holm(assumed(50, 46)))).isEqualTo(ChangeVerdict.DEPENDS_ON_ASSUMED_ERROR);
    assertThat(verdict(holm(assumed(50, 47.5)))).isEqualTo(ChangeVerdict.NO_CLEAR_CHANGE);
  }

  @Test
  void anAssumedErrorReachesTheVerdictsOfItsFamilyThroughTheCorrection() {
    // p = 0.031 alone; of two tests it stands only where the other, of 5 points, is clear.
    LevelPair estimated = pair(50, 1, 46.94, 1, 0);
    ChangeFamily family = holm(estimated, assumed(50, 45));

    assertThat(family.changes())
        .extracting(Change::verdict)
        .containsOnly(ChangeVerdict.DEPENDS_ON_ASSUMED_ERROR);
    assertThat(family.changes().get(0).assumed()).isEmpty();
    assertThat(family.changes().get(1).assumed()).contains(AssumedDesign.REGION);
    assertThat(verdict(holm(estimated))).isEqualTo(ChangeVerdict.DECREASE);
  }

  @Test
  void aDesignEffectIsAssumedOnlyWhereNoErrorIsKnown() {
    LevelPair half =
        new LevelPair(
            new Level(50, 2, 110),
            Level.approximated(42, 700, AssumedDesign.REGION),
            Overlap.NONE,
            Definition.SAME);

    Change change = holm(half).changes(Assumption.LARGEST).get(0);

    // sqrt(4 + 42·58/700 · 2.7)
    assertThat(change.points().standardError())
        .isCloseTo(Math.sqrt(4 + 42 * 58 / 700.0 * 2.7), EXACT);
    assertThat(change.points().df()).isNaN();
  }

  private static ChangeVerdict verdict(ChangeFamily family) {
    return family.changes().get(0).verdict();
  }

  private static LevelPair assumed(double from, double to) {
    return new LevelPair(
        Level.approximated(from, 1800, AssumedDesign.REGION),
        Level.approximated(to, 1800, AssumedDesign.REGION),
        Overlap.NONE,
        Definition.SAME);
  }

  private static ChangeFamily holm(LevelPair... pairs) {
    return ChangeFamily.of(List.of(pairs), Adjustment.HOLM);
  }

  private static LevelPair pair(
      double from, double seFrom, double to, double seTo, double covariance) {
    return new LevelPair(
        new Level(from, seFrom, 110),
        new Level(to, seTo, 110),
        new Overlap(covariance, 0),
        Definition.SAME);
  }
}
