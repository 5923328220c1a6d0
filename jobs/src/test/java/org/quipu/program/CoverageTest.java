package org.quipu.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.Provenance;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.store.CoverageRow;
import org.quipu.store.PopulationRow;
import org.quipu.store.ProgramRow;

class CoverageTest {
  private static final Denominators SHIPPED =
      Denominators.of(GeographyIngest.shippedRegions(), List.of());

  private static ProgramRow informed(int year, String region, double value) {
    return row(year, 12, region, "", "people_informed", "", "", value);
  }

  private static ProgramRow row(
      int year,
      int toMonth,
      String region,
      String intervention,
      String measure,
      String sex,
      String ages,
      double value) {
    return new ProgramRow(
        year,
        1,
        toMonth,
        region,
        "",
        "",
        "",
        intervention,
        measure,
        sex,
        ages,
        "people",
        value,
        Provenance.PUBLISHED,
        "");
  }

  private static ProgramRow service(int year, String district) {
    return recorded(year, district, "preventive_actions", "actions", 3);
  }

  private static ProgramRow recorded(
      int year, String district, String measure, String unit, double value) {
    String region = district.substring(0, 2);
    return new ProgramRow(
        year,
        1,
        12,
        region,
        "",
        district,
        "CEM",
        "",
        measure,
        "",
        "",
        unit,
        value,
        Provenance.PUBLISHED,
        "");
  }

  private static List<CoverageRow> coverage(List<ProgramRow> rows, int from, int to) {
    return Coverage.of(rows, SHIPPED, Optional.of(new YearRange(from, to))).rows();
  }

  private static List<CoverageRow> only(
      List<CoverageRow> rows, String measure, String region, int from, int to) {
    return rows.stream()
        .filter(row -> row.measure().equals(measure) && row.region().equals(region))
        .filter(row -> row.fromYear() == from && row.toYear() == to)
        .toList();
  }

