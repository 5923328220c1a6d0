package org.quipu.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TestedEstimateTest {
  // R: b <- -0.0280113294442; se <- 0.0113456775207; b + c(-1, 1) * qt(0.975, 10) * se;
  // 2 * pt(abs(b / se), 10, lower.tail = FALSE) (Viechtbauer 2010, latitude of dat.bcg)
  @Test
  void onT() {
    TestedEstimate found = TestedEstimate.of(-0.0280113294442, 0.0113456775207, 10, 0.95);
    assertThat(found.low()).isCloseTo(-0.0532910743301, within(1e-12));
    assertThat(found.high()).isCloseTo(-0.00273158455831, within(1e-12));
    assertThat(found.pValue()).isCloseTo(0.0331673351, within(1e-9));
    assertThat(found.df()).isEqualTo(10);
    assertThat(found.isTested()).isTrue();
  }

  // R: 2 * pnorm(-2.5); 5 + c(-1, 1) * qnorm(0.95) * 2
  @Test
  void onTheNormal() {
    TestedEstimate found = TestedEstimate.of(5, 2, Double.NaN, 0.9);
    assertThat(found.pValue()).isCloseTo(0.01241933065155227, within(1e-15));
    assertThat(found.low()).isCloseTo(5 - 2 * 1.644853626951472, within(1e-14));
    assertThat(found.df()).isNaN();
  }

  @Test
  void withoutAStandardErrorThereIsNoTest() {
    for (double error : new double[] {0, Double.NaN}) {
      TestedEstimate found = TestedEstimate.of(3, error, 10, 0.95);
      assertThat(found.estimate()).isEqualTo(3);
      assertThat(found.isTested()).isFalse();
      assertThat(new double[] {found.standardError(), found.low(), found.high(), found.df()})
          .containsOnly(Double.NaN);
    }
  }
}
