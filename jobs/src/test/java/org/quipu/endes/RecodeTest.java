package org.quipu.endes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

  /**
   * D119Y, to whom she turned for help: nobody. The labels are those of the file of 2020 and of
   * INEI's dictionaries of 2022 to 2025; files of delimited text bring none.
   */
  @Test
  void helpOfSomeoneCloseIsKnownWithoutValueLabels() {
    Recode help = Dictionary.places("help_close_persons", 2020).get(0).recode();
    Recode.Values unlabelled = help.forFile(Map.of());
    Recode.Values labelled =
        help.forFile(Map.of("0", "Buscó ayuda de alguien", "1", "No buscó ayuda"));
    Recode.Values asIfNobody = help.forFile(Map.of("0", "No", "1", "Sí"));

    for (Recode.Values recode : List.of(unlabelled, labelled, asIfNobody)) {
      assertThat(recode.of(0)).isEqualTo(1);
      assertThat(recode.of(1)).isEqualTo(0);
    }

    assertThat(unlabelled.of(9)).isNaN();
  }

  @Test
  void tellsThatNumbersAloneSayNothing() {
    assertThat(Recode.parse("/quechua/=1").needsLabels()).isTrue();
    assertThat(Recode.parse("/quechua/=1;1=1").needsLabels()).isFalse();
  }
}
