package org.quipu.endes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RecodeTest {
  @Test
  void keepsEveryValueWithoutRules() {
    assertThat(Recode.parse("").forFile(Map.of()).of(7)).isEqualTo(7);
  }

  @Test
  void leavesOutWhatNoRuleNames() {
    Recode.Values quintile = Recode.parse("1-5=*").forFile(Map.of());

    assertThat(quintile.of(5)).isEqualTo(5);
    assertThat(quintile.of(9)).isNaN();
  }

  @Test
  void goesByTheLabelsOfTheFileBeforeItsNumbers() {
    Recode language = Recode.parse("/castellano/=1;/quechua/=2;10=1;1=2");

    assertThat(language.forFile(Map.of("4", "Quechua", "1", "Castellano")).of(4)).isEqualTo(2);
    assertThat(language.forFile(Map.of("4", "Quechua", "1", "Castellano")).of(1)).isEqualTo(1);
    assertThat(language.forFile(Map.of()).of(10)).isEqualTo(1);
  }

  @Test
  void comparesLabelsWithoutAccentsAndCase() {
    Recode asked = Recode.parse("/^(no|nadie)/=0;/busc|^si/=1");

    assertThat(asked.forFile(Map.of("1", "SÍ, buscó ayuda")).of(1)).isEqualTo(1);
    assertThat(asked.forFile(Map.of("0", "No buscó ayuda")).of(0)).isEqualTo(0);
  }

  @Test
  void tellsThatNumbersAloneSayNothing() {
    assertThat(Recode.parse("/quechua/=1").needsLabels()).isTrue();
    assertThat(Recode.parse("/quechua/=1;1=1").needsLabels()).isFalse();
  }
}
