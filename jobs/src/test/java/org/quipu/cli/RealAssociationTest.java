package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.Regions;
import org.quipu.SharedData;
import org.quipu.store.AssociationRow;
import org.quipu.store.EventStudyRow;
import org.quipu.store.Store;
import org.quipu.store.Table;

/**
 * Published figures of 2021 to 2024 and the ministry's records, from their files to the tables.
 * Golden numbers: clubSandwich 0.5.8, src/test/r/strategy.R over the exported tables.
 */
class RealAssociationTest {
  private static final String ANY = "partner_violence_any_ever";

  @TempDir static Path dir;
  private static CommandRun run;
  private static List<AssociationRow> associations;
  private static List<EventStudyRow> events;

  @BeforeAll
  static void fromFiles() throws IOException {
    Path store = dir.resolve("store");
    CommandRun.of(
        "ingest",
        "--published",
        SharedData.require("data/published/prevalence.csv"),
        "--programs",
        SharedData.require("data/programs"),
        "--geography",
        SharedData.require("data/geography"),
        "--store",
        store);
    StringBuilder covariates = new StringBuilder("region,number\n");
    Regions.codes()
        .forEach(
            code ->
                covariates
                    .append(Regions.name(code))
                    .append(',')
                    .append(Integer.parseInt(code) * 7 % 11)
                    .append('\n'));
    run =
        CommandRun.of(
            "association",
            "--store",
            store,
            "--from",
            2021,
            "--to",
            2024,
            "--coverage-from",
            2021,
            "--coverage-to",
            2022,
            "--covariates",
            Files.writeString(dir.resolve("covariates.csv"), covariates),
            "--permutations",
            199,
            "--out",
            dir.resolve("out"));
    assertThat(run.code()).as(run.err()).isZero();
    associations = Store.existing(store.toString()).read(Table.ASSOCIATION);
    events = Store.existing(store.toString()).read(Table.EVENT_STUDY);
  }

  private static AssociationRow association(String method, String measure) {
    return associations.stream()
        .filter(row -> row.indicator().equals(ANY) && row.method().equals(method))
        .filter(row -> row.measure().equals(measure))
        .findFirst()
        .orElseThrow();
  }

  private static EventStudyRow event(String run, String term, Integer year) {
    return events.stream()
        .filter(row -> row.indicator().equals(ANY) && row.run().equals(run))
        .filter(row -> row.term().equals(term))
        .filter(row -> year == null || year.equals(row.year()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void thePanelEqualsClubSandwich() {
    AssociationRow panel = association("panel", "people_informed_per_1000_women");

    assertThat(panel.k()).isEqualTo(25);
    assertThat(panel.estimate()).isCloseTo(-0.00106899164758153, within(1e-12));
    assertThat(panel.standardError()).isCloseTo(0.00580247491270943, within(1e-12));
    assertThat(panel.df()).isCloseTo(13.038150310928124, within(1e-8));
    assertThat(List.of(panel.fromYear(), panel.toYear(), panel.coverageFrom(), panel.coverageTo()))
        .containsExactly(2021, 2023, 2021, 2022);
    assertThat(panel.sentence()).contains("cada región comparada consigo misma");
  }

  @Test
  void theStrategyEqualsClubSandwich() {
    EventStudyRow effect = event("all", "effect", null);

    assertThat(effect.treated()).isEqualTo(15);
    assertThat(effect.estimate()).isCloseTo(-0.0955366941765536, within(1e-11));
    assertThat(effect.standardError()).isCloseTo(1.4307324251249784, within(1e-11));
    assertThat(effect.pValue()).isCloseTo(0.9475093934507606, within(1e-10));
    assertThat(event("all", "difference", 2022).estimate())
        .isCloseTo(-3.6874869779773936, within(1e-11));
    EventStudyRow trend = event("all", "pre_trend", null);
    assertThat(trend.statistic()).isCloseTo(2.7370347688624426, within(1e-9));
    assertThat(trend.df()).isCloseTo(16.58302189667796, within(1e-8));
    assertThat(event("all", "placebo", 2023).estimate())
        .isCloseTo(2.9027188953189387, within(1e-11));
  }

  @Test
  void withoutLimaFourteenRegionsAreLeft() {
    EventStudyRow effect = event("whole_regions", "effect", null);

    assertThat(effect.treated()).isEqualTo(14);
    assertThat(effect.regions()).isEqualTo(24);
    assertThat(effect.estimate()).isCloseTo(-0.0941240652183016, within(1e-11));
    assertThat(effect.sentence()).contains("sin Lima, donde la estrategia es solo de una parte");
  }

  @Test
  void theSentenceSaysThatItIsANegativeControl() {
    EventStudyRow effect = event("all", "effect", null);

    assertThat(effect.negativeControl()).isTrue();
    assertThat(effect.sentence())
        .contains("En las 15 regiones de «Prevenir para proteger», que empezó en junio de 2024")
        .contains("respecto de las otras 10 regiones (de 2021-2023 a 2024;")
        .contains("corregida por las 4 pruebas hechas")
        .contains("Lima: cuenta la región entera")
        .contains("Es un control negativo")
        .doesNotContain("{");
  }

  @Test
  void covariatesAreTakenByTheNamesOfRegions() {
    AssociationRow row =
        association("meta_regression_covariates", "people_informed_per_1000_women");

    assertThat(row.k()).isEqualTo(25);
    assertThat(row.df()).isEqualTo(22);
  }

  @Test
  void theConsoleSaysHowManyStandTheCorrection() {
    assertThat(run.out())
        .contains("0 of 24 can be told from zero at 5 % once corrected for the number of tests")
        .contains("Prevenir para proteger (whole_regions)")
        .contains("A negative control");
    assertThat(dir.resolve("out/tables/event_study.csv")).exists();
  }
}
