package org.quipu.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShapiroWilkTest {
  /** R's datasets::precip. */
  private static final double[] RAIN = {
    67, 54.7, 7, 48.5, 14, 17.2, 20.7, 13, 43.4, 40.2, 38.9, 54.5, 59.8, 48.3, 22.9, 11.5, 34.4,
    35.1, 38.7, 30.8, 30.6, 43.1, 56.8, 40.8, 41.8, 42.5, 31, 31.7, 30.2, 25.9, 49.2, 37, 35.9, 15,
    30.2, 7.2, 36.2, 45.5, 7.8, 33.4, 36.1, 40.2, 42.7, 42.5, 16.2, 39, 35, 37, 31.4, 37.6, 39.9,
    36.2, 42.8, 46.4, 24.7, 49.1, 46, 35.9, 7.8, 48.2, 15.2, 32.5, 44.7, 42.6, 38.8, 17.4, 40.8,
    29.1, 14.6, 59.2
  };

  /** R's datasets::islands. */
  private static final double[] ISLANDS = {
    11506, 5500, 16988, 2968, 16, 184, 23, 280, 84, 73, 25, 43, 21, 82, 3745, 840, 13, 30, 30, 89,
    40, 33, 49, 14, 42, 227, 16, 36, 29, 15, 306, 44, 58, 43, 9390, 32, 13, 29, 6795, 16, 15, 183,
    14, 26, 19, 13, 12, 82
  };

  /** R 4.2: shapiro.test(precip), shapiro.test(islands), shapiro.test(58:72). */
  @Test
  void equalsR() {
    ShapiroWilk rain = ShapiroWilk.of(RAIN).orElseThrow();
    assertThat(rain.statistic()).isCloseTo(0.964559168611697, within(1e-12));
    assertThat(rain.pValue()).isCloseTo(0.0449252894831123, within(1e-12));

    ShapiroWilk islands = ShapiroWilk.of(ISLANDS).orElseThrow();
    assertThat(islands.statistic()).isCloseTo(0.429581138541303, within(1e-12));
    assertThat(islands.pValue()).isCloseTo(2.10570896064292e-12, within(1e-21));

    ShapiroWilk even =
        ShapiroWilk.of(IntStream.rangeClosed(58, 72).asDoubleStream().toArray()).orElseThrow();
    assertThat(even.statistic()).isCloseTo(0.963593490365408, within(1e-12));
    assertThat(even.pValue()).isCloseTo(0.754533305439111, within(1e-12));
  }

  @Test
  void theOrderOfValuesDoesNotMatter() {
    double[] sorted = RAIN.clone();
    Arrays.sort(sorted);
    assertThat(ShapiroWilk.of(sorted)).isEqualTo(ShapiroWilk.of(RAIN));
  }

  @Test
  void fewOrEqualValuesGiveNoTest() {
    assertThat(ShapiroWilk.of(1, 2, 3)).isEmpty();
    assertThat(ShapiroWilk.of(new double[20])).isEmpty();
  }
}
