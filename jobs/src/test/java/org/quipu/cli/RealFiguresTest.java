package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.Provenance;
import org.quipu.Regions;
import org.quipu.SharedData;
import org.quipu.store.PublishedRow;
import org.quipu.store.Store;
import org.quipu.store.Table;

/**
 * Published figures of 2021 to 2024 and the ministry's records, from their files to changes,
 * association and maps. Golden numbers: clubSandwich 0.5.8, src/test/r/strategy.R over the exported
 * tables.
 */
class RealFiguresTest {
  private static final String ANY = "partner_violence_any_ever";

  @TempDir Path dir;

  @Test
  void changesAssociationAndMapsOfTheRealFigures() {
    Path figures = SharedData.require("data/published/prevalence.csv");
    Path records = SharedData.require("data/programs");
    Path geography = SharedData.require("data/geography");
    Path store = dir.resolve("store");
    CommandRun ingest =
        CommandRun.of(
                "ingest",
                "--published",
                figures,
                "--programs",
                records,
                "--geography",
                geography,
                "--store",
                store)
            .succeeds();
    assertThat(ingest.err()).contains("published figures: 610").doesNotContain("and ignored");
    assertThat(
            Store.existing(store.toString()).read(Table.PUBLISHED).stream()
                .filter(row -> row.year() == 2024 && !row.region().equals(Regions.NATIONAL))
                .filter(row -> row.indicator().equals(ANY))
                .collect(Collectors.groupingBy(PublishedRow::source, Collectors.counting())))
        .containsEntry(Provenance.PUBLISHED, 22L)
        .containsEntry(Provenance.RECOMPUTED, 3L);
    assertThat(CommandRun.of("validate", "--store", store).succeeds().err())
        .as("the figures that ship agree with the file's")
        .doesNotContain("and ignored");

    CommandRun change = onChange("change", store).succeeds();
    assertThat(change.out())
        .containsPattern("Violence ever by husband or partner +region +3 +0 +22 +0 +0 ");
    Answers.assertShort(change);
    assertChanges();

    Answers.assertShort(
        onChange("association", store, "--coverage-from", 2021, "--coverage-to", 2022).succeeds());
    for (String command : List.of("prevalence", "coverage", "validate")) {
      Answers.assertShort(CommandRun.of(command, "--store", store, "--language", "es").succeeds());
    }
    assertPanel();
    assertStrategy();

    CommandRun.of(
            "charts",
            "--store",
            store,
            "--out",
            dir,
            "--indicator",
            ANY,
            "--boundaries",
            geography.resolve("departments.geojson"))
        .succeeds();
    assertThat(dir.resolve("charts/mapa-violencia-2024.svg")).content().contains("Pasco");
  }

  private CommandRun onChange(String command, Path store, Object... more) {
    return CommandRun.of(
        Stream.concat(
                Stream.of(command, "--store", store, "--from", 2021, "--to", 2024),
                Stream.concat(Stream.of("--indicator", ANY, "--out", dir), Stream.of(more)))
            .toArray());
  }

  /** The 25 regions; which of them fell is the file's own levels. */
  private void assertChanges() {
    List<CsvTable.Row> regions =
        CsvTable.exported(dir, "change")
            .rows()
            .filter(row -> row.text("by").equals("region"))
            .toList();
    assertThat(regions).hasSize(25).allMatch(row -> row.number("standard_error") > 1.5);
    assertThat(regions)
        .filteredOn(row -> row.text("verdict").equals("decrease"))
        .extracting(row -> row.text("label"))
        .containsExactly("Cajamarca", "Madre de Dios", "Tacna");
  }

  private void assertPanel() {
    CsvTable.Row panel =
        CsvTable.exported(dir, "association")
            .rows()
            .filter(row -> row.text("measure").equals("people_informed_per_1000_women"))
            .filter(row -> row.text("method").equals("panel"))
            .findFirst()
            .orElseThrow();
    assertThat(panel.number("k")).isEqualTo(25);
    assertThat(panel.number("estimate")).isCloseTo(-0.00106899164758153, within(1e-12));
    assertThat(panel.number("standard_error")).isCloseTo(0.00580247491270943, within(1e-12));
    assertThat(panel.number("df")).isCloseTo(13.038150310928124, within(1e-8));
  }

  private void assertStrategy() {
    CsvTable.Row effect = event("all", "effect", "");
    assertThat(effect.number("treated")).isEqualTo(15);
    assertThat(effect.number("estimate")).isCloseTo(-0.0955366941765536, within(1e-11));
    assertThat(effect.number("standard_error")).isCloseTo(1.4307324251249784, within(1e-11));
    assertThat(effect.number("p_value")).isCloseTo(0.9475093934507606, within(1e-10));
    assertThat(event("all", "difference", "2022").number("estimate"))
        .isCloseTo(-1.75378657026939, within(1e-11));
    assertThat(event("all", "difference", "2023").number("standard_error"))
        .isCloseTo(0.975101183836246, within(1e-11));
    CsvTable.Row trend = event("all", "pre_trend", "");
    assertThat(trend.number("statistic")).isCloseTo(2.7370347688624426, within(1e-9));
    assertThat(trend.number("df")).isCloseTo(16.58302189667796, within(1e-8));
    assertThat(event("all", "placebo", "2023").number("estimate"))
        .isCloseTo(2.9027188953189387, within(1e-11));
    CsvTable.Row withoutLima = event("whole_regions", "effect", "");
    assertThat(withoutLima.number("treated")).isEqualTo(14);
    assertThat(withoutLima.number("regions")).isEqualTo(24);
    assertThat(withoutLima.number("estimate")).isCloseTo(-0.0941240652183016, within(1e-11));
  }

  private CsvTable.Row event(String run, String term, String year) {
    return CsvTable.exported(dir, "event_study")
        .rows()
        .filter(row -> row.text("indicator").equals(ANY) && row.text("run").equals(run))
        .filter(row -> row.text("term").equals(term) && row.text("year").equals(year))
        .findFirst()
        .orElseThrow();
  }
}
