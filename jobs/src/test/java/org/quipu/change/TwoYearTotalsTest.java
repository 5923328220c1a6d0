package org.quipu.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.math.TestedEstimate;
import org.quipu.math.WaldTest;

/**
 * A made-up survey of two years in the same 15 clusters, three groups. Its totals and all expected
 * numbers are R survey's ({@code svytotal}, {@code svycontrast}, {@code svystandardize}) and
 * metafor's, from {@code src/test/r/change.R}.
 */
class TwoYearTotalsTest {
  private static final Percentage EXACT = withPercentage(1e-9);
  private static final double DF = 20;

  private final TwoYearTotals survey = read();

  @ParameterizedTest
  @CsvSource({
    "0, -3.78733711918744, 8.95007516499379, 0.827820192528996, 8.129196513305430,"
        + " -4.61515731171644, 10.03880893983367",
    "1, -2.10185608907003, 9.61923598589567, 6.98579442708522, 7.78955269917989, -9.08765051615525,"
        + " 12.09153816920983",
    "2, 4.15618799372209, 9.58497198672738, -0.138519636645491, 5.471125434585296,"
        + " 4.29470763036758, 6.31886500915723",
  })
  void aDomainAgainstTheRest(
      int domain,
      double change,
      double se,
      double rest,
      double restSe,
      double less,
      double lessSe) {
    Linearized own = survey.change(domain);
    Linearized others = survey.changeOfRest(domain);

    assertInference(survey.test(own, DF), change, se);
    assertInference(survey.test(others, DF), rest, restSe);
    assertInference(survey.test(own.minus(others), DF), less, lessSe);
  }

  @Test
  void theChangeOfADomainIsThatOfItsTwoLevels() {
    Level[] levels =
        IntStream.range(0, 2)
            .mapToObj(year -> survey.test(survey.level(0, year), DF / 2))
            .map(level -> new Level(level.estimate(), level.standardError(), level.df()))
            .toArray(Level[]::new);

    assertInference(
        levels[0].changeTo(levels[1], survey.overlap(0)), -3.78733711918744, 8.95007516499379);
  }

