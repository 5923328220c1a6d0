package org.quipu.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://x\")",
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "-",
        "+"
      })
  void aTextThatASpreadsheetWouldRunHasAnApostropheInFront(String text) {
    assertThat(FormulaGuard.text(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Pasco", "-1", "-0.5", "+3", "-1e-5", "-1,5", "a=b", " =1", "'x", "−3"})
  void otherTextsAndNumbersStayAsTheyAre(String text) {
    assertThat(FormulaGuard.text(text)).isEqualTo(text);
  }
}
