package org.quipu.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.YearRange;
import org.quipu.program.DenominatorName.Source;
import org.quipu.program.DenominatorName.Unit;

/** The keys of the coverage table say the same when they are read back. */
class CoverageKeysTest {
  @Test
  void denominatorsNameWhatIsCountedItsSourceAndYears() {
    AgeGroup fertile = new AgeGroup(15, 49);

    assertReadsBack(
        new DenominatorName(Unit.WOMEN, fertile, Source.CENSUS, new YearRange(2017, 2017)),
        "women_15_49;census:2017");
    assertReadsBack(
        new DenominatorName(
            Unit.MEN, new AgeGroup(60, AgeGroup.OPEN), Source.MEAN, new YearRange(2018, 2021)),
        "men_60_more;mean:2018-2021");
    assertReadsBack(
        new DenominatorName(Unit.DISTRICTS, AgeGroup.ALL, Source.YEAR, null), "districts;year");
  }

  private static void assertReadsBack(DenominatorName name, String code) {
    assertThat(name.code()).isEqualTo(code);
    assertThat(DenominatorName.of(code)).isEqualTo(name);
  }

  @Test
  void partialYearsNameTheirMonths() {
    PartialYears years =
        new PartialYears(
            new TreeMap<>(
                Map.of(
                    2019,
                    List.of(),
                    2022,
                    List.of(new Period(1, 3), new Period(7, 7)),
                    2023,
                    List.of(new Period(1, 7)))));

    assertThat(years.code()).isEqualTo("2019:none;2022:1-3+7;2023:1-7");
    assertThat(PartialYears.of(years.code())).isEqualTo(years);
    assertThat(PartialYears.of("").months()).isEmpty();
  }

  @Test
  void notesAreAList() {
    List<CoverageNote> notes =
        List.of(
            new CoverageNote(CoverageNote.Kind.SUM_OF_YEARS, 5),
            CoverageNote.of(CoverageNote.Kind.SUPPLY_NOT_PREVALENCE));

    assertThat(CoverageNote.code(notes)).isEqualTo("sum_of_years:5;supply_not_prevalence");
    assertThat(CoverageNote.of("sum_of_years:5;supply_not_prevalence")).isEqualTo(notes);
    assertThat(CoverageNote.of("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"women", "mujeres;census:2017", "women;guess:2017"})
  void whatNamesNoDenominatorIsRefused(String code) {
    assertThatThrownBy(() -> DenominatorName.of(code)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void wordsAreNoKeys() {
    assertThatThrownBy(() -> CoverageNote.of("Suma de 5 años"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sum_of_years");
    assertThatThrownBy(() -> PartialYears.of("2023"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2023");
  }
}
