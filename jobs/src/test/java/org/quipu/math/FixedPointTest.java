package org.quipu.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FixedPointTest {
  @Test
  void sumsAreNearerThanThoseOfDoubles() {
    Random random = new Random(3);
    FixedPoint unit = FixedPoint.of(5, 100_000);
    long sum = 0;
    BigDecimal exact = BigDecimal.ZERO;
    for (int i = 0; i < 100_000; i++) {
      double term = 5 * random.nextDouble();
      sum += unit.of(term);
      exact = exact.add(new BigDecimal(term));
    }

    assertThat(unit.value(sum)).isCloseTo(exact.doubleValue(), within(1e-10));
  }

  @Test
  void sumsOfTheLargestTermsFit() {
    for (double bound : new double[] {1, 1.999, 1024, 1e-200, 1e250}) {
      for (long terms : new long[] {1, 7, 1 << 20}) {
        FixedPoint unit = FixedPoint.of(bound, terms);
        long sum = Math.multiplyExact(unit.of(bound), terms);
        assertThat(unit.value(sum)).isCloseTo(bound * terms, within(1e-12 * bound * terms));
      }
    }

    assertThat(FixedPoint.of(0, 0).of(0)).isZero();
  }

  @Test
  void termsNeedABound() {
    assertThatThrownBy(() -> FixedPoint.of(Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FixedPoint.of(Double.POSITIVE_INFINITY, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
