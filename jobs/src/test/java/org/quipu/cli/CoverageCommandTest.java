package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.program.ProgramIngest;
import org.quipu.store.Manifest;
import org.quipu.store.Store;
import org.quipu.store.Table;

class CoverageCommandTest {
  @TempDir Path folder;
  private String store;

  @BeforeEach
  void storeWithTheRecordsThatShip() {
    store = folder.resolve("store").toString();
    Store.open(store)
        .write(
            Table.PROGRAMS,
            ProgramIngest.shipped(),
            Manifest.plan("programs", Map.of(), List.of()));
  }

  private CommandRun coverage(Object... options) {
    List<Object> words = new ArrayList<>(List.of("coverage", "--store", store));
    words.addAll(List.of(options));
    return CommandRun.of(words.toArray());
  }

  @Test
  void writesTheTableOfTheContract() throws Exception {
    coverage("--coverage-from", 2023, "--coverage-to", 2023, "--out", folder).succeeds();

    List<String> lines = Files.readAllLines(folder.resolve("tables/coverage.csv"));
    assertThat(lines.get(0))
        .startsWith(
            "measure,region,label,from_year,to_year,numerator,denominator,coverage,unit,"
                + "denominator_name,partial,source");
    assertThat(lines)
        .anyMatch(
            line -> line.startsWith("hombres_por_la_igualdad_people,19,Pasco,2023,2023,5230,,,"))
        .anyMatch(
            line ->
                line.startsWith(
                    "mujeres_empoderadas_y_autonomas_people,19,Pasco,2023,2023,56,58750,"));
    assertThat(Store.existing(store).read(Table.COVERAGE)).hasSize(lines.size() - 1);
  }

  @Test
  void writesTheWordsOfTheLanguageAskedFor() throws Exception {
    Path file = folder.resolve("tables/coverage.csv");

    coverage("--out", folder).succeeds();
    assertThat(Files.readString(file)).contains("mujeres de 15 a 49 años, censo 2017");

    coverage("--language", "en", "--out", folder).succeeds();
    assertThat(Files.readString(file))
        .contains("\"per 1,000 women aged 15-49\",\"women aged 15-49, census of 2017\"")
        .doesNotContain("mujeres de 15");

    coverage("--language", "qu").refusesCommandLine("no language \"qu\"; there are es and en");
  }

  @Test
  void saysWhenTheWindowHasNoRecords() {
    coverage("--coverage-from", 2015, "--coverage-to", 2016)
        .refusesInput("no whole year of records from 2015 to 2016", "2023 to 2024");

    assertThat(Store.existing(store).has(Table.COVERAGE)).isFalse();
  }

  @Test
  void wantsBothEndsOfTheWindowInOrder() {
    coverage("--coverage-from", 2015).refusesCommandLine("--coverage-to");
    coverage("--coverage-from", 2016, "--coverage-to", 2015).refusesCommandLine("2016", "2015");
  }
}
