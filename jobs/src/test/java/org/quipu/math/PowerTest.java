package org.quipu.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerTest {
  private static final Power POWER = Power.withDefaults();

  // R: uniroot(function(d) pt(-c, df, d) + pt(c, df, d, lower = FALSE) - 0.8), c = qt(0.975, df)
  @ParameterizedTest
  @CsvSource({
    "1, 16.3340088698951",
    "2, 5.65348926619227",
    "5, 3.51390272917038",
    "22, 2.93157850677895"
  })
  void smallestCoefficientOnT(double df, double expected) {
    assertThat(POWER.smallestCoefficient(1, df)).isCloseTo(expected, within(1e-8));
    assertThat(POWER.smallestCoefficient(0.5, df)).isCloseTo(expected / 2, within(1e-8));
  }

  // R: uniroot(function(d) pnorm(d - qnorm(0.975)) + pnorm(-d - qnorm(0.975)) - 0.8, c(0, 10))
  @Test
  void smallestCoefficientOnZ() {
    assertThat(POWER.smallestCoefficient(1, Double.NaN)).isCloseTo(2.80158178701358, within(1e-9));
  }

  // R: pt(ncp = 1.5), df 22
  @Test
  void powerOfGivenShift() {
    assertThat(POWER.of(1.5, 22)).isCloseTo(0.300079016933104, within(1e-12));
    assertThat(POWER.of(0, 3)).isCloseTo(0.05, within(1e-10));
    assertThat(POWER.of(50, 3)).isCloseTo(1, within(1e-9));
  }

  // R: tanh((qnorm(0.975) + qnorm(0.8)) / sqrt(22))
  @Test
  void smallestCorrelations() {
    assertThat(POWER.smallestPearson(25)).isCloseTo(0.535125504251795, within(1e-14));
    assertThat(POWER.smallestSpearman(25)).isGreaterThan(POWER.smallestPearson(25));
    assertThat(POWER.smallestKendall(25)).isLessThan(POWER.smallestPearson(25));
    assertThat(POWER.smallestPearson(3)).isNaN();
  }
}
