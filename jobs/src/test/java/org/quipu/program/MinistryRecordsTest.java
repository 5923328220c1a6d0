package org.quipu.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.quipu.Regions;
import org.quipu.SharedData;
import org.quipu.YearRange;
import org.quipu.store.CoverageRow;
import org.quipu.store.DistrictRow;
import org.quipu.store.ProgramConflictRow;
import org.quipu.store.ProgramRow;
import org.quipu.store.ProvinceRow;

/** The ministry's own records of 2012 to July 2023. */
class MinistryRecordsTest {
  @TestFactory
  Stream<DynamicTest> equalsWhatOtherToolsCount() {
    SharedData.require("data/programs");
    return Stream.of(
        dynamicTest("records", MinistryRecordsTest::records),
        dynamicTest("coverage and geography", MinistryRecordsTest::coverage));
  }

  private static void records() {
    ProgramIngest read = ProgramIngest.read(List.of(SharedData.require("data/programs")));
    List<ProgramRow> totals =
        read.rows().stream()
            .filter(row -> row.sex().isEmpty() && row.ageGroup().isEmpty())
            .toList();
    List<ProgramRow> informed = of("people_informed", totals).toList();

    // 3,845 records of preventive actions, each with a total of people informed.
    assertThat(informed).hasSize(3845);
    assertThat(read.rows()).allSatisfy(row -> assertThat(Regions.codes()).contains(row.region()));
    assertThat(informed).allSatisfy(row -> assertThat(row.district()).hasSize(6));
    // 329 districts with a centre in 2022.
    assertThat(informed.stream().filter(row -> row.year() == 2022).map(ProgramRow::district))
        .satisfies(districts -> assertThat(districts.stream().distinct()).hasSize(329));
    // Counted apart in cem-cases.csv: 431 centres in 329 districts until July 2023, eight of them
    // in
    // San Juan de Lurigancho (150132). The records of preventive actions have the head office too.
    ServiceCentres centres = ServiceCentres.of(read.rows());
    assertThat(centres.year()).hasValue(2023);
    assertThat(centres.byDistrict()).hasSize(329).containsEntry("150132", 8);
    assertThat(centres.byDistrict().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(431);
    // MIMP's bulletins: 133,697 cases in 2018, 66,628 of them of psychological violence.
    assertThat(sum("cases_attended", 2018, totals)).isEqualTo(133_697);
    assertThat(sum("cases_attended_psychological", 2018, totals)).isEqualTo(66_628);
    assertThat(sum("cases_attended", 2022, totals)).isEqualTo(154_202);
    // awk -F, on the column NUMBER OF CASES - WOMEN
    assertThat(sum("femicides", 2018, totals)).isEqualTo(149);

    // Counted apart, by comparing the columns' words with the names of the code's district.
    List<ProgramConflictRow> conflicts =
        ProgramIngest.read(List.of(SharedData.require("data/programs/preventive-actions.csv")))
            .conflicts();
    Map<String, Long> kinds =
        conflicts.stream()
            .collect(
                Collectors.groupingBy(
                    ProgramConflictRow::kind, TreeMap::new, Collectors.counting()));
    assertThat(kinds)
        .containsEntry("ubigeo_unknown", 3L)
        .containsEntry("department_differs", 9L)
        .containsEntry("province_differs", 6L)
        .containsEntry("province_spelling", 2L);
    assertThat(
            conflicts.stream()
                .filter(conflict -> conflict.kind().equals("department_differs"))
                .mapToDouble(ProgramConflictRow::value)
                .sum())
        .as("people of the nine rows of 2020 that say LIMA METROPOLITANA for places elsewhere")
        .isEqualTo(16_483);
    assertThat(read.notes())
        .anyMatch(note -> note.contains("257 rows of the province of Lima and in 77"));
  }

  /**
   * Counted from the raw files by jobs/src/test/r/coverage.R; people and actions of single years
   * also by awk, after taking the commas out of quoted thousands:
   *
   * <pre>{@code
   * awk -F, '{ while (match($0, /"[0-9]+,[0-9]+"/)) { s = substr($0, RSTART, RLENGTH);
   *     gsub(/[",]/, "", s); $0 = substr($0, 1, RSTART-1) s substr($0, RSTART+RLENGTH) }
   *   u = sprintf("%06d", $10); if (($1 == 2017 || $1 == 2022) && u ~ /^(08|15|19)/)
   *     { k = $1 " " substr(u, 1, 2); n[k] += $17; a[k] += $NF } }
   *   END { for (k in n) print k, n[k], a[k] }' preventive-actions.csv
   * }</pre>
   *
   * <p>{@link CoverageTest} holds the rates of these totals.
   */
  private static void coverage() {
    List<ProgramRow> records =
        ProgramIngest.read(List.of(SharedData.require("data/programs"))).rows();
    GeographyIngest geography = GeographyIngest.read(SharedData.require("data/geography"));
    assertGeography(geography);
    List<CoverageRow> rows =
        coverage(records, Denominators.of(geography.regions(), geography.population()));

    assertCounts(rows, "08", new YearRange(2017, 2017), 134_341, 2643, 18);
    assertCounts(rows, "15", new YearRange(2017, 2017), 282_512, 5461, 40);
    assertCounts(rows, "19", new YearRange(2017, 2017), 25_624, 694, 5);
    assertCounts(rows, "08", new YearRange(2022, 2022), 117_545, 7639, 21);
    assertCounts(rows, "15", new YearRange(2022, 2022), 334_091, 23_214, 50);
    assertCounts(rows, "19", new YearRange(2022, 2022), 22_413, 2318, 7);
    assertCounts(rows, "19", new YearRange(2018, 2021), 114_421, 7543, 7);
    YearRange early = new YearRange(2017, 2017);
    assertThat(row("people_informed_per_1000_women", Regions.NATIONAL, early, rows).numerator())
        .isEqualTo(1_775_440);

    // 329 of 1,891 districts had a centre in 2022: 17.4 %.
    CoverageRow districts =
        row("districts_with_service_percent", Regions.NATIONAL, new YearRange(2022, 2022), rows);
    assertThat(districts.numerator()).isEqualTo(329);
    assertThat(districts.denominator()).isEqualTo(1891);
    assertThat(districts.coverage()).isCloseTo(17.4, within(0.05));

    // The records of 2023 end in July.
    assertThat(
            rows.stream()
                .filter(row -> row.fromYear() == 2023)
                .filter(
                    row -> row.measure().contains("_per_") || row.measure().contains("percent")))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.partial()).isEqualTo("2023:1-7"));
    assertThat(rows.stream().filter(row -> row.toYear() < 2023))
        .allSatisfy(row -> assertThat(row.partial()).isEmpty());

