package org.quipu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.YearRange;
import org.quipu.endes.Indicator;
import org.quipu.program.ServiceMeasure;
import org.quipu.text.Language;
import org.quipu.text.SameTexts;

class FileNamesTest {
  private static final YearRange SPAN = new YearRange(2017, 2022);

  private static String name(Language language, FigureName figure) {
    return new FileNames(new Labels(language)).of(figure);
  }

  private static FigureName association(String indicator, String measure) {
    return new FigureName(
        FigureKind.ASSOCIATION,
        List.of(
            FigureName.Subject.indicator(indicator),
            new FigureName.Subject(FigureName.Sort.MEASURE, measure)),
        List.of(SPAN.from(), SPAN.to()));
  }

  @Test
  void bothLanguagesHaveTheSameWords() {
    SameTexts.assertSame(FileNames.words(Language.ENGLISH), FileNames.words(Language.SPANISH));
  }

  @ParameterizedTest
  @CsvSource({
    "es, CHANGE, partner_violence_physical_ever, cambio-violencia-fisica-2017-2022",
    "en, CHANGE, partner_violence_physical_ever, change-physical-violence-2017-2022",
    "es, MAP_INTERVAL, partner_violence_any_12m, mapa-precision-violencia-12m-2017-2022",
    "es, PREVALENCE, help_sought_police, prevalencia-ayuda-comisaria-2017-2022",
  })
  void areShortAndInTheLanguage(
      Language language, FigureKind kind, String indicator, String expected) {
    assertThat(name(language, FigureName.of(kind, indicator, SPAN))).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("org.quipu.text.Language#all")
  void ofAllThatShipsAreUniqueShortAndPlain(Language language) {
    List<String> names = new ArrayList<>();
    for (Indicator indicator : Indicator.all()) {
      for (FigureKind kind : FigureKind.values()) {
        names.add(name(language, FigureName.of(kind, indicator.name(), SPAN)));
      }
      for (ServiceMeasure measure : ServiceMeasure.values()) {
        names.add(name(language, association(indicator.name(), measure.code())));
      }
    }

    // 57 indicators with 22 kinds and 6 measures
    assertThat(names).hasSize(57 * 28).doesNotHaveDuplicates();
    assertThat(names)
        .allMatch(name -> name.matches("[a-z][a-z0-9-]*2022"), "without a digest")
        .allMatch(name -> name.length() <= 80);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a/b", "../../etc/passwd", "ÑANDÚ", "con espacios", "指标", "a", "A", "-", "CON"})
  void ofWhatOthersNamedAreSafe(String measure) {
    String name = name(Language.SPANISH, association("partner_violence_any_ever", measure));

    assertThat(name).matches("asociacion-violencia-[a-z0-9-]*2017-.*-[0-9a-f]{8}");
    assertThat(name).doesNotContain("--").isEqualTo(name.toLowerCase(java.util.Locale.ROOT));
    assertThat(name)
        .isEqualTo(name(Language.SPANISH, association("partner_violence_any_ever", measure)));
  }

  @Test
  void ofLongNamesThatBeginAlikeAreShortAndDiffer() {
    String long1 = "x".repeat(299) + "1";
    String long2 = "x".repeat(299) + "2";
    List<String> names = new ArrayList<>();
    for (String measure : List.of(long1, long2, "a b", "a_b", "a-b", "A B")) {
      names.add(name(Language.SPANISH, association("partner_violence_any_ever", measure)));
    }
    names.add(name(Language.SPANISH, association("a", "b c")));
    names.add(name(Language.SPANISH, association("a b", "c")));

    assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.length() <= 100);
  }
}
