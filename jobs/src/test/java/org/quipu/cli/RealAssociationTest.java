package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.SharedData;

/**
 * Published figures of 2021 to 2024 and the ministry's records, from their files to the tables.
 * Golden numbers: clubSandwich 0.5.8, src/test/r/strategy.R over the exported tables.
 */
class RealAssociationTest {
  private static final String ANY = "partner_violence_any_ever";

  @TempDir Path dir;

  @Test
  void panelAndStrategyEqualClubSandwich() {
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
            store)
        .succeeds();
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
            "--indicator",
            ANY,
            "--permutations",
            199,
            "--out",
            dir)
        .succeeds();

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

    CsvTable.Row effect = event("all", "effect", "");
    assertThat(effect.number("treated")).isEqualTo(15);
    assertThat(effect.number("estimate")).isCloseTo(-0.0955366941765536, within(1e-11));
    assertThat(effect.number("standard_error")).isCloseTo(1.4307324251249784, within(1e-11));
    assertThat(effect.number("p_value")).isCloseTo(0.9475093934507606, within(1e-10));
    assertThat(event("all", "difference", "2022").number("estimate"))
        .isCloseTo(-3.6874869779773936, within(1e-11));
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
