package org.quipu.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quipu.text.Language;
import org.quipu.text.Messages;

class TextsTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  private final Messages spanish = Messages.beside(About.class, "figures", Language.SPANISH);
  private final Messages english = Messages.beside(About.class, "figures", Language.ENGLISH);

  @Test
  void bothLanguagesHaveTheSameTextsWithTheSamePlaces() {
    assertThat(english.keys()).isEqualTo(spanish.keys());
    for (String key : spanish.keys()) {
      assertThat(places(english.of(key, places())))
          .as(key)
          .containsAll(places(spanish.of(key, places())));
    }
  }

  private static Object[] places() {
    return new Object[] {"{0}", "{1}", "{2}", "{3}", "{4}", "{5}"};
  }

  private static List<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).toList();
  }

  @Test
  void everyMarkHasANote() {
    for (Mark mark : Mark.values()) {
      assertThat(spanish.has(mark.key())).as(mark.key()).isTrue();
    }
  }

  @Test
  void putsValuesInPlaceAsTheyAre() {
    assertThat(english.of("nation.line", "Peru", 2022, "$1 {0}")).isEqualTo("Peru 2022: $1 {0}");
  }

  @Test
  void placesMayHaveTwoDigits() {
    Object[] values = IntStream.range(0, 12).boxed().toArray();
    assertThat(Messages.filled("{0}{10}{11}", values)).isEqualTo("01011");
  }

  @Test
  void namesMissingTexts() {
    assertThatThrownBy(() -> Messages.beside(About.class, "nothing", Language.ENGLISH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no texts nothing_en.properties beside org.quipu.charts.About");
  }

  @Test
  void namesAMissingText() {
    assertThatThrownBy(() -> spanish.of("nothing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no text \"nothing\" in figures_es.properties");
  }
}
