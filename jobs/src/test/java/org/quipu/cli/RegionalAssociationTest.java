package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quipu.cli.SyntheticStore.ANY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.Regions;

/**
 * Association and the study of a strategy from a store, on synthetic figures of 25 regions. Golden
 * numbers: clubSandwich 0.5.8, src/test/r/strategy.R over the exported tables.
 */
class RegionalAssociationTest {
  private static final String INFORMED = "people_informed_per_1000_women";

  @TempDir static Path dir;
  private static CommandRun run;
  private static CsvTable associations;
  private static CsvTable events;

  @BeforeAll
  static void associateOnce() throws IOException {
    String covariates =
        Regions.codes().stream()
            .map(code -> Regions.name(code) + "," + Integer.parseInt(code) * 7 % 11 + "\n")
            .collect(Collectors.joining("", "region,number\n", ""));
    run =
        CommandRun.of(
                "association",
                "--store",
                SyntheticStore.copy(dir.resolve("store")),
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
                dir.resolve("out"))
            .succeeds();
    associations = CsvTable.exported(dir.resolve("out"), "association");
    events = CsvTable.exported(dir.resolve("out"), "event_study");
  }

  private static CsvTable.Row association(String method) {
    return associations
        .rows()
        .filter(row -> row.text("indicator").equals(ANY) && row.text("measure").equals(INFORMED))
        .filter(row -> row.text("method").equals(method))
        .findFirst()
        .orElseThrow();
  }

