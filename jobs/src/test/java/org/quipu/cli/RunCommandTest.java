package org.quipu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All jobs in one command, on a synthetic country of 25 regions. */
class RunCommandTest {
  @TempDir Path dir;

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static CsvTable table(String name) {
    return CsvTable.exported(SyntheticStore.out(), name);
  }

  @Test
  void exportsEveryTable() throws IOException {
    assertThat(files(SyntheticStore.out().resolve("tables")))
        .contains(
            "association.csv",
            "association_influence.csv",
            "change.csv",
            "change_contrast.csv",
            "change_decomposition.csv",
            "change_heterogeneity.csv",
            "change_sensitivity.csv",
            "comparison.csv",
            "coverage.csv",
            "event_study.csv",
            "position.csv",
            "prevalence.csv",
            "trend.csv");
  }

  @Test
  void estimatesEveryRegion() {
    // 4 years of 25 regions, any form and sexual.
    assertThat(table("prevalence").rows().filter(row -> row.text("source").equals("recomputed")))
        .hasSize(4 * 25 * 2);
    assertThat(table("change").rows().filter(row -> row.text("by").equals("region")))
        .hasSize(25 * 2)
        .allMatch(row -> row.number("standard_error") > 0)
        .allMatch(row -> row.text("family").matches("Holm de 25 pruebas: .+, cambio \\(región\\)"));
  }

  @Test
  void changesOfPublishedFiguresEqualRs() {
    List<CsvTable.Row> fell =
        table("change")
            .rows()
            .filter(row -> row.text("indicator").equals(SyntheticStore.ANY))
            .filter(row -> row.number("p_adjusted") < 0.05)
            .toList();

    // src/test/r/published-change.R; with a design effect of 2.7 the smallest p is 25 · 0.0055.
    assertThat(fell)
        .extracting(row -> row.text("verdict"))
        .containsOnly("depends_on_assumed_error");
    assertThat(fell).extracting(row -> row.text("domain")).containsExactly("03", "06", "14", "17");
    assertChange(fell.get(0), -8.09, 2.46235907662189, 0.0244352142930230);
    assertChange(fell.get(1), -8.51, 2.61434111294631, 0.0249355819407775);
    assertChange(fell.get(2), -8.38, 2.39637616948855, 0.0117653914391970);
    assertChange(fell.get(3), -8.32, 2.54223709656563, 0.0245001556625656);
  }

  /** Each of 25 regions in 4 years and 2 indicators, and each pair of them. */
  @Test
  void comparesEveryRegionWithEveryOther() {
    assertThat(table("position").rows())
        .hasSize(4 * 2 * 25)
        .allMatch(row -> row.number("tests") == 300)
        .allMatch(
            row ->
                row.number("higher") + row.number("lower") + row.number("not_distinguished") == 24)
        .allMatch(
            row ->
                row.number("rank_low") == 1 + row.number("higher")
                    && row.number("rank_high") == 25 - row.number("lower"));
    assertThat(table("comparison").rows())
        .hasSize(4 * 2 * 300)
        .allMatch(
            row ->
                row.text("verdict").equals("no_clear_difference")
                    || row.number("p_adjusted") < 0.05);
  }

  private static void assertChange(
      CsvTable.Row row, double change, double standardError, double pAdjusted) {
    assertThat(row.number("change")).isCloseTo(change, within(1e-12));
    assertThat(row.number("standard_error")).isCloseTo(standardError, within(1e-10));
    assertThat(row.number("p_adjusted")).isCloseTo(pAdjusted, within(1e-10));
  }

  @Test
  void coverageIsOfTheYearsBeforeTheLast() {
    CsvTable.Row window =
        table("coverage")
            .rows()
            .filter(row -> row.text("measure").equals("people_informed_per_1000_women"))
            .filter(row -> row.text("region").equals("19"))
            .filter(row -> row.text("from_year").equals("2021"))
            .filter(row -> row.text("to_year").equals("2022"))
            .findFirst()
            .orElseThrow();

    // The records of 2023 end in July, so that two years are summed; the census counts 58,750
    // women.
    assertThat(window.text("partial")).contains("2023", "enero-julio");
    assertThat(window.number("denominator")).isEqualTo(58_750);
    assertThat(window.number("coverage"))
        .isEqualTo(1000 * window.number("numerator") / window.number("denominator"));
  }

