package org.quipu.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quipu.Regions;
import org.quipu.SharedData;
import org.quipu.store.ProgramConflictRow;
import org.quipu.store.ProgramRow;

/** The ministry's own records of 2012 to July 2023. */
class RealRecordsTest {
  private static ProgramIngest actions;

  @BeforeAll
  static void readOnce() {
    Path file = SharedData.require("data/programs/preventive-actions.csv");
    actions = ProgramIngest.read(List.of(file));
  }

  private static double informed(int year, String region) {
    return actions.rows().stream()
        .filter(row -> row.measure().equals("people_informed"))
        .filter(row -> row.sex().isEmpty() && row.ageGroup().isEmpty())
        .filter(row -> row.year() == year)
        .filter(row -> region.equals("00") || row.region().equals(region))
        .mapToDouble(ProgramRow::value)
        .sum();
  }

  @Test
  void everyRecordLandsInARegionWithItsPeople() {
    // 3,845 records, each with a total of people informed and one of preventive actions.
    assertThat(
            actions.rows().stream()
                .filter(row -> row.measure().equals("people_informed"))
                .filter(row -> row.sex().isEmpty() && row.ageGroup().isEmpty()))
        .hasSize(3845)
        .allSatisfy(row -> assertThat(Regions.codes()).contains(row.region()));
    assertThat(informed(2017, "00")).isEqualTo(1_775_440);
    assertThat(informed(2022, "19")).isEqualTo(22_413);
  }

  @Test
  void reportsEveryConflictOfPlaceColumns() {
    Map<String, Long> kinds =
        actions.conflicts().stream()
            .collect(
                Collectors.groupingBy(
                    ProgramConflictRow::kind, TreeMap::new, Collectors.counting()));

    // Counted apart, by comparing the columns' words with the names of the code's district.
    assertThat(kinds)
        .containsEntry("ubigeo_unknown", 3L)
        .containsEntry("department_differs", 9L)
        .containsEntry("province_differs", 6L)
        .containsEntry("province_spelling", 2L);
    assertThat(
            actions.conflicts().stream()
                .filter(conflict -> conflict.kind().equals("department_differs"))
                .mapToDouble(ProgramConflictRow::value)
                .sum())
        .as("people of the nine rows of 2020 that say LIMA METROPOLITANA for places elsewhere")
        .isEqualTo(16_483);
    assertThat(actions.notes())
        .anyMatch(note -> note.contains("257 rows of the province of Lima and in 77"));
  }

  @Test
  void knowsTheDistrictOfEveryRecord() {
    assertThat(actions.rows()).allSatisfy(row -> assertThat(row.district()).hasSize(6));
    // 329 districts with a centre in 2022.
    assertThat(
            actions.rows().stream()
                .filter(row -> row.year() == 2022)
                .map(ProgramRow::district)
                .distinct())
        .hasSize(329);
  }

  @Test
  void readsCasesAndFemicides() {
    ProgramIngest read =
        ProgramIngest.read(
            List.of(
                SharedData.require("data/programs/cem-cases.csv"),
                SharedData.require("data/programs/femicides.csv")));

    // MIMP's bulletins: 133,697 cases in 2018, 66,628 of them of psychological violence.
    assertThat(sum(read, "cases_attended", 2018)).isEqualTo(133_697);
    assertThat(sum(read, "cases_attended_psychological", 2018)).isEqualTo(66_628);
    assertThat(sum(read, "cases_attended", 2022)).isEqualTo(154_202);
    // awk -F, on the column NUMBER OF CASES - WOMEN
    assertThat(sum(read, "femicides", 2018)).isEqualTo(149);
    assertThat(read.rows()).allSatisfy(row -> assertThat(Regions.codes()).contains(row.region()));
  }

  private static double sum(ProgramIngest read, String measure, int year) {
    return read.rows().stream()
        .filter(row -> row.measure().equals(measure) && row.year() == year)
        .filter(row -> row.sex().isEmpty() && row.ageGroup().isEmpty())
        .mapToDouble(ProgramRow::value)
        .sum();
  }
}