    assertThat(coverage(records, Denominators.of(GeographyIngest.shippedRegions(), List.of())))
        .as("without a folder of geography")
        .isEqualTo(rows);
  }

  /** Provinces of the census of 2017 and districts of two lists, which do not match in all. */
  private static void assertGeography(GeographyIngest read) {
    assertThat(read.provinces()).hasSize(196);
    assertThat(read.provinces().stream().mapToDouble(ProvinceRow::women1549).sum())
        .isEqualTo(7_094_326);
    // 1,892 described districts with a code and two more that only have people.
    assertThat(read.districts()).hasSize(1894);
    assertThat(read.districts().stream().filter(d -> !Double.isNaN(d.people()))).hasSize(1891);
    assertThat(read.regions()).isEqualTo(GeographyIngest.shippedRegions());
    DistrictRow yanacancha =
        read.districts().stream().filter(d -> d.district().equals("190113")).findFirst().get();
    assertThat(yanacancha.name()).isEqualTo("Yanacancha");
    assertThat(yanacancha.provinceName()).isEqualTo("Pasco");
    assertThat(yanacancha.peopleYear()).isEqualTo(2025);
    assertThat(yanacancha.humanDevelopment()).isBetween(0.0, 1.0);
    assertThat(read.districts().stream().filter(d -> Double.isNaN(d.latitude())))
        .extracting(DistrictRow::people)
        .containsOnly(Double.NaN);
    assertThat(read.notes())
        .anyMatch(
            note ->
                note.contains("2 districts with people but without")
                    && note.contains("130112, 180107"))
        .anyMatch(note -> note.contains("3 districts described but without people"))
        .anyMatch(
            note -> note.contains("rows without a district's code") && note.contains("SAN ANTONIO"))
        .anyMatch(note -> note.startsWith("2 rows with a line break"))
        .anyMatch(note -> note.contains("Ninabamba"));
  }

  private static List<CoverageRow> coverage(List<ProgramRow> records, Denominators denominators) {
    return Coverage.of(records, denominators, Optional.of(new YearRange(2018, 2021))).rows();
  }

  private static void assertCounts(
      List<CoverageRow> rows,
      String region,
      YearRange years,
      double people,
      double actions,
      double districts) {
    Map<String, Double> counts =
        Map.of(
            "people_informed_per_1000_women", people,
            "preventive_actions_per_10000_people", actions,
            "districts_with_service_percent", districts);
    counts.forEach(
        (measure, count) ->
            assertThat(row(measure, region, years, rows).numerator())
                .as("%s, region %s, %s", measure, region, years)
                .isEqualTo(count));
  }

  private static CoverageRow row(
      String measure, String region, YearRange years, List<CoverageRow> rows) {
    List<CoverageRow> found =
        rows.stream()
            .filter(row -> row.measure().equals(measure) && row.region().equals(region))
            .filter(row -> row.fromYear() == years.from() && row.toYear() == years.to())
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static Stream<ProgramRow> of(String measure, List<ProgramRow> rows) {
    return rows.stream().filter(row -> row.measure().equals(measure));
  }

  private static double sum(String measure, int year, List<ProgramRow> rows) {
    return of(measure, rows).filter(row -> row.year() == year).mapToDouble(ProgramRow::value).sum();
  }
}
