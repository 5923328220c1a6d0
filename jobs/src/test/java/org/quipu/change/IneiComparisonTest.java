package org.quipu.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.change.IneiComparison.Significance;

class IneiComparisonTest {

  @ParameterizedTest
  @CsvSource({
    // R: round(2 * pnorm(-abs(z)), 2), with the difference −z and √(0.6² + 0.8²) = 1
    "1.6, ''", // 0.1096 is 0.11
    "1.63, *", // 0.1031 is 0.10, which honest rounding would leave out
    "1.91, *", // 0.0561 is 0.06
    "1.92, **", // 0.0549 is 0.05
    "2.42, **", // 0.0155 is 0.02
    "2.44, ***", // 0.0147 is 0.01
    "4, ***",
  })
  void theStarsAreOfThePValueAsItIsPrinted(double z, String stars) {
    assertThat(compare(50, 0.6, 50 - z, 0.8).significance().code()).isEqualTo(stars);
    assertThat(compare(50 - z, 0.6, 50, 0.8).significance().code()).isEqualTo(stars);
  }

  @Test
  void theDifferenceIsOfThePrintedLevels() {
    // INEI, ENDES 2022 and 2024, cuadro 12.1.1: 55.6568 (0.7503) and 51.96 (0.7491) are printed as
    // 55.7 and 52.0; the difference of the levels themselves is −3.6968, z = −3.49.
    IneiComparison comparison = compare(55.6568, 0.7503, 51.96, 0.7491);

    assertThat(comparison.difference()).isEqualTo(-3.7);
    assertThat(comparison.significance()).isEqualTo(Significance.VERY_HIGHLY_SIGNIFICANT);
    // 10.04 and 9.96 are printed as 10.0 and 10.0, 10.05 and 9.94 as 10.1 and 9.9
    assertThat(compare(10.04, 1, 9.96, 1).difference()).isZero();
    assertThat(compare(10.05, 1, 9.94, 1).difference()).isEqualTo(-0.2);
  }

  @Test
  void withoutINEIsStandardErrorsThereAreNoStars() {
    IneiComparison unknown = compare(74.3, Double.NaN, 49.6, 2);
    IneiComparison assumed =
        IneiComparison.of(
            new Level(74.3, 1, Double.NaN), Level.approximated(49.6, 753, AssumedDesign.REGION));

    assertThat(unknown.difference()).isEqualTo(-24.7);
    assertThat(unknown.significance()).isEqualTo(Significance.NONE);
    assertThat(assumed.significance()).isEqualTo(Significance.NONE);
    assertThat(compare(50, 1, Double.NaN, 1)).isEqualTo(IneiComparison.NONE);
  }

  private static IneiComparison compare(double from, double seFrom, double to, double seTo) {
    return IneiComparison.of(new Level(from, seFrom, 100), new Level(to, seTo, 100));
  }
}
