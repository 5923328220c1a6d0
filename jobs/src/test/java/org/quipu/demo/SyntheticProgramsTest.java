package org.quipu.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.Provenance;
import org.quipu.Regions;
import org.quipu.file.TextTable;
import org.quipu.program.ProgramIngest;
import org.quipu.store.ProgramRow;

class SyntheticProgramsTest {
  @TempDir static Path dir;
  private static ProgramIngest records;

  @BeforeAll
  static void write() throws IOException {
    SyntheticPrograms.write(dir);
    records = ProgramIngest.read(List.of(dir));
  }

  @Test
  void sameBytesEveryTime(@TempDir Path again) throws IOException {
    SyntheticPrograms.write(again);

    for (String name : List.of("acciones-preventivas-SINTETICO.csv", "casos-cem-SINTETICO.csv")) {
      assertThat(Files.mismatch(dir.resolve(name), again.resolve(name))).isEqualTo(-1);
    }
  }

  @Test
  void readAsTheMinistrysRecordsAndMarked() {
    assertThat(records.rows()).extracting(ProgramRow::source).containsOnly(Provenance.SYNTHETIC);
    assertThat(records.rows())
        .extracting(ProgramRow::measure)
        .contains(
            "people_informed",
            "preventive_actions",
            "cases_attended",
            "cases_attended_psychological",
            "cases_attended_physical",
            "cases_attended_sexual",
            "cases_attended_economic");
    assertThat(records.conflicts()).isEmpty();
    assertThat(records.rows()).allMatch(row -> row.district().length() == 6);
  }

  @Test
  void everyRegionEveryYear() {
    for (int year = 2017; year <= 2022; year++) {
      int of = year;
      assertThat(
              records.rows().stream()
                  .filter(row -> row.year() == of && row.measure().equals("people_informed"))
                  .map(ProgramRow::region)
                  .distinct()
                  .sorted())
          .containsExactlyElementsOf(Regions.codes());
    }
  }

  @ParameterizedTest
  // The ministry's records: people informed in 2017 and 2022; cases in its yearly bulletins.
  @CsvSource({
    "people_informed, 2017, 1775440",
    "people_informed, 2022, 1498901",
    "cases_attended, 2017, 95317",
    "cases_attended, 2022, 154202"
  })
  void nearTheCountrysRealTotals(String measure, int year, double real) {
    assertThat(total(measure, year, "", "")).isCloseTo(real, within(0.03 * real));
  }

  @Test
  void sexesAndAgesAddUp() {
    double all = total("people_informed", 2019, "", "");

    assertThat(
            total("people_informed", 2019, "men", "") + total("people_informed", 2019, "women", ""))
        .isEqualTo(all);
    double ages = 0;
    for (String age : List.of("0_5", "6_11", "12_17", "18_29", "30_59", "60_more")) {
      ages += total("people_informed", 2019, "", age);
    }

    assertThat(ages).isEqualTo(all);
  }

  @Test
  void reachIsUnrelatedToTheChangeInViolence() {
    Map<String, Double> women =
        TextTable.shipped("geography/regions-population.csv").rows().stream()
            .collect(Collectors.toMap(row -> row.text("region"), row -> row.number("women_15_49")));
    Map<String, Double> reach = new TreeMap<>();
    records.rows().stream()
        .filter(row -> row.measure().equals("people_informed") && row.year() < 2022)
        .filter(row -> row.sex().isEmpty() && row.ageGroup().isEmpty())
        .forEach(
            row -> reach.merge(row.region(), row.value() / women.get(row.region()), Double::sum));
    double[] change =
        reach.keySet().stream()
            .mapToDouble(
                region ->
                    ViolenceLevels.of(2022).get(region + "/ever").any()
                        - ViolenceLevels.of(2017).get(region + "/ever").any())
            .toArray();

    double[] reached = reach.values().stream().mapToDouble(Double::doubleValue).toArray();
    assertThat(new PearsonsCorrelation().correlation(reached, change)).isBetween(-0.1, 0.1);
  }

  private static double total(String measure, int year, String sex, String age) {
    return records.rows().stream()
        .filter(row -> row.measure().equals(measure) && row.year() == year)
        .filter(row -> row.sex().equals(sex) && row.ageGroup().equals(age))
        .mapToDouble(ProgramRow::value)
        .sum();
  }
}
