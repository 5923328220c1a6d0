package org.quipu.text.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quipu.association.AssociationVerdict;
import org.quipu.association.Caveat;
import org.quipu.change.ChangeVerdict;
import org.quipu.math.Adjustment;
import org.quipu.text.Language;
import org.quipu.text.Messages;
import org.quipu.text.SameTexts;

class SentencesTest {
  private final Messages spanish = new Names(Language.SPANISH).texts();
  private final Messages english = new Names(Language.ENGLISH).texts();

  @Test
  void bothLanguagesHaveTheSameTextsWithTheSamePlaces() {
    SameTexts.assertSame(english, spanish);
  }

  @ParameterizedTest
  @MethodSource("org.quipu.text.Language#all")
  void everyCodeOfATableHasWords(Language language) {
    Messages texts = new Names(language).texts();

    assertThat(Arrays.stream(Caveat.values()).map(caveat -> "caveat." + caveat.code()))
        .allMatch(texts::has);
    assertThat(Arrays.stream(Adjustment.values()).map(one -> "correction." + one.code()))
        .allMatch(texts::has);
    for (AssociationVerdict verdict : AssociationVerdict.values()) {
      assertThat(List.of("slope.", "correlation.", "event."))
          .allMatch(kind -> texts.has(kind + verdict.code()));
    }
    assertThat(Arrays.stream(ChangeVerdict.values()).map(one -> "change.verdict." + one.code()))
        .allMatch(texts::has);
  }

  @ParameterizedTest
  @CsvSource({
    "'Pasco;Puno', Pasco y Puno",
    "'Cusco;Ica', Cusco e Ica",
    "'Lima;Piura;Tacna', 'Lima, Piura y Tacna'",
    "'uno;hielo', uno y hielo",
    "Yanacancha, Yanacancha",
  })
  void namesStandInARowAsSpanishWritesThem(String names, String text) {
    assertThat(new Names(Language.SPANISH).list(List.of(names.split(";", -1)))).isEqualTo(text);
  }
}
