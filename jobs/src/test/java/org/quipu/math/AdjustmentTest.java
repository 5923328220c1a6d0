package org.quipu.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.quipu.UserException;

class AdjustmentTest {
  private static final Offset<Double> EXACT = within(1e-15);
  private static final double NA = Double.NaN;

  // R 4.2: p.adjust(c(0.001, 0.04, NA, 0.03, 0.2, 0.01), "holm"), "BH"
  private static final double[] P = {0.001, 0.04, NA, 0.03, 0.2, 0.01};

  @Test
  void holmIsRs() {
    assertThat(Adjustment.HOLM.adjust(P))
        .containsExactly(new double[] {0.005, 0.09, NA, 0.09, 0.2, 0.04}, EXACT);
  }

  @Test
  void benjaminiHochbergIsRs() {
    assertThat(Adjustment.BENJAMINI_HOCHBERG.adjust(P))
        .containsExactly(new double[] {0.005, 0.05, NA, 0.05, 0.2, 0.025}, EXACT);
  }

  // Benjamini and Hochberg's procedure on tied adjusted values (R: p.adjust(p, "BH")).
  @Test
  void benjaminiHochbergIsMonotone() {
    assertThat(Adjustment.BENJAMINI_HOCHBERG.adjust(new double[] {.01, .02, .03, .04, .05, .20}))
        .containsExactly(new double[] {.06, .06, .06, .06, .06, .20}, EXACT);
  }

  @Test
  void testsThatCouldNotBeMadeDoNotCount() {
    assertThat(Adjustment.HOLM.adjust(new double[] {NA, 0.03})).containsExactly(NA, 0.03);
    assertThat(Adjustment.HOLM.adjust(new double[] {})).isEmpty();
  }

  @Test
  void isFoundByName() {
    assertThat(Adjustment.named("holm")).isEqualTo(Adjustment.HOLM);
    assertThat(Adjustment.named("BH")).isEqualTo(Adjustment.BENJAMINI_HOCHBERG);
    assertThatThrownBy(() -> Adjustment.named("fdr"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'fdr'")
        .hasMessageContaining("holm or bh");
  }
}
