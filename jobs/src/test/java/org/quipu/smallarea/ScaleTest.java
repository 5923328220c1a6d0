package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScaleTest {
  @ParameterizedTest
  @EnumSource(Scale.class)
  void theInverseGivesTheEstimateBack(Scale scale) {
    assertThat(scale.inverse(scale.of(0.3))).isCloseTo(0.3, within(1e-15));
    assertThat(scale.includes(0.3)).isTrue();
    assertThat(scale.includes(Double.NaN)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Scale.class)
  void theVarianceIsThatOfTheFirstDerivative(Scale scale) {
    double step = 1e-6;
    double slope = (scale.of(0.3 + step) - scale.of(0.3 - step)) / (2 * step);

    assertThat(scale.variance(0.3, 0.01)).isCloseTo(0.01 * slope * slope, within(1e-9));
  }

  @Test
  void theArcsineScaleEndsWhereProportionsEnd() {
    assertThat(Scale.ARCSINE.inverse(-0.1)).isZero();
    assertThat(Scale.ARCSINE.inverse(2)).isEqualTo(1);
    assertThat(Scale.ARCSINE.includes(1)).isTrue();
    assertThat(Scale.LOGIT.includes(1)).isFalse();
    assertThat(Scale.LOG.includes(0)).isFalse();
  }
}
