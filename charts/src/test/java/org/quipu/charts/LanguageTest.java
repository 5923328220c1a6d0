package org.quipu.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.text.DecimalMark;
import org.quipu.text.Language;

class LanguageTest {
  // The first four are how the ministry's bulletins write these numbers.
  @ParameterizedTest
  @CsvSource({
    "65.4, 65.4_%, 65.4%",
    "9.7, 9.7_%, 9.7%",
    "55.66, 55.7_%, 55.7%",
    "0.05, 0.1_%, 0.1%",
    "100, 100.0_%, 100.0%",
    "NaN, –, –",
  })
  void writesPercents(double value, String spanish, String english) {
    assertThat(Language.SPANISH.percent(value)).isEqualTo(spanish.replace('_', '\u00a0'));
    assertThat(Language.ENGLISH.percent(value)).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource({
    "4474, 4474, '4,474'",
    "16590, 16_590, '16,590'",
    "1775440, 1_775_440, '1,775,440'",
    "999, 999, 999",
    "-12345, \u221212_345, '\u221212,345'",
  })
  void groupsDigits(double value, String spanish, String english) {
    assertThat(Language.SPANISH.count(value)).isEqualTo(spanish.replace('_', '\u00a0'));
    assertThat(Language.ENGLISH.count(value)).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource({"-24.7, \u221224.7", "2.34, +2.3", "0.04, 0.0", "-0.04, 0.0", "NaN, –"})
  void signsChanges(double value, String text) {
    assertThat(Language.SPANISH.signed(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.00234, 0.0023", "1.46, 1.5", "-0.47, \u22120.47", "243.2, 243", "0, 0"})
  void keepsTwoDigits(double value, String text) {
    assertThat(Language.ENGLISH.significant(value)).isEqualTo(text);
  }

  @Test
  void writesIntervalsInWords() {
    assertThat(Language.SPANISH.signedInterval(-31.5, 2)).isEqualTo("\u221231.5 a +2.0");
    assertThat(Language.ENGLISH.signedInterval(-31.5, 2)).isEqualTo("\u221231.5 to +2.0");
    assertThat(Language.SPANISH.interval(63.94, 66.9)).isEqualTo("63.9–66.9");
  }

  @Test
  void writesTheReadersDecimalMark() {
    Language spanish = Language.SPANISH.with(DecimalMark.COMMA);
    Language english = Language.ENGLISH.with(DecimalMark.COMMA);

    assertThat(spanish.percent(65.4)).isEqualTo("65,4\u00a0%");
    assertThat(spanish.signed(0.04)).isEqualTo("0,0");
    assertThat(spanish.decimal(-12345.678, 2)).isEqualTo("\u221212\u00a0345,68");
    // A comma cannot part both groups and decimals.
    assertThat(english.decimal(12345.678, 2)).isEqualTo("12\u00a0345,68");
    assertThat(spanish.is(Language.SPANISH)).isTrue();
    assertThat(spanish).isNotEqualTo(Language.SPANISH);
    assertThat(spanish.with(DecimalMark.POINT))
        .isEqualTo(Language.SPANISH)
        .hasSameHashCodeAs(Language.SPANISH)
        .hasToString("es");
  }

  @Test
  void knowsItsTags() {
    assertThat(Language.ofTag("ES")).isEqualTo(Language.SPANISH);
    assertThatThrownBy(() -> Language.ofTag("qu")).hasMessageContaining("no language \"qu\"");
  }

  @Test
  void writesMonthsAsPeruDoes() {
    assertThat(Language.SPANISH.month(9)).isEqualTo("setiembre");
    assertThat(Language.ENGLISH.month(9)).isEqualTo("September");
  }
}
