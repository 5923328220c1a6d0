package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.special.Beta;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaBinomialTest {
  @ParameterizedTest
  @CsvSource({"0, 7, -1, 0.02", "7, 7, 0.3, 0.5", "3, 12, 2, 0.001", "90, 400, -2, 0.05"})
  void equalsTheQuotientOfBetaFunctions(int cases, int women, double logit, double dispersion) {
    BetaBinomial count = new BetaBinomial(cases, women);
    count.at(logit, dispersion);
    double p = 1 / (1 + Math.exp(-logit));
    double first = p / dispersion;
    double second = (1 - p) / dispersion;
    // log C(n, y) = −log(n + 1) − log B(y + 1, n − y + 1)
    double expected =
        -Math.log(women + 1)
            - Beta.logBeta(cases + 1, women - cases + 1)
            + Beta.logBeta(cases + first, women - cases + second)
            - Beta.logBeta(first, second);

    assertThat(count.value()).isCloseTo(expected, within(1e-10 * women));
  }

  @ParameterizedTest
  @CsvSource({"0, 7, -1, 0.02", "3, 12, 2, 0", "90, 400, -2, 0.05", "5, 5, 4, 0.3"})
  void derivativesAreThoseOfTheValue(int cases, int women, double logit, double dispersion) {
    double step = 1e-4;
    BetaBinomial below = new BetaBinomial(cases, women);
    below.at(logit - step, dispersion);
    BetaBinomial above = new BetaBinomial(cases, women);
    above.at(logit + step, dispersion);
    BetaBinomial count = new BetaBinomial(cases, women);
    count.at(logit, dispersion);

    assertThat(count.slope())
        .isCloseTo((above.value() - below.value()) / (2 * step), within(1e-6 * women));
    assertThat(count.curvature())
        .isCloseTo((above.slope() - below.slope()) / (2 * step), within(1e-6 * women));
  }

  @ParameterizedTest
  @CsvSource({"0.4, 0", "-1, 0.2", "-30, 0.1"})
  void probabilitiesSumToOne(double logit, double dispersion) {
    int women = 15;
    double sum = 0;
    for (int cases = 0; cases <= women; cases++) {
      BetaBinomial count = new BetaBinomial(cases, women);
      count.at(logit, dispersion);
      sum += Math.exp(count.value());
    }

    assertThat(sum).isCloseTo(1, within(1e-13));
  }
}