  @Test
  void heterogeneityCountsTheCovariancesOfTheChanges() {
    double[] changes = IntStream.range(0, 3).mapToDouble(d -> survey.change(d).value()).toArray();
    double[][] covariance = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        covariance[i][j] = survey.covariance(survey.change(i), survey.change(j));
      }
    }

    // vcov(changes), change.R
    assertThat(covariance[0][2]).isCloseTo(56.0973143445175, EXACT);
    assertThat(covariance[0][1]).isCloseTo(-4.7121116796535, EXACT);

    // metafor: rma.mv(changes, V): QE and QEp
    WaldTest test = Homogeneity.test(changes, covariance).orElseThrow();
    assertThat(test.statistic()).isCloseTo(1.437082972632340, EXACT);
    assertThat(test.df1()).isEqualTo(2);
    assertThat(test.pValue()).isCloseTo(0.487462708762548, EXACT);
  }

  @Test
  void heterogeneityNeedsTwoDomains() {
    assertThatThrownBy(() -> Homogeneity.test(new double[] {1}, new double[][] {{1}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing to compare");
  }

  @Test
  void kitagawasSplitHasDeltaMethodErrors() {
    Decomposition split = Decomposition.of(survey, new double[] {.5, .3, .2}, DF);

    assertInference(split.composition(), 5.05262858895729, 1.92326922617024);
    assertInference(split.rate(), -1.19704202739339, 6.81587121935728);
    assertInference(split.change(), 3.85558656156390, 6.14356147018762);
    assertThat(split.groups()).isEqualTo(3);
  }

  @Test
  void standardisedLevelsAreThoseOfSvystandardize() {
    Decomposition split = Decomposition.of(survey, new double[] {.5, .3, .2}, DF);

    assertInference(split.standardizedFrom(), 41.60307461763302, 4.15273123235544);
    assertInference(split.standardizedTo(), 39.91008683006271, 4.21957121283543);
    assertInference(split.standardizedChange(), -1.69298778757031, 6.77655877863298);
    assertThat(split.standardCovered()).isCloseTo(1, EXACT);
  }

  // Das Gupta, Standardization and decomposition of rates (U.S. Bureau of the Census, P23-186,
  // 1993), example 5.1: household headship per 100 in the United States, 1970 and 1985.
  @Test
  void dasGuptasHeadshipRates() {
    double[] size1970 = {12.9, 10.9, 9.5, 8.0, 7.8, 8.4, 8.6, 7.8, 7.0, 5.9, 4.7, 3.6, 4.9};
    double[] size1985 = {10.1, 11.2, 11.6, 10.9, 9.4, 7.7, 6.3, 6.0, 6.3, 5.9, 5.1, 4.0, 5.5};
    double[] rate1970 = {
      1.9, 25.8, 45.7, 49.6, 51.2, 51.6, 51.8, 54.9, 58.7, 60.4, 62.8, 66.6, 66.8
    };
    double[] rate1985 = {
      2.2, 24.3, 45.8, 52.5, 56.1, 55.6, 56.0, 57.4, 57.2, 61.2, 63.9, 68.6, 72.2
    };
    double[] totals = new double[4 * 13];
    double[] standard = new double[13];
    for (int g = 0; g < 13; g++) {
      totals[4 * g] = size1970[g] * rate1970[g] / 100;
      totals[4 * g + 1] = size1970[g];
      totals[4 * g + 2] = size1985[g] * rate1985[g] / 100;
      totals[4 * g + 3] = size1985[g];
      standard[g] = (size1970[g] + size1985[g]) / 200;
    }

    Decomposition split =
        Decomposition.of(
            new TwoYearTotals(totals, new double[52][52], new int[13]), standard, Double.NaN);

    assertThat(split.change().estimate()).isCloseTo(2.9672, EXACT);
    assertThat(split.composition().estimate()).isCloseTo(1.2269, EXACT);
    assertThat(split.rate().estimate()).isCloseTo(1.7403, EXACT);
    assertThat(split.standardizedFrom().estimate()).isCloseTo(45.3309, EXACT);
    assertThat(split.standardizedTo().estimate()).isCloseTo(47.0712, EXACT);
    assertThat(split.change().isTested()).isFalse();
  }

  @Test
  void aGroupOfOneYearOnlyIsComposition() {
    // Group 2 is new in the second year, at a rate of 50 %: 0.2 of the women at 50 - 20 points.
    double[] totals = {20, 100, 16, 80, 0, 0, 10, 20};
    Decomposition split =
        Decomposition.of(
            new TwoYearTotals(totals, new double[8][8], new int[2]),
            new double[] {.75, .25},
            Double.NaN);

    assertThat(split.composition().estimate()).isCloseTo(6, EXACT);
    assertThat(split.rate().estimate()).isZero();
    assertThat(split.change().estimate()).isCloseTo(6, EXACT);
    assertThat(split.groups()).isEqualTo(1);
    assertThat(split.standardCovered()).isCloseTo(0.75, EXACT);
    assertThat(split.standardizedChange().estimate()).isZero();
  }

  private static void assertInference(TestedEstimate found, double estimate, double standardError) {
    assertThat(found.estimate()).isCloseTo(estimate, EXACT);
    assertThat(found.standardError()).isCloseTo(standardError, EXACT);
  }

  static TwoYearTotals read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                TwoYearTotalsTest.class.getResourceAsStream("two-years.csv"),
                StandardCharsets.UTF_8))) {
      List<double[]> rows =
          reader
              .lines()
              .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble))
              .map(DoubleStream::toArray)
              .toList();
      return new TwoYearTotals(
          rows.stream().mapToDouble(row -> row[0]).toArray(),
          rows.stream().map(row -> Arrays.copyOfRange(row, 1, row.length)).toArray(double[][]::new),
          new int[3]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
