package org.quipu.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumsTest {
  private static List<Double> terms(long seed, int spread) {
    Random random = new Random(seed);
    List<Double> terms = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      terms.add(Math.scalb(random.nextGaussian(), random.nextInt(2 * spread + 1) - spread));
    }

    return terms;
  }

  private static double sum(List<Double> terms) {
    ExactSums sums = new ExactSums();
    sums.ensure(3);
    terms.forEach(term -> sums.add(1, term));
    assertThat(sums.value(0)).isZero();
    assertThat(sums.value(2)).isZero();
    return sums.value(1);
  }

  /** Spreads of exponents: within a window of digits, over several, over all that doubles have. */
  @ParameterizedTest
  @ValueSource(ints = {0, 20, 100, 500})
  void equalsTheExactSumInAnyOrder(int spread) {
    List<Double> terms = terms(spread, spread);
    BigDecimal exact = terms.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    double sum = sum(terms);
    assertThat(sum).isEqualTo(exact.doubleValue(), within(2 * Math.ulp(exact.doubleValue())));
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(terms, new Random(i));
      assertThat(sum(terms)).isEqualTo(sum);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7, 64, 500})
  void mergedPartsGiveTheSameBits(int parts) {
    List<Double> terms = terms(9, 200);
    double sum = sum(terms);
    List<ExactSums> all = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      ExactSums sums = new ExactSums();
      sums.ensure(1);
      for (int i = part; i < terms.size(); i += parts) {
        sums.add(0, terms.get(i));
      }

      all.add(sums);
    }

    ExactSums merged = new ExactSums();
    merged.ensure(1);
    all.forEach(part -> merged.add(0, part, 0));
    assertThat(merged.value(0)).isEqualTo(sum);
  }

  @Test
  void whatCancelsIsGone() {
    assertThat(sum(List.of(1e300, 1.0, -1e300, Double.MIN_VALUE, -1.0)))
        .isEqualTo(Double.MIN_VALUE);
    assertThat(sum(List.of(-3.5, -4.25))).isEqualTo(-7.75);
    assertThat(sum(List.of())).isZero();
  }

  @Test
  void wholeNumbersAreExact() {
    assertThat(sum(Collections.nCopies(100_000, 651_153.0))).isEqualTo(65_115_300_000.0);
  }

  @Test
  void wholeNumbersBeyondWhatADoubleHoldsAreExactInAnyOrder() {
    assertThat(sum(List.of(0x1p53, 1.0, 0x1p53, 1.0, -0x1p54))).isEqualTo(2.0);
    assertThat(sum(List.of(1.0, -0x1p54, 0x1p53, 1.0, 0x1p53))).isEqualTo(2.0);
    assertThat(sum(List.of(0.5, 0x1p53, 1.0, -0x1p53))).isEqualTo(1.5);
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatThrownBy(() -> sum(List.of(Double.NaN)))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("not a finite number: NaN");
  }
}
