package org.quipu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quipu.Provenance;
import org.quipu.charts.Mark;
import org.quipu.charts.PlottedChange;
import org.quipu.smallarea.Diagnostic;
import org.quipu.store.ProgramRow;
import org.quipu.text.Language;
import org.quipu.text.Messages;
import org.quipu.text.SameTexts;

class MessagesTest {
  private final Messages spanish = Messages.beside(Labels.class, "bulletin", Language.SPANISH);
  private final Messages english = Messages.beside(Labels.class, "bulletin", Language.ENGLISH);

  @Test
  void bothLanguagesHaveTheSameTextsWithTheSamePlaces() {
    SameTexts.assertSame(english, spanish);
  }

  @ParameterizedTest
  @MethodSource("org.quipu.text.Language#all")
  void everyFigureThatShipsHasWords(Language language) {
    Labels labels = new Labels(language);
    for (ProgramRow row : SampleEvidence.of(Provenance.RECOMPUTED).programs()) {
      if (row.region().equals("19") && !row.intervention().isEmpty()) {
        boolean named =
            labels.has("record." + row.measure())
                || labels.has("record." + row.measure() + "." + row.sex());
        boolean listed =
            !row.district().isEmpty()
                || !row.province().isEmpty()
                || row.measure().startsWith("school_level_");
        assertThat(named || listed).as(row.measure()).isTrue();
      }
    }
  }

  @Test
  void everyMarkAndVerdictHasWords() {
    for (Mark mark : Mark.values()) {
      assertThat(spanish.has("method.mark." + mark)).as("%s", mark).isTrue();
    }
    for (FigureKind kind : FigureKind.values()) {
      assertThat(spanish.has("gallery.kind." + kind.code())).as("%s", kind).isTrue();
      assertThat(FileNames.words(Language.SPANISH).has("kind." + kind.code())).isTrue();
    }
    for (Diagnostic check : Diagnostic.values()) {
      assertThat(spanish.has("checks.brief." + check.code()))
          .as("%s is named in the figure of the model if it has bounds", check)
          .isEqualTo(!Double.isNaN(check.lowest()));
    }
    for (PlottedChange.Verdict verdict : PlottedChange.Verdict.values()) {
      assertThat(spanish.has("verdict.short." + verdict.code())).isTrue();
    }
  }

  @Test
  void oneIsInTheSingular() {
    assertThat(spanish.of("record.people_informed", "1")).isEqualTo("1 persona informada");
    assertThat(spanish.of("record.people_informed", "2")).isEqualTo("2 personas informadas");
    assertThat(english.of("record.people_trained.women", "1")).isEqualTo("1 woman trained");
    assertThat(english.of("record.people_trained.women", "56")).isEqualTo("56 women trained");
  }

  @ParameterizedTest
  @CsvSource({
    "'2021;2024', 'INEI, microdatos de la ENDES 2021 y 2024'",
    "'2009;2010;2011;2013', 'INEI, microdatos de la ENDES 2009-2011 y 2013'",
    "'2021;2022', 'INEI, microdatos de la ENDES 2021 y 2022'",
  })
  void yearsInARowAreOneRange(String years, String text) {
    List<Integer> list = List.of(years.split(";", -1)).stream().map(Integer::valueOf).toList();

    assertThat(new Labels(Language.SPANISH).source(list, List.of(Provenance.MICRODATA)))
        .isEqualTo(text);
  }
}