  @Test
  void asksHowEachMeasureIsAssociatedWithEachForm() {
    assertThat(
            table("association").rows().filter(row -> row.text("method").equals("meta_regression")))
        .extracting(row -> row.text("indicator") + " " + row.text("measure"))
        .containsExactly(
            "partner_violence_any_ever people_informed_per_1000_women",
            "partner_violence_any_ever people_informed_per_1000_people",
            "partner_violence_any_ever districts_with_service_percent",
            "partner_violence_sexual_ever people_informed_per_1000_women",
            "partner_violence_sexual_ever people_informed_per_1000_people",
            "partner_violence_sexual_ever districts_with_service_percent");
  }

  @Test
  void drawsFiguresAndAPageARegion() throws IOException {
    List<String> charts = files(SyntheticStore.out().resolve("charts"));
    assertThat(charts.stream().filter(name -> name.endsWith(".svg")))
        .hasSize(25)
        .contains("cambio-violencia-2021-2024.svg")
        .contains("mapa-cambio-violencia-2021-2024.svg")
        .contains("estrategia-prevenir-para-proteger-violencia-2021-2024.svg");
    assertThat(charts.stream().filter(name -> name.endsWith(".png"))).hasSize(25);
    assertThat(files(SyntheticStore.out().resolve("bulletins")))
        .contains("amazonas.html", "pasco.html", "ucayali.html", "index.html");
    assertThat(SyntheticStore.run().out())
        .contains("25 figures, each as PNG and SVG", "25 bulletins on 2021-2024");
  }

  @Test
  void saysWhatItFoundInTheFiles() {
    assertThat(SyntheticStore.run().err())
        .contains("published figures: 200")
        .contains("ubigeo_unknown: 6 rows")
        .contains("incomplete years are not counted (2023: January-July only, not added)");
  }

  @Test
  void aSecondRunMakesNoTableAgainAndWritesTheSame() throws IOException {
    Path out = dir.resolve("out");

    CommandRun again =
        SyntheticStore.run(SyntheticStore.copy(dir.resolve("store")), out).succeeds();

    assertThat(again.err())
        .contains(
            "published: up to date",
            "prevalence: up to date",
            "change: up to date",
            "coverage: up to date",
            "association: up to date");
    for (String folder : List.of("tables", "charts", "bulletins")) {
      assertThat(files(out.resolve(folder))).isEqualTo(files(SyntheticStore.out().resolve(folder)));
      for (String file : files(out.resolve(folder))) {
        assertThat(content(out.resolve(folder).resolve(file)))
            .as(file)
            .isEqualTo(content(SyntheticStore.out().resolve(folder).resolve(file)));
      }
    }
  }

  /** What a file says, of the list of figures whatever store it is of; what a folder holds. */
  private static byte[] content(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      return String.join(" ", files(file)).getBytes(UTF_8);
    }

    return file.endsWith("figures.csv")
        ? Files.readString(file).replaceAll("--store \\S+", "--store STORE").getBytes(UTF_8)
        : Files.readAllBytes(file);
  }

  @Test
  void wantsFiguresAndYearsInOrder() {
    CommandRun.of(
            "run",
            "--from",
            2024,
            "--to",
            2021,
            "--store",
            dir.resolve("store"),
            "--out",
            dir.resolve("out"))
        .refusesCommandLine("--from 2024 is not before --to 2021");
    CommandRun.of(
            "run",
            "--from",
            2021,
            "--to",
            2024,
            "--store",
            dir.resolve("store"),
            "--out",
            dir.resolve("out"))
        .refusesCommandLine("no prevalence without --endes, --published or both");
  }
}
