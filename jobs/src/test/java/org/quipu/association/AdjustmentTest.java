package org.quipu.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AdjustmentTest {
  private static final Offset<Double> EXACT = within(1e-15);

  // p.adjust(c(.01, .02, .03, .04, .05, .20), "BH")
  @Test
  void benjaminiHochberg() {
    double[] p = {0.01, 0.02, 0.03, 0.04, 0.05, 0.20};
    assertThat(Adjustment.BENJAMINI_HOCHBERG.adjust(p))
        .containsExactly(new double[] {0.06, 0.06, 0.06, 0.06, 0.06, 0.20}, EXACT);
  }

  // p.adjust(c(.04, .005, .8, .02, .03), "holm") and "BH"
  @Test
  void keepsTheOrderGiven() {
    double[] p = {0.04, 0.005, 0.8, 0.02, 0.03};
    assertThat(Adjustment.HOLM.adjust(p))
        .containsExactly(new double[] {0.09, 0.025, 0.8, 0.08, 0.09}, EXACT);
    assertThat(Adjustment.BENJAMINI_HOCHBERG.adjust(p))
        .containsExactly(new double[] {0.05, 0.025, 0.8, 0.05, 0.05}, EXACT);
  }

  @Test
  void missingIsNoTest() {
    double[] p = {Double.NaN, 0.02, 0.01};
    assertThat(Adjustment.HOLM.adjust(p))
        .containsExactly(new double[] {Double.NaN, 0.02, 0.02}, EXACT);
    assertThat(Adjustment.BENJAMINI_HOCHBERG.adjust(new double[0])).isEmpty();
  }
}
