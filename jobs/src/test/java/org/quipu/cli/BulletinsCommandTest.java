package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.bulletin.Evidence;
import org.quipu.bulletin.SampleEvidence;
import org.quipu.store.Manifest;
import org.quipu.store.Store;
import org.quipu.store.Table;

class BulletinsCommandTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private String store;

  @BeforeEach
  void storeWithAChange() {
    store = folder.resolve("store").toString();
    Evidence evidence = SampleEvidence.of("recomputed");
    write(Table.PREVALENCE, evidence.prevalence());
    write(Table.CHANGE, evidence.changes());
    write(Table.COVERAGE, evidence.coverage());
    write(Table.ASSOCIATION, evidence.associations());
    write(Table.PROGRAMS, evidence.programs());
    write(Table.PUBLISHED, evidence.published());
  }

  private <R extends Record> void write(Table<R> table, List<R> rows) {
    Store.open(store).write(table, rows, Manifest.plan(table.name(), Map.of(), List.of()));
  }

  private int run(String... options) {
    PrintStream err = System.err;
    System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
    try {
      return CommandLines.run(options);
    } finally {
      System.setErr(err);
    }
  }

  private String told() {
    return told.toString(StandardCharsets.UTF_8);
  }

  @Test
  void writesThePagesOfTheRegionsAskedFor() {
    int code =
        run("bulletins", "--store", store, "--out", folder.toString(), "--region", "Pasco", "21");

    assertThat(code).isZero();
    assertThat(folder.resolve("bulletins")).isDirectoryContaining("glob:**/pasco.html");
    assertThat(folder.resolve("bulletins").toFile().list())
        .containsExactlyInAnyOrder("pasco.html", "puno.html", "index.html");
  }

  @Test
  void writesEnglishPagesBesideTheSpanishOnes() {
    int code =
        run(
            "bulletins",
            "--store",
            store,
            "--out",
            folder.toString(),
            "--region",
            "Pasco",
            "--language",
            "en");

    assertThat(code).isZero();
    assertThat(folder.resolve("bulletins/pasco-en.html")).content().contains("lang=\"en\"");
  }

  @Test
  void anUnknownRegionIsAnsweredWithTheNearestNames() {
    int code = run("bulletins", "--store", store, "--out", folder.toString(), "--region", "Pazco");

    assertThat(code).isEqualTo(1);
    assertThat(told()).contains("'Pazco'").contains("the nearest are Pasco");
    assertThat(folder.resolve("bulletins")).doesNotExist();
  }

  @Test
  void aChangeThatTheStoreLacksIsNamed() {
    int code =
        run(
            "bulletins",
            "--store",
            store,
            "--out",
            folder.toString(),
            "--from",
            "2017",
            "--to",
            "2022");

    assertThat(code).isEqualTo(2);
    assertThat(told())
        .contains("no change from 2017 to 2022; expected one of 2021 to 2024")
        .contains("quipu change");
  }

  @Test
  void regionAndAllDoNotGoTogether() {
    int code =
        run(
            "bulletins",
            "--store",
            store,
            "--out",
            folder.toString(),
            "--region",
            "Pasco",
            "--all");

    assertThat(code).isEqualTo(1);
  }

  @Test
  void drawsFiguresOfOneIndicator() throws Exception {
    int code =
        run(
            "charts",
            "--store",
            store,
            "--out",
            folder.toString(),
            "--indicator",
            "partner_violence_sexual_ever");

    assertThat(code).isZero();
    Path charts = folder.resolve("charts");
    assertThat(charts.toFile().list())
        .contains(
            "change-partner_violence_sexual_ever-2021-2024.png",
            "prevalence-partner_violence_sexual_ever-2021-2024.svg",
            "series-national.svg");
    assertThat(
            Files.readString(
                charts.resolve("prevalence-partner_violence_sexual_ever-2021-2024.svg")))
        .contains("cifra referencial");
  }

  @Test
  void aStoreWithoutAnythingToDrawSaysWhatToRun() {
    String empty = folder.resolve("empty").toString();
    Store.open(empty).write(Table.TREND, List.of(), Manifest.plan("trend", Map.of(), List.of()));

    assertThat(run("charts", "--store", empty, "--out", folder.toString())).isEqualTo(2);
    assertThat(run("bulletins", "--store", empty, "--out", folder.toString())).isEqualTo(2);
    assertThat(told())
        .contains("no rows to draw")
        .contains("quipu change --store " + empty)
        .contains("no change; expected");
  }
}
