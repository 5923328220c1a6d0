package org.quipu.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quipu.math.GreatCircle.kilometres;

import org.junit.jupiter.api.Test;

class GreatCircleTest {
  @Test
  void equalsPublishedDistances() {
    // Rosetta Code, "Haversine formula": Nashville to Los Angeles, 2886.44444 km at a radius of
    // 6371 km.
    assertThat(kilometres(36.12, -86.67, 33.94, -118.4))
        .isCloseTo(2886.44444 * 6371.0088 / 6371, within(1e-4));
    // A quarter of the meridian, 90 degrees of 60 nautical miles each, is near 10,000 km (the first
    // definition of the metre).
    assertThat(kilometres(0, 0, 90, 0)).isCloseTo(10_007.557, within(1e-3));
    assertThat(kilometres(0, 0, 0, 180)).isCloseTo(Math.PI * 6371.0088, within(1e-9));
  }

  @Test
  void isZeroAtTheSamePlaceAndUnknownWithoutOne() {
    assertThat(kilometres(-12.05, -77.03, -12.05, -77.03)).isZero();
    assertThat(kilometres(-12.05, -77.03, -12.05, 282.97)).isCloseTo(0, within(1e-9));
    assertThat(kilometres(Double.NaN, -77.03, -12.05, -77.03)).isNaN();
  }
}
