package org.quipu.text.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quipu.YearRange;
import org.quipu.program.CoverageNote;
import org.quipu.program.CoverageUnit;
import org.quipu.program.DenominatorName;
import org.quipu.program.ServiceMeasure;
import org.quipu.text.Language;
import org.quipu.text.Messages;

class CoverageWordsTest {
  private static final CoverageWords SPANISH = CoverageWords.in(Language.SPANISH);
  private static final CoverageWords ENGLISH = CoverageWords.in(Language.ENGLISH);

  @ParameterizedTest
  @MethodSource("org.quipu.text.Language#all")
  void everyKeyHasWords(Language language) {
    Messages texts = Messages.beside(CoverageWords.class, "coverage", language);

    for (CoverageUnit unit : CoverageUnit.values()) {
      assertThat(texts.has("unit." + unit.code())).as(unit.code()).isTrue();
    }
    for (CoverageNote.Kind kind : CoverageNote.Kind.values()) {
      assertThat(texts.has("note." + kind.code())).as(kind.code()).isTrue();
    }
    for (DenominatorName.Unit unit : DenominatorName.Unit.values()) {
      assertThat(texts.has("denominator." + unit.code())).as(unit.code()).isTrue();
    }
    for (DenominatorName.Source source : DenominatorName.Source.values()) {
      assertThat(texts.has("denominator." + source.code())).as(source.code()).isTrue();
    }
    for (ServiceMeasure measure : ServiceMeasure.values()) {
      assertThat(texts.has("measure." + measure.code())).as(measure.code()).isTrue();
    }
  }

  @Test
  void namesMeasuresAsHeadingsAndInSentences() {
    String districts = ServiceMeasure.DISTRICTS_WITH_SERVICE_PERCENT.code();
    String cases = ServiceMeasure.CASES_ATTENDED_PER_1000_WOMEN.code();

    assertThat(SPANISH.measure(districts))
        .isEqualTo("Distritos con algún servicio de prevención, %");
    assertThat(SPANISH.measureInSentence(districts))
        .isEqualTo("% de distritos con algún servicio de prevención");
    assertThat(ENGLISH.measureInSentence(cases))
        .isEqualTo("cases attended per 1,000 women aged 15-49");
    assertThat(ENGLISH.measure("campanas_people")).isEqualTo("campanas people");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "people_informed_men_18_29|Hombres informados de 18 a 29 años, por 1000 de ese grupo"
            + "|Men informed aged 18-29, per 1,000 of that group",
        "people_informed_women_60_more|Mujeres informadas de 60 y más años, por 1000 de ese grupo"
            + "|Women informed aged 60 and over, per 1,000 of that group",
        "people_informed_0_5|Personas informadas de 0 a 5 años, por 1000 de ese grupo"
            + "|People informed aged 0-5, per 1,000 of that group",
        "people_informed_men|Hombres informados, por 1000 de ese grupo"
            + "|Men informed, per 1,000 of that group",
        "hombres_por_la_igualdad_people|Personas en «Hombres por la Igualdad»"
            + "|People in \"Hombres por la Igualdad\"",
      })
  void measuresOfGroupsAndInterventionsAreNoKeysWithBlanks(
      String measure, String spanish, String english) {
    assertThat(SPANISH.measure(measure)).isEqualTo(spanish);
    assertThat(ENGLISH.measure(measure)).isEqualTo(english);
    assertThat(SPANISH.isKnown(measure)).isTrue();
  }

  @Test
  void aUsersOwnMeasureIsNoGroupOfThePeopleInformed() {
    assertThat(SPANISH.measure("people_informed_by_radio")).isEqualTo("people informed by radio");
    assertThat(SPANISH.measure("people_informed")).isEqualTo("people informed");
    assertThat(SPANISH.isKnown("talks")).isFalse();
  }

  @Test
  void partialYearsOfAWindowAreNotAdded() {
    String partial = "2019:none;2023:1-7";

    assertThat(SPANISH.partial(partial, new YearRange(2019, 2023)))
        .isEqualTo("2019: sin registros; 2023: solo enero-julio, no se suma");
    assertThat(ENGLISH.partial("2023:1-3+7", new YearRange(2023, 2023)))
        .isEqualTo("2023: January-March and July only");
    assertThat(ENGLISH.partial("", new YearRange(2019, 2023))).isEmpty();
  }

  @Test
  void notesArePartsOfASentence() {
    assertThat(ENGLISH.notesInSentence("sum_of_years:5;counted_each_time"))
        .containsExactly(
            "sum of 5 years",
            "people informed, not distinct people: those who take part several times are counted"
                + " each time");
    assertThat(ENGLISH.notesInSentence("")).isEmpty();
  }
}
