package org.quipu.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleQuantilesTest {
  // R: quantile(c(1, 4, 9, 16, 25, 36.5, 49), p)
  @ParameterizedTest
  @CsvSource({"0, 1", "0.1, 2.8", "0.25, 6.5", "0.5, 16", "0.9, 41.5", "1, 49"})
  void type7(double p, double expected) {
    double[] sorted = {1, 4, 9, 16, 25, 36.5, 49};
    assertThat(SampleQuantiles.type7(sorted, p)).isCloseTo(expected, within(1e-13));
  }
}
