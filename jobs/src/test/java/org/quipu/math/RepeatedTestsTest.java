package org.quipu.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Numbers are of R 4.2 by the formulas of Li, Meng, Raghunathan and Rubin (1991): {@code r <- (1 +
 * 1/m) * var(sqrt(chi)); d <- (mean(chi)/k - (m+1)/(m-1)*r)/(1+r); w <- k^(-3/m)*(m-1)*(1+1/r)^2}.
 */
class RepeatedTestsTest {
  private static final double[] CHI = {24.957, 18.051, 18.812, 17.362, 21.234, 18.615, 19.84};
  private static final double D = 4.43803970078867;
  private static final double W = 482.061840430748;

  private static WaldTest pooled(WaldTest... tests) {
    return RepeatedTests.pooled(List.of(tests));
  }

  @Test
  void chiSquaredIsPooledToF() {
    WaldTest pooled =
        RepeatedTests.pooled(
            Arrays.stream(CHI).mapToObj(chi -> WaldTest.chiSquared(chi, 4)).toList());

    assertThat(pooled.statistic()).isCloseTo(D, within(1e-12));
    assertThat(pooled.df1()).isEqualTo(4);
    assertThat(pooled.df2()).isCloseTo(W, within(1e-9));
    assertThat(pooled.pValue()).isCloseTo(0.00156655344574849, within(1e-13));
  }

  @Test
  void fHasNoMoreDegreesOfFreedomThanOneImputation() {
    WaldTest[] tests =
        Arrays.stream(CHI).mapToObj(chi -> WaldTest.f(chi / 4, 4, 30)).toArray(WaldTest[]::new);
    assertThat(pooled(tests).statistic()).isCloseTo(D, within(1e-12));
    assertThat(pooled(tests).df2()).isEqualTo(30);

    tests[2] = WaldTest.f(CHI[2] / 4, 4, 28);
    assertThat(pooled(tests).df2()).isEqualTo(28);
  }

  @Test
  void imputationsThatAgreeAreOne() {
    WaldTest one = WaldTest.f(2.5, 1.75, 40);
    assertThat(pooled(one, WaldTest.f(2.5, 1.75, 40))).isEqualTo(one);
    WaldTest chi = WaldTest.chiSquared(7, 3);
    assertThat(pooled(chi, chi, chi)).isEqualTo(chi);
  }

  /** By hand: roots 0 and 10, r = 1.5 · 50 = 75, D2 = (50 - 3 · 75) / 76, below 0. */
  @Test
  void statisticsThatDifferMuchTellNothing() {
    WaldTest none = pooled(WaldTest.chiSquared(0, 1), WaldTest.chiSquared(100, 1));
    assertThat(none.statistic()).isZero();
    assertThat(none.pValue()).isEqualTo(1);
  }

  @Test
  void oneThatCouldNotBeMadeLeavesNone() {
    WaldTest pooled = pooled(WaldTest.f(2, 3, 20), WaldTest.none(3));
    assertThat(pooled.statistic()).isNaN();
    assertThat(pooled.pValue()).isNaN();
    assertThat(pooled.df1()).isEqualTo(3);
  }
}
