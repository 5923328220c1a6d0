package org.quipu.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimandTest {
  @ParameterizedTest
  @ValueSource(strings = {"mean", "ratio", "quantile_0.5", "quantile_0.025", "quantile_0.00001"})
  void isReadAsItIsWritten(String text) {
    assertThat(Estimand.parse(text)).hasToString(text);
  }

  @Test
  void anotherWordIsRefused() {
    assertThatThrownBy(() -> Estimand.parse("mode"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no Statistic 'mode'; there are mean, total, proportion, ratio");
    assertThatThrownBy(() -> Estimand.parse("quantile_half"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
