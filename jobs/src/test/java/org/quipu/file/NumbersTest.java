package org.quipu.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "-9, -9",
    "0.1, 0.1",
    "55.7, 55.7",
    "0.30000000000000004, 0.30000000000000004",
    "1e300, 1E300",
    "1.5e-7, 1.5E-7",
    // JDK-4511638: Double.toString printed 2.0E-3 and 2.2E-322 longer than needed
    "5.6843418860808E-14, 5.6843418860808E-14",
    "123456789012345678, 1.2345678901234568E17",
  })
  void isShortest(double value, String text) {
    assertThat(Numbers.shortest(value)).isEqualTo(text);
  }

  @Test
  void readsBackTheSame() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertThat(Double.parseDouble(Numbers.shortest(value))).isEqualTo(value);
      }
    }
  }
}
