package org.quipu.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.SharedData;
import org.quipu.YearRange;
import org.quipu.store.CoverageRow;

/** Coverage of the ministry's own records. */
class RealCoverageTest {
  private static List<CoverageRow> rows;

  @BeforeAll
  static void computeOnce() {
    ProgramIngest programs = ProgramIngest.read(List.of(SharedData.require("data/programs")));
    GeographyIngest geography = GeographyIngest.read(SharedData.require("data/geography"));
    rows =
        Coverage.of(
                programs.rows(),
                Denominators.of(geography.regions(), geography.population()),
                Optional.of(new YearRange(2018, 2021)))
            .rows();
  }

  private static CoverageRow row(String measure, String region, int from, int to) {
    List<CoverageRow> found =
        rows.stream()
            .filter(row -> row.measure().equals(measure) && row.region().equals(region))
            .filter(row -> row.fromYear() == from && row.toYear() == to)
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  /**
   * Recomputed from the raw files by jobs/src/test/r/coverage.R; people and actions of single years
   * also by awk, after taking the commas out of quoted thousands:
   *
   * <pre>{@code
   * awk -F, '{ while (match($0, /"[0-9]+,[0-9]+"/)) { s = substr($0, RSTART, RLENGTH);
   *     gsub(/[",]/, "", s); $0 = substr($0, 1, RSTART-1) s substr($0, RSTART+RLENGTH) }
   *   u = sprintf("%06d", $10); if (($1 == 2017 || $1 == 2022) && u ~ /^(08|15|19)/)
   *     { k = $1 " " substr(u, 1, 2); n[k] += $17; a[k] += $NF } }
   *   END { for (k in n) print k, n[k], a[k] }' preventive-actions.csv
   * }</pre>
   */
  @ParameterizedTest
  @CsvSource({
    "2017, 2017, 08, 134341, 2643, 18, 476.232846847293956, 95.537152467882507, 18.795802768522897, 15.517241379310345",
    "2017, 2017, 15, 282512, 5461, 40, 122.9219994056484353, 24.6477162134514991, 4.7644410942423203, 23.3918128654970765",
    "2017, 2017, 19, 25624, 694, 5, 436.153191489361689, 97.298693013965988, 26.352362219673900, 17.241379310344829",
    "2022, 2022, 08, 117545, 7639, 21, 416.691776767071644, 83.592608264321754, 54.325061425935075, 18.103448275862068",
    "2022, 2022, 15, 334091, 23214, 50, 145.364210028007619, 29.147718176460554, 20.253018780761987, 29.239766081871345",
    "2022, 2022, 19, 22413, 2318, 7, 381.497872340425545, 85.105979024430994, 88.018408681850289, 24.137931034482758",
    "2018, 2021, 19, 114421, 7543, 7, 1947.591489361702088, 434.476028463588932, 286.420559399135755, 24.137931034482758",
  })
  void equalsWhatOtherToolsCompute(
      int from,
      int to,
      String region,
      double people,
      double actions,
      double districts,
      double perWomen,
      double perPeople,
      double actionsPerPeople,
      double percentOfDistricts) {
    CoverageRow informed = row("people_informed_per_1000_women", region, from, to);
    CoverageRow acted = row("preventive_actions_per_10000_people", region, from, to);
    CoverageRow served = row("districts_with_service_percent", region, from, to);

    assertThat(informed.numerator()).isEqualTo(people);
    assertThat(acted.numerator()).isEqualTo(actions);
    assertThat(served.numerator()).isEqualTo(districts);
    assertThat(informed.coverage()).isCloseTo(perWomen, within(1e-11 * perWomen));
    assertThat(row("people_informed_per_1000_people", region, from, to).coverage())
        .isCloseTo(perPeople, within(1e-11 * perPeople));
    assertThat(acted.coverage()).isCloseTo(actionsPerPeople, within(1e-11 * actionsPerPeople));
    assertThat(served.coverage()).isCloseTo(percentOfDistricts, within(1e-11 * percentOfDistricts));
  }

  @Test
  void theCountryIsTheSumOfItsRegions() {
    assertThat(row("people_informed_per_1000_women", "00", 2017, 2017).numerator())
        .isEqualTo(1_775_440);
    // 329 of 1,891 districts had a centre in 2022: 17.4 %.
    CoverageRow districts = row("districts_with_service_percent", "00", 2022, 2022);
    assertThat(districts.numerator()).isEqualTo(329);
    assertThat(districts.denominator()).isEqualTo(1891);
    assertThat(districts.coverage()).isCloseTo(17.4, within(0.05));
  }

  @Test
  void marksTheYearOfSevenMonths() {
    assertThat(
            rows.stream()
                .filter(row -> row.fromYear() == 2023)
                .filter(
                    row -> row.measure().contains("_per_") || row.measure().contains("percent")))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.partial()).isEqualTo("2023:1-7"));
    assertThat(rows.stream().filter(row -> row.toYear() < 2023))
        .allSatisfy(row -> assertThat(row.partial()).isEmpty());
  }

  @Test
  void needsNoFolderOfGeographyForTheSameFigures() {
    ProgramIngest programs = ProgramIngest.read(List.of(SharedData.require("data/programs")));
    List<CoverageRow> shipped =
        Coverage.of(
                programs.rows(),
                Denominators.of(GeographyIngest.shippedRegions(), List.of()),
                Optional.of(new YearRange(2018, 2021)))
            .rows();

    assertThat(shipped).isEqualTo(rows);
  }
}
