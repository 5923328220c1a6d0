package org.quipu.text.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quipu.text.Language;

class RegressionWordsTest {
  private final RegressionWords file = new RegressionWords(new Names(Language.ENGLISH), false);
  private final RegressionWords store = new RegressionWords(new Names(Language.ENGLISH), true);

  @Test
  void ratiosHaveThreeDigitsAndNoEndlessOnes() {
    assertThat(file.ratio(0.5)).isEqualTo("0.500");
    assertThat(file.ratio(12.345)).isEqualTo("12.3");
    assertThat(file.ratio(123.45)).isEqualTo("123");
    assertThat(file.ratio(Double.POSITIVE_INFINITY)).isEqualTo(">1,000");
    assertThat(file.ratio(0)).isEqualTo("<0.001");
    assertThat(file.ratio(Double.NaN)).isEqualTo("–");
  }

  @Test
  void coefficientsOfAnySizeAreShort() {
    assertThat(file.coefficient(0)).isEqualTo("0");
    assertThat(file.coefficient(-0.0123)).isEqualTo("−0.0123");
    assertThat(file.coefficient(-1.234e-7)).isEqualTo("−1.23e-7");
    assertThat(file.coefficient(1.234e12)).isEqualTo("1.23e12");
    assertThat(file.coefficient(12_345.6)).isEqualTo("12,346");
    assertThat(file.coefficient(Double.NaN)).isEqualTo("–");
    assertThat(file.coefficient(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
  }

  @Test
  void columnsOfAStoreHaveNames() {
    assertThat(store.term("region:residence")).isEqualTo("region × residence");
    assertThat(store.heading("region:residence")).isEqualTo("Region × residence");
    assertThat(store.heading("poly(age, 2)")).isEqualTo("poly(age, 2)");
    assertThat(store.level("region:residence", "19:2")).isEqualTo("Pasco, Rural");
    assertThat(store.level("poly(age, 2)", "1")).isEqualTo("1");
    assertThat(file.heading("a:b")).isEqualTo("a × b");
    assertThat(file.level("a:b", "20-39:2")).isEqualTo("20-39, 2");
    assertThat(file.level("a", "8:00")).isEqualTo("8:00");
    assertThat(file.term("region")).isEqualTo("region");
    assertThat(file.level("region", "19")).isEqualTo("19");
  }
}