  private static CsvTable.Row event(String run, String term, String year) {
    return events
        .rows()
        .filter(row -> row.text("indicator").equals(ANY) && row.text("run").equals(run))
        .filter(row -> row.text("term").equals(term) && row.text("year").equals(year))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void thePanelEqualsClubSandwich() {
    CsvTable.Row panel = association("panel");

    assertThat(panel.number("k")).isEqualTo(25);
    assertThat(panel.number("estimate")).isCloseTo(3.02033088377127e-04, within(1e-12));
    assertThat(panel.number("standard_error")).isCloseTo(5.25111927338087e-03, within(1e-12));
    assertThat(panel.number("df")).isCloseTo(11.5921200803300, within(1e-8));
    assertThat(panel.number("p_value")).isCloseTo(0.955112230646373, within(1e-9));
    assertThat(panel.text("from_year") + "-" + panel.text("to_year")).isEqualTo("2021-2023");
    assertThat(panel.text("coverage_from") + "-" + panel.text("coverage_to"))
        .isEqualTo("2021-2022");
    assertThat(panel.text("sentence")).contains("cada región comparada consigo misma");
  }

  @Test
  void theStrategyEqualsClubSandwich() {
    CsvTable.Row effect = event("all", "effect", "");

    assertThat(effect.number("treated")).isEqualTo(15);
    assertThat(effect.number("estimate")).isCloseTo(1.086250295927072, within(1e-11));
    assertThat(effect.number("standard_error")).isCloseTo(1.094669249948055, within(1e-11));
    assertThat(effect.number("df")).isCloseTo(17.22703285920577, within(1e-8));
    assertThat(effect.number("p_value")).isCloseTo(0.334781119838442, within(1e-10));
    assertThat(
            event("all", "difference", "2022").number("estimate")
                - event("all", "difference", "2023").number("estimate"))
        .isCloseTo(-1.090940339211592, within(1e-11));
    assertThat(event("all", "difference", "2024").number("estimate"))
        .isEqualTo(effect.number("estimate"));
    CsvTable.Row trend = event("all", "pre_trend", "");
    assertThat(trend.number("statistic")).isCloseTo(1.046345910670872, within(1e-9));
    assertThat(trend.number("df")).isCloseTo(16.266067966063492, within(1e-8));
    assertThat(trend.number("p_value")).isCloseTo(0.373698692956354, within(1e-9));
    assertThat(event("all", "placebo", "2023").number("estimate"))
        .isCloseTo(1.578492961407870, within(1e-11));
  }

  @Test
  void withoutLimaFourteenRegionsAreLeft() {
    CsvTable.Row effect = event("whole_regions", "effect", "");

    assertThat(effect.number("treated")).isEqualTo(14);
    assertThat(effect.number("regions")).isEqualTo(24);
    assertThat(effect.number("estimate")).isCloseTo(0.966779940679130, within(1e-11));
    assertThat(effect.number("standard_error")).isCloseTo(1.115855211806523, within(1e-11));
    assertThat(effect.text("sentence"))
        .contains("sin Lima, donde la estrategia es solo de una parte");
  }

  @Test
  void theSentenceSaysThatItIsANegativeControl() {
    CsvTable.Row effect = event("all", "effect", "");

    assertThat(effect.text("negative_control")).isEqualTo("true");
    assertThat(effect.text("sentence"))
        .contains("En las 15 regiones de «Prevenir para proteger», que empezó en junio de 2024")
        .contains("respecto de las otras 10 regiones (del promedio de 2021-2023 a 2024;")
        .contains("corregida por las 2 pruebas hechas")
        .contains("Lima: cuenta la región entera")
        .contains("Es un control negativo")
        .doesNotContain("{");
  }

  @Test
  void covariatesAreTakenByTheNamesOfRegions() {
    CsvTable.Row row = association("meta_regression_covariates");

    assertThat(row.number("k")).isEqualTo(25);
    assertThat(row.number("df")).isEqualTo(22);
  }

  @Test
  void aPointForEachRegionOfEachQuestion() {
    CsvTable points = CsvTable.exported(dir.resolve("out"), "association_point");
    long questions =
        associations.rows().filter(row -> row.text("method").equals("meta_regression")).count();

    assertThat(points.size()).isEqualTo((int) questions * 25);
    assertThat(points.where("region", "19").text("label")).isEqualTo("Pasco");
    assertThat(points.where("region", "19").text("source")).isEqualTo("recomputed");
  }

  @Test
  void thePointsAndTheirWeightsGiveTheLineOfTheTable() {
    List<CsvTable.Row> points =
        CsvTable.exported(dir.resolve("out"), "association_point")
            .rows()
            .filter(
                row -> row.text("indicator").equals(ANY) && row.text("measure").equals(INFORMED))
            .toList();
    double meanX = points.stream().mapToDouble(row -> weighted(row, "coverage")).sum();
    double meanY = points.stream().mapToDouble(row -> weighted(row, "change")).sum();
    double squares = 0;
    double products = 0;
    for (CsvTable.Row row : points) {
      double x = row.number("coverage") - meanX;
      squares += row.number("weight") * x * x;
      products += row.number("weight") * x * (row.number("change") - meanY);
    }

    CsvTable.Row line = association("meta_regression");
    assertThat(products / squares).isCloseTo(line.number("estimate"), within(1e-12));
    assertThat(meanY - products / squares * meanX)
        .isCloseTo(line.number("intercept"), within(1e-9));
  }

  private static double weighted(CsvTable.Row row, String column) {
    return row.number("weight") / 100 * row.number(column);
  }

  @Test
  void anotherLanguageRecomputesNothing() {
    CommandRun english =
        CommandRun.of(
                "association",
                "--store",
                dir.resolve("store"),
                "--from",
                2021,
                "--to",
                2024,
                "--coverage-from",
                2021,
                "--coverage-to",
                2022,
                "--covariates",
                dir.resolve("covariates.csv"),
                "--permutations",
                199,
                "--language",
                "en",
                "--out",
                dir.resolve("en"))
            .succeeds();

    assertThat(english.err()).contains("association: up to date");
    assertThat(CsvTable.exported(dir.resolve("en"), "association").row(0).text("sentence"))
        .contains("association, not cause");
    assertThat(CsvTable.exported(dir.resolve("en"), "event_study").row(0).text("sentence"))
        .contains("This is a negative control");
  }

  @Test
  void theConsoleSaysHowManyHoldAfterTheCorrection() {
    assertThat(run.out())
        .contains(
            "0 of 6 answers differ significantly from zero at 5%, corrected for the number of"
                + " tests.")
        .contains("Prevenir para proteger (whole regions only)")
        .contains("A negative control");
  }
}
