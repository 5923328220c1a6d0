package org.quipu.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.math.TestedEstimate;

/** Numbers from {@code src/test/r/change.R} unless said otherwise. */
class LevelTest {
  // R survey 4.1-1: svymean(~api99 + api00, apiclus1 with fpc) and its vcov; degf 14. The same
  // clusters in both years; svycontrast(both, c(-1, 1)).
  private static final Level API99 = new Level(606.978142076503, Math.sqrt(586.852606903836), 14);
  private static final Level API00 = new Level(644.169398907104, Math.sqrt(554.237096883920), 14);
  private static final double API_COVARIANCE = 565.785631731595;

  @Test
  void aChangeInTheSameClustersCountsTheirCovariance() {
    TestedEstimate change = API99.changeTo(API00, new Overlap(API_COVARIANCE, 14));

    assertThat(change.estimate()).isCloseTo(37.1912568306011, relative(1e-12));
    assertThat(change.standardError()).isCloseTo(3.08519696689946, relative(1e-11));
    assertThat(change.statistic()).isCloseTo(12.0547430940778, relative(1e-11));
    assertThat(change.df()).isEqualTo(14);
    assertThat(change.pValue()).isCloseTo(8.82232729351777e-09, relative(1e-9));
    assertThat(change.high() - change.estimate()).isCloseTo(6.61708938421035, relative(1e-11));
    assertThat(change.estimate() - change.low()).isCloseTo(6.61708938421035, relative(1e-11));
  }

  @Test
  void independentYearsHaveNoCovariance() {
    // sqrt(586.852606903836 + 554.237096883920)
    assertThat(API99.changeTo(API00, Overlap.NONE).standardError())
        .isCloseTo(33.7800192982147, relative(1e-10));
  }

  @Test
  void withoutDegreesOfFreedomTheTestIsNormal() {
    TestedEstimate change =
        new Level(50, 2, 40).changeTo(new Level(44, 2, Double.NaN), Overlap.NONE);

    // R: 2 * pnorm(-6 / sqrt(8)); 6 - qnorm(.975) * sqrt(8)
    assertThat(change.pValue()).isCloseTo(0.0338948535246893, relative(1e-12));
    assertThat(change.high()).isCloseTo(-0.45638470260129, relative(1e-10));
    assertThat(change.df()).isNaN();
  }

  @ParameterizedTest
  @CsvSource({"NaN, 2", "2, NaN", "0, 2", "2, 0"})
  void withoutBothStandardErrorsThereIsAChangeButNoTest(double from, double to) {
    TestedEstimate change = new Level(50, from, 90).changeTo(new Level(44, to, 90), Overlap.NONE);

    assertThat(change.estimate()).isEqualTo(-6);
    assertThat(change.isTested()).isFalse();
    assertThat(change.standardError()).isNaN();
    assertThat(change.low()).isNaN();
  }

  // Fieller's interval by inverting the test numerically, change.R. Pasco's 74.3 and 49.6 are the
  // published levels of 2017 and 2022; their standard errors are made up.
  @ParameterizedTest
  @CsvSource({
    "606.978142076503, 586.852606903836, 644.169398907104, 554.237096883920, 565.785631731595, 14,"
        + " 14, 4.85578795268891, 7.54222798244863",
    "74.3, 8.41, 49.6, 7.29, 0, 110, 0, -41.6938292396573, -23.9986793326518",
    "74.3, 8.41, 49.6, 7.29, 3.1, 110, 0, -40.0556403106878, -26.0756807844917",
  })
  void relativeChangeHasFiellersInterval(
      double from,
      double v1,
      double to,
      double v2,
      double covariance,
      double df,
      int shared,
      double low,
      double high) {
    Level first = new Level(from, Math.sqrt(v1), df);
    Level second = new Level(to, Math.sqrt(v2), df);

    RelativeChange change = RelativeChange.of(first, second, new Overlap(covariance, shared));

    assertThat(change.percent()).isCloseTo(100 * (to - from) / from, relative(1e-12));
    assertThat(change.low()).isCloseTo(low, relative(1e-8));
    assertThat(change.high()).isCloseTo(high, relative(1e-8));
  }

  @Test
  void nothingFallsByMoreThanAllOfIt() {
    // change.R: -102.62230567328530, -9.64787123887926
    RelativeChange change =
        RelativeChange.of(
            new Level(6, 1.5, Double.NaN), new Level(2, 1.1, Double.NaN), Overlap.NONE);

    assertThat(change.low()).isEqualTo(-100);
    assertThat(change.high()).isCloseTo(-9.64787123887926, relative(1e-8));
  }

  @Test
  void aFirstLevelThatMayBeZeroGivesNoInterval() {
    RelativeChange change =
        RelativeChange.of(new Level(2, 1.1, Double.NaN), new Level(3, 1, Double.NaN), Overlap.NONE);

    assertThat(change.percent()).isEqualTo(50);
    assertThat(change.low()).isNaN();
    assertThat(change.high()).isNaN();
    assertThat(RelativeChange.of(new Level(0, 0, 9), new Level(3, 1, 9), Overlap.NONE).percent())
        .isNaN();
  }

  @ParameterizedTest
  @CsvSource({"55, 2.0", "54, 1.0", "53.9, 1.1", "46.1, 2.2", "44, 2.6", "58, 4", "50.1, 0.02"})
  void theRelativeIntervalHoldsZeroExactlyWhereTheIntervalOfTheChangeDoes(double to, double se) {
    Level first = new Level(50, 1.7, 80);
    Level second = new Level(to, se, 75);

    TestedEstimate change = first.changeTo(second, new Overlap(0.4, 60));
    RelativeChange relative = RelativeChange.of(first, second, new Overlap(0.4, 60));

    assertThat(relative.low() <= 0 && relative.high() >= 0)
        .isEqualTo(change.low() <= 0 && change.high() >= 0);
  }

  private static Percentage relative(double error) {
    return Percentage.withPercentage(100 * error);
  }
}
