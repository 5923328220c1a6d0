package org.quipu.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;

class TrendTest {
  private static final int[] YEARS = {2018, 2019, 2020, 2022, 2024};
  private static final double[] LEVELS = {61.2, 58.9, 59.4, 54.1, 55.0};

  // Three years of one master sample, two of others; made up, see src/test/r/change.R.
  private static final double[][] COVARIANCE = {
    {.64, .30, .22, 0, 0},
    {.30, .81, .35, 0, 0},
    {.22, .35, 1.21, 0, 0},
    {0, 0, 0, .49, 0},
    {0, 0, 0, 0, .5625},
  };

  // Generalised least squares by matrices in R, change.R; metafor's rma.mv(y, V, mods = ~years)
  // gives the same to the accuracy of its large intercept: QE 13.1747825, QEp 0.0042734772.
  @Test
  void isGeneralisedLeastSquaresWithTheKnownCovariance() {
    Trend trend = Trend.of(YEARS, LEVELS, COVARIANCE, Double.NaN);

    assertThat(trend.slope().estimate()).isCloseTo(-1.100849216441619, withPercentage(1e-10));
    assertThat(trend.slope().standardError()).isCloseTo(0.177361569409084, withPercentage(1e-10));
    assertThat(trend.slope().pValue()).isCloseTo(5.40715752e-10, withPercentage(1e-5));
    assertThat(trend.slope().low()).isCloseTo(-1.44847150, withPercentage(1e-5));
    assertThat(trend.slope().high()).isCloseTo(-0.75322693, withPercentage(1e-5));
    assertThat(trend.linearityStatistic()).isCloseTo(13.174782542064571, withPercentage(1e-10));
    assertThat(trend.pLinearity()).isCloseTo(4.27347720e-03, withPercentage(1e-5));
  }

  @Test
  void pointsOnALineAreOnIt() {
    double[] line = {60, 59, 58, 56, 54};

    Trend trend = Trend.of(YEARS, line, COVARIANCE, 300);

    assertThat(trend.slope().estimate()).isCloseTo(-1, withPercentage(1e-10));
    assertThat(trend.pLinearity()).isCloseTo(1, withPercentage(1e-6));
  }

  @Test
  void twoYearsAreAChangeAndNotATrend() {
    assertThatThrownBy(
            () ->
                Trend.of(
                    new int[] {2018, 2019},
                    new double[] {50, 40},
                    new double[][] {{1, 0}, {0, 1}},
                    90))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("three years");
  }
}
