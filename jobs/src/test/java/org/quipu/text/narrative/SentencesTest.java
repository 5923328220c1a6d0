package org.quipu.text.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.quipu.association.AssociationVerdict;
import org.quipu.association.Caveat;
import org.quipu.math.Adjustment;
import org.quipu.text.Language;
import org.quipu.text.Messages;

class SentencesTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\d+}");
  private static final Object[] PLACES = {
    "{0}", "{1}", "{2}", "{3}", "{4}", "{5}", "{6}", "{7}", "{8}", "{9}", "{10}"
  };

  private final Messages spanish = new Names(Language.SPANISH).texts();
  private final Messages english = new Names(Language.ENGLISH).texts();

  @Test
  void bothLanguagesHaveTheSameTextsWithTheSamePlaces() {
    assertThat(english.keys()).isEqualTo(spanish.keys());
    for (String key : english.keys()) {
      assertThat(places(english.of(key, PLACES)))
          .as(key)
          .containsExactlyInAnyOrderElementsOf(places(spanish.of(key, PLACES)));
    }
  }

  private static List<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).toList();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
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
    assertThat(List.of("decrease", "increase", "no_clear_change", "not_tested"))
        .allMatch(verdict -> texts.has("change.verdict." + verdict));
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
