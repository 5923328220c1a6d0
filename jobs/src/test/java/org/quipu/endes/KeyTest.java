package org.quipu.endes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {
  @Test
  void readsAWomanWithALineOfTwoDigits() {
    // ENDES 2020: 87 women have a line of two digits; joining HHID, two blanks and the line loses
    // them
    assertThat(Key.woman("      003700801 12")).isEqualTo(new Key(37, 8, 1, 12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"      000101501  2", "000101501  2", "000101501 02 "})
  void readsTheSameWomanHoweverBlanksAreKept(String caseid) {
    // line numbers are " 02" in 2012 and "  2" in later years
    assertThat(Key.woman(caseid)).isEqualTo(new Key(1, 15, 1, 2));
  }

  @Test
  void readsAHousehold() {
    assertThat(Key.household("      000101101")).isEqualTo(new Key(1, 11, 1, Key.HOUSEHOLD));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "101501  2", "00010150A  2", "0001015012"})
  void knowsWhatIsNoWoman(String caseid) {
    assertThat(Key.woman(caseid)).isNull();
  }
}
