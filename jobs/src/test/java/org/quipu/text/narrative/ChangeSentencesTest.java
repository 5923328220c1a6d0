package org.quipu.text.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quipu.Provenance;
import org.quipu.change.ChangeFamily;
import org.quipu.change.LevelPair;
import org.quipu.change.LevelPair.Definition;
import org.quipu.change.Overlap;
import org.quipu.math.Adjustment;
import org.quipu.store.ChangeRow;
import org.quipu.store.PrevalenceRow;
import org.quipu.survey.quality.Quality;
import org.quipu.text.Language;

class ChangeSentencesTest {
  private static final double NA = Double.NaN;
  private static final ChangeSentences SPANISH = new ChangeSentences(new Names(Language.SPANISH));
  private static final ChangeSentences ENGLISH = new ChangeSentences(new Names(Language.ENGLISH));

  @Test
  void aClearChangeIsToldFromChanceAndNoMore() {
    assertThat(SPANISH.verdict(change(50, 40, 2, "good")))
        .isEqualTo(
            "Bajó: el cambio se distingue del azar de la muestra (p\u00a0=\u00a00.010 tras corregir"
                + " por 25 comparaciones, método de Holm).");
    assertThat(SPANISH.verdict(change(50, 49, 2, "good")))
        .startsWith("Sin cambio claro: la diferencia no se distingue del azar de la muestra (p");
  }

  @Test
  void aPUnderFivePercentThatDoesNotHoldAfterCorrectionIsAHint() {
    // z = 2 / √(0.7² + 0.7²) = 2.02, p 0.043 alone; 2.02 ± 3.09 · 0.99
    ChangeRow row = change(50, 48, 0.7, "good");

    assertThat(row.isHint()).isTrue();
    assertThat(SPANISH.verdict(row))
        .isEqualTo(
            "Indicio de baja, no resiste la corrección: tomado solo, el cambio se distinguiría del"
                + " azar de la muestra (p\u00a0=\u00a00.043), pero no entre las 25 comparaciones"
                + " hechas (p\u00a0=\u00a01.00; intervalo conjunto de 95 %: −5.1 a +1.1).");
    assertThat(ENGLISH.verdict(change(48, 50, 0.7, "good")))
        .startsWith("A hint of an increase that does not hold after correction: taken alone,")
        .endsWith("(p\u00a0=\u00a01.00; simultaneous 95% interval: −1.1 to +5.1).");
  }

  @Test
  void aVerdictOfAnAssumedErrorIsNoFall() {
    // z = 9.8 / √(2 · 2.0²): clear of 25 tests under a design effect of 1.7, not under 2.7
    ChangeRow row = change(50, 40.2, 2, "not_assessed;se_approximated");

    assertThat(SPANISH.verdict(row))
        .startsWith("Depende del error supuesto: no se conoce el margen de error y")
        .doesNotContain("ajó");
    assertThat(ENGLISH.verdict(row)).startsWith("Depends on the assumed error: ");
  }

  @Test
  void withoutAMarginOfErrorItCannotBeTested() {
    assertThat(SPANISH.verdict(change(50, 40, NA, "not_assessed")))
        .startsWith("No se puede comprobar: falta el margen de error");
    assertThat(ENGLISH.verdict(change(50, 40, NA, "not_assessed")))
        .startsWith("Cannot be tested: ");
  }

  @Test
  void aPJustUnderFivePercentIsNotWrittenAsFivePercent() {
    Names names = new Names(Language.SPANISH);

    assertThat(names.p(0.0497)).isEqualTo("p\u00a0=\u00a00.0497");
    assertThat(names.p(0.049_98)).isEqualTo("p\u00a0=\u00a00.04998");
    assertThat(names.p(0.05)).isEqualTo("p\u00a0=\u00a00.050");
    assertThat(new TestWords(names).p(0.0499)).isEqualTo("= 0.0499");
    assertThat(new TestWords(names).p(0.0494)).isEqualTo("= 0.049");
  }

  /** The change of one region among 25, of which nothing else changed. */
  private static ChangeRow change(double from, double to, double se, String quality) {
    PrevalenceRow first = row(2021, from, se, quality);
    PrevalenceRow last = row(2024, to, se, quality);
    List<LevelPair> pairs = new ArrayList<>();
    pairs.add(new LevelPair(first.level(), last.level(), Overlap.NONE, Definition.SAME));
    PrevalenceRow other = row(2021, 50, 1, "good");
    for (int i = 1; i < 25; i++) {
      pairs.add(new LevelPair(other.level(), other.level(), Overlap.NONE, Definition.SAME));
    }

    ChangeFamily family = ChangeFamily.of(pairs, Adjustment.HOLM);
    return ChangeRow.of(first, last, family.changes().get(0), family.tests(), Adjustment.HOLM);
  }

  private static PrevalenceRow row(int year, double percent, double se, String quality) {
    // n with which 1.7 is the design effect
    long n = (long) (percent * (100 - percent) * 1.7 / (se * se));
    return new PrevalenceRow(
        year,
        "partner_violence_any_ever",
        "region",
        "19",
        "Pasco",
        percent,
        se,
        NA,
        NA,
        NA,
        NA,
        NA,
        n,
        NA,
        null,
        null,
        Quality.parse(quality),
        Provenance.PUBLISHED,
        "");
  }
}