  private static CoverageRow one(
      List<CoverageRow> rows, String measure, String region, int from, int to) {
    List<CoverageRow> found = only(rows, measure, region, from, to);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void saysItsNumeratorDenominatorAndUnit() {
    CoverageRow row =
        one(
            coverage(List.of(informed(2022, "19", 22_413)), 2022, 2022),
            "people_informed_per_1000_women",
            "19",
            2022,
            2022);

    assertThat(row.label()).isEqualTo("Pasco");
    assertThat(row.numerator()).isEqualTo(22_413);
    assertThat(row.denominator()).isEqualTo(58_750);
    assertThat(row.coverage()).isEqualTo(1000 * 22_413.0 / 58_750);
    assertThat(row.unit()).isEqualTo("per_1000_women_15_49");
    assertThat(row.denominatorName()).isEqualTo("women_15_49;census:2017");
    assertThat(row.partial()).isEmpty();
    assertThat(row.source()).isEqualTo(Provenance.PUBLISHED);
    assertThat(row.note()).isEqualTo("counted_each_time");
  }

  /**
   * The ministry's totals of a region and year, as src/test/r/coverage.R counts them in its records
   * of preventive actions, and the rates that R makes of them.
   */
  @ParameterizedTest
  @CsvSource({
    "2017, 08, 134341, 2643, 18, 476.232846847293956, 95.537152467882507, 18.795802768522897,"
        + " 15.517241379310345",
    "2017, 15, 282512, 5461, 40, 122.9219994056484353, 24.6477162134514991, 4.7644410942423203,"
        + " 23.3918128654970765",
    "2017, 19, 25624, 694, 5, 436.153191489361689, 97.298693013965988, 26.352362219673900,"
        + " 17.241379310344829",
    "2022, 08, 117545, 7639, 21, 416.691776767071644, 83.592608264321754, 54.325061425935075,"
        + " 18.103448275862068",
    "2022, 15, 334091, 23214, 50, 145.364210028007619, 29.147718176460554, 20.253018780761987,"
        + " 29.239766081871345",
    "2022, 19, 22413, 2318, 7, 381.497872340425545, 85.105979024430994, 88.018408681850289,"
        + " 24.137931034482758",
  })
  void ratesEqualRs(
      int year,
      String region,
      double people,
      double actions,
      int districts,
      double perWomen,
      double perPeople,
      double actionsPerPeople,
      double percentOfDistricts) {
    List<CoverageRow> rows =
        coverage(recorded(year, region, people, actions, districts), year, year);

    assertRates(
        rows,
        region,
        new YearRange(year, year),
        perWomen,
        perPeople,
        actionsPerPeople,
        percentOfDistricts);
  }

  /** The same of Pasco from 2018 to 2021: people and actions are summed, districts are not. */
  @Test
  void ratesOfSeveralYearsEqualRs() {
    List<ProgramRow> records = new ArrayList<>();
    records.addAll(recorded(2018, "19", 31_345, 1059, 7));
    records.addAll(recorded(2019, "19", 39_725, 2933, 7));
    records.addAll(recorded(2020, "19", 21_367, 1481, 7));
    records.addAll(recorded(2021, "19", 21_984, 2070, 7));

    assertRates(
        coverage(records, 2018, 2021),
        "19",
        new YearRange(2018, 2021),
        1947.591489361702,
        434.47602846358893,
        286.42055939913575,
        24.137931034482758);
  }

  /** A year's records of a region: the first district's hold its figures, the others' none. */
  private static List<ProgramRow> recorded(
      int year, String region, double people, double actions, int districts) {
    List<ProgramRow> rows = new ArrayList<>();
    for (int i = 1; i <= districts; i++) {
      String district = "%s01%02d".formatted(region, i);
      rows.add(recorded(year, district, "people_informed", "people", i == 1 ? people : 0));
      rows.add(recorded(year, district, "preventive_actions", "actions", i == 1 ? actions : 0));
    }

    return rows;
  }

  private static void assertRates(
      List<CoverageRow> rows,
      String region,
      YearRange years,
      double perWomen,
      double perPeople,
      double actionsPerPeople,
      double percentOfDistricts) {
    Map<String, Double> rates =
        Map.of(
            "people_informed_per_1000_women", perWomen,
            "people_informed_per_1000_people", perPeople,
            "preventive_actions_per_10000_people", actionsPerPeople,
            "districts_with_service_percent", percentOfDistricts);
    rates.forEach(
        (measure, rate) ->
            assertThat(one(rows, measure, region, years.from(), years.to()).coverage())
                .as(measure)
                .isCloseTo(rate, within(1e-11 * rate)));
  }

  @Test
  void sumsTheYearsOfAWindowAndLeavesMissingOnesMissing() {
    List<CoverageRow> rows =
        coverage(List.of(informed(2018, "19", 100), informed(2020, "19", 50)), 2018, 2020);

    CoverageRow window = one(rows, "people_informed_per_1000_women", "19", 2018, 2020);
    assertThat(window.numerator()).isEqualTo(150);
    assertThat(window.partial()).isEqualTo("2019:none");
    assertThat(window.note()).startsWith("sum_of_years:2;");
    assertThat(only(rows, "people_informed_per_1000_women", "19", 2019, 2019)).isEmpty();
    assertThat(only(rows, "people_informed_per_1000_women", "18", 2018, 2020)).isEmpty();
  }

  @Test
  void neverAddsAPartOfAYearToWholeYears() {
    List<CoverageRow> rows =
        coverage(
            List.of(
                informed(2022, "19", 100), row(2023, 7, "19", "", "people_informed", "", "", 60)),
            2022,
            2023);

    CoverageRow alone = one(rows, "people_informed_per_1000_women", "19", 2023, 2023);
    assertThat(alone.numerator()).isEqualTo(60);
    assertThat(alone.partial()).isEqualTo("2023:1-7");
    CoverageRow window = one(rows, "people_informed_per_1000_women", "19", 2022, 2022);
    assertThat(window.numerator()).isEqualTo(100);
    assertThat(window.partial()).isEqualTo("2023:1-7");
  }

  @Test
  void aWindowIsNamedByTheYearsThatWereSummed() {
    YearRange asked = new YearRange(2021, 2023);
    List<CoverageRow> rows =
        coverage(
            List.of(
                informed(2021, "19", 60),
                informed(2022, "19", 40),
                row(2023, 7, "19", "", "people_informed", "", "", 60),
                informed(2022, "20", 7),
                row(2023, 7, "21", "", "people_informed", "", "", 8)),
            asked.from(),
            asked.to());

    String measure = "people_informed_per_1000_women";
    assertThat(only(rows, measure, "19", 2021, 2023)).isEmpty();
    CoverageRow window = one(rows, measure, "19", 2021, 2022);
    assertThat(window.numerator()).isEqualTo(100);
    assertThat(window.partial()).isEqualTo("2023:1-7");
    assertThat(one(rows, measure, "20", 2021, 2022).partial()).isEqualTo("2021:none;2023:none");
    assertThat(Coverage.over(asked, rows))
        .filteredOn(row -> row.measure().equals(measure))
        .extracting(CoverageRow::region, CoverageRow::fromYear, CoverageRow::toYear)
        .containsExactly(tuple("19", 2021, 2022), tuple("20", 2021, 2022));
  }

  @Test
  void halvesOfAYearMakeAWholeOne() {
    ProgramRow second =
        new ProgramRow(
            2022,
            7,
            12,
            "19",
            "",
            "",
            "",
            "",
            "people_informed",
            "",
            "",
            "people",
            40,
            Provenance.PUBLISHED,
            "");
    List<CoverageRow> rows =
        coverage(
            List.of(row(2022, 6, "19", "", "people_informed", "", "", 60), second), 2022, 2022);

    CoverageRow year = one(rows, "people_informed_per_1000_women", "19", 2022, 2022);
    assertThat(year.numerator()).isEqualTo(100);
    assertThat(year.partial()).isEmpty();
  }

  @Test
  void theCountryHasAFigureOnlyWhereAllRegionsHaveOne() {
    List<ProgramRow> all = new ArrayList<>();
    Regions.codes().forEach(region -> all.add(informed(2021, region, 10)));
    Regions.codes().stream().skip(1).forEach(region -> all.add(informed(2022, region, 10)));

    List<CoverageRow> rows = coverage(all, 2021, 2022);

    CoverageRow first = one(rows, "people_informed_per_1000_women", "00", 2021, 2021);
    assertThat(first.label()).isEqualTo("Perú");
    assertThat(first.numerator()).isEqualTo(250);
    // The 196 provinces of the census of 2017 together.
    assertThat(first.denominator()).isEqualTo(7_094_326);
    assertThat(only(rows, "people_informed_per_1000_women", "00", 2022, 2022)).isEmpty();
    assertThat(one(rows, "people_informed_per_1000_women", "00", 2021, 2022).partial())
        .isEqualTo("2022:none");
  }

  @Test
  void countsDistrictsOnceOverTheWindow() {
    List<CoverageRow> rows =
        coverage(
            List.of(
                service(2021, "190101"),
                service(2021, "190101"),
                service(2022, "190101"),
                service(2022, "190301")),
            2021,
            2022);

    CoverageRow window = one(rows, "districts_with_service_percent", "19", 2021, 2022);
    assertThat(window.numerator()).isEqualTo(2);
    assertThat(window.denominator()).isEqualTo(29);
    assertThat(window.coverage()).isEqualTo(100 * 2 / 29.0);
    assertThat(window.denominatorName()).isEqualTo("districts;year:2025");
  }

  @Test
  void aWholeServiceGoesBeforeItsNamedParts() {
    List<CoverageRow> rows =
        coverage(
            List.of(
                informed(2022, "19", 100),
                row(2022, 12, "19", "Campañas", "people_informed", "", "", 30),
                row(2022, 12, "20", "Campañas", "people_informed", "", "", 30)),
            2022,
            2022);

    assertThat(one(rows, "people_informed_per_1000_women", "19", 2022, 2022).numerator())
        .isEqualTo(100);
    CoverageRow parts = one(rows, "people_informed_per_1000_women", "20", 2022, 2022);
    assertThat(parts.numerator()).isEqualTo(30);
    assertThat(parts.note()).startsWith("sum_of_interventions;");
    assertThat(one(rows, "campanas_people", "19", 2022, 2022).numerator()).isEqualTo(30);
  }

  @Test
  void addsAnInterventionsFiguresButNotTheirParts() {
    List<CoverageRow> rows =
        coverage(
            List.of(
                row(2023, 12, "19", "Mujeres acompañando", "trained", "women", "", 56),
                row(2023, 12, "19", "Mujeres acompañando", "of_which_employed", "women", "", 38),
                row(2023, 12, "19", "Mujeres acompañando", "visited", "women", "", 4)),
            2023,
            2023);

    CoverageRow row = one(rows, "mujeres_acompanando_people", "19", 2023, 2023);
    assertThat(row.numerator()).isEqualTo(60);
    assertThat(row.denominator()).isEqualTo(58_750);
    assertThat(row.note()).isEqualTo("intervention_overlaps");
  }

  @Test
  void showsThePeopleAloneWhereTheTargetGroupsSizeIsNotKnown() {
    CoverageRow row =
        one(
            coverage(
                List.of(row(2023, 12, "19", "Hombres", "trained", "men", "", 105)), 2023, 2023),
            "hombres_people",
            "19",
            2023,
            2023);

    assertThat(row.numerator()).isEqualTo(105);
    assertThat(row.denominator()).isNaN();
    assertThat(row.coverage()).isNaN();
    assertThat(row.unit()).isEqualTo("people");
    assertThat(row.denominatorName()).isEmpty();
  }

  @Test
  void takesTheTotalOrElseTheSexesNeverBoth() {
    List<CoverageRow> rows =
        coverage(
            List.of(
                row(2022, 12, "19", "A", "trained", "", "", 10),
                row(2022, 12, "19", "A", "trained", "men", "", 4),
                row(2022, 12, "19", "A", "trained", "women", "", 6),
                row(2022, 12, "20", "A", "trained", "men", "", 4),
                row(2022, 12, "20", "A", "trained", "women", "", 7)),
            2022,
            2022);

    assertThat(one(rows, "a_people", "19", 2022, 2022).numerator()).isEqualTo(10);
    assertThat(one(rows, "a_people", "20", 2022, 2022).numerator()).isEqualTo(11);
  }

  @Test
  void leavesOutABreakdownThatDoesNotAddUp() {
    Coverage coverage =
        Coverage.of(
            List.of(
                informed(2022, "19", 10),
                row(2022, 12, "19", "", "people_informed", "men", "", 4),
                row(2022, 12, "19", "", "people_informed", "women", "", 6),
                informed(2022, "20", 10),
                row(2022, 12, "20", "", "people_informed", "women", "", 1)),
            SHIPPED,
            Optional.of(new YearRange(2022, 2022)));

    assertThat(one(coverage.rows(), "people_informed_women", "19", 2022, 2022).numerator())
        .isEqualTo(6);
    assertThat(only(coverage.rows(), "people_informed_women", "20", 2022, 2022)).isEmpty();
    assertThat(one(coverage.rows(), "women_informed_per_1000_women", "19", 2022, 2022).coverage())
        .isEqualTo(1000 * 6.0 / 58_750);
    assertThat(coverage.notes()).singleElement().asString().contains("people_informed", "2022");
  }

  @Test
  void populationByYearSexAndAgeTakesPrecedence() {
    List<PopulationRow> population =
        List.of(
            new PopulationRow(2021, "19", "women", 15, 29, 300),
            new PopulationRow(2021, "19", "women", 30, 49, 100),
            new PopulationRow(2022, "19", "women", 15, 49, 600),
            new PopulationRow(2022, "19", "men", 18, 29, 50));
    List<CoverageRow> rows =
        Coverage.of(
                List.of(
                    informed(2021, "19", 10),
                    informed(2022, "19", 10),
                    row(2022, 12, "19", "", "people_informed", "men", "18_29", 10),
                    informed(2024, "19", 10)),
                Denominators.of(GeographyIngest.shippedRegions(), population),
                Optional.of(new YearRange(2021, 2022)))
            .rows();

    CoverageRow first = one(rows, "people_informed_per_1000_women", "19", 2021, 2021);
    assertThat(first.denominator()).isEqualTo(400);
    assertThat(first.denominatorName()).isEqualTo("women_15_49;year:2021");
    CoverageRow window = one(rows, "people_informed_per_1000_women", "19", 2021, 2022);
    assertThat(window.denominator()).isEqualTo(500);
    assertThat(window.coverage()).isEqualTo(1000 * 20 / 500.0);
    assertThat(window.denominatorName()).isEqualTo("women_15_49;mean:2021-2022");
    assertThat(one(rows, "people_informed_per_1000_women", "19", 2024, 2024).denominatorName())
        .isEqualTo("women_15_49;nearest_year:2022");
    assertThat(one(rows, "people_informed_men_18_29", "19", 2022, 2022).coverage()).isEqualTo(200);
  }

  @Test
  void marksMadeUpFigures() {
    ProgramRow synthetic =
        new ProgramRow(
            2022,
            1,
            12,
            "19",
            "",
            "",
            "",
            "",
            "people_informed",
            "",
            "",
            "people",
            40,
            Provenance.SYNTHETIC,
            "");

    assertThat(coverage(List.of(synthetic), 2022, 2022))
        .isNotEmpty()
        .extracting(CoverageRow::source)
        .containsOnly(Provenance.SYNTHETIC);
  }
}
