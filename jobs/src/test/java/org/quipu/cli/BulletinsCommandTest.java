package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.Provenance;
import org.quipu.bulletin.Evidence;
import org.quipu.bulletin.SampleEvidence;
import org.quipu.store.Manifest;
import org.quipu.store.Store;
import org.quipu.store.Table;

/** {@code bulletins} and {@code charts} on a store whose tables were written before. */
class BulletinsCommandTest {
  @TempDir Path folder;
  private String store;

  @BeforeEach
  void storeWithAChange() {
    store = folder.resolve("store").toString();
    Evidence evidence = SampleEvidence.of(Provenance.RECOMPUTED);
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

  private CommandRun run(String command, Object... options) {
    List<Object> words = new ArrayList<>(List.of(command, "--store", store, "--out", folder));
    words.addAll(List.of(options));
    return CommandRun.of(words.toArray());
  }

  @Test
  void writesThePagesOfTheRegionsAskedFor() {
    run("bulletins", "--region", "Pasco", "21").succeeds();

    assertThat(folder.resolve("bulletins")).isDirectoryContaining("glob:**/pasco.html");
    List<String> files = List.of(folder.resolve("bulletins").toFile().list());
    assertThat(files)
        .contains("pasco.html", "puno.html", "prevenir-para-proteger.html", "index.html", "datos")
        .doesNotContain("ucayali.html");
    // Every page in both formats
    assertThat(files.stream().filter(name -> name.endsWith(".html")))
        .allMatch(name -> files.contains(name.replace(".html", ".pdf")));
    assertThat(folder.resolve("bulletins/index.html"))
        .content()
        .contains("href=\"datos/cambio-violencia-2021-2024.csv\"");
    assertThat(folder.resolve("bulletins/datos/cambio-violencia-2021-2024.csv")).exists();
  }

  @Test
  void writesTheFormatsAskedFor() {
    run("bulletins", "--region", "Pasco", "--format", "pdf").succeeds();

    assertThat(folder.resolve("bulletins").toFile().list())
        .contains("pasco.pdf", "prevenir-para-proteger.pdf", "index.pdf", "datos")
        .allMatch(name -> name.equals("datos") || name.endsWith(".pdf"));
    run("bulletins", "--region", "Pasco", "--format", "docx")
        .refusesCommandLine("there is no 'docx'; there are html, pdf");
  }

  @Test
  void theIndexLinksWhatLiesBesideThePages() throws Exception {
    run("bulletins", "--region", "Pasco").succeeds();
    assertThat(folder.resolve("bulletins/index.html")).content().doesNotContain("galeria.html");
    run("charts").succeeds();
    run("charts", "--language", "en", "--figure", "series-peru").succeeds();
    run("workbook").succeeds();
    run("bulletins", "--region", "Pasco").succeeds();

    Path pages = folder.resolve("bulletins");
    assertThat(pages.resolve("index.html"))
        .content()
        .contains("href=\"galeria.html\"", "href=\"../resultados.xlsx\"");
    String gallery = Files.readString(pages.resolve("galeria.html"));
    assertThat(gallery)
        .contains("Mapas del cambio", "<img src=\"../charts/cambio-violencia-2021-2024.png\"")
        .doesNotContain("series-peru.png");
    assertThat(gallery.length()).isLessThan(250_000);
    List<String> links =
        Pattern.compile("(?:href|src)=\"([^#\"]+)\"")
            .matcher(gallery)
            .results()
            .map(link -> link.group(1))
            .distinct()
            .toList();
    // PNG, SVG and CSV of each figure of the list, and the index
    assertThat(links)
        .hasSizeGreaterThan(3 * 10)
        .allMatch(link -> Files.exists(pages.resolve(link).normalize()));
  }

  @Test
  void writesEnglishPagesBesideTheSpanishOnes() {
    run("bulletins", "--region", "Pasco", "--language", "en", "--format", "html").succeeds();

    assertThat(folder.resolve("bulletins/pasco-en.html")).content().contains("lang=\"en\"");
  }

  @Test
  void anUnknownRegionIsAnsweredWithTheNearestNames() {
    run("bulletins", "--region", "Pazco").refusesCommandLine("'Pazco'", "the nearest are Pasco");

    assertThat(folder.resolve("bulletins")).doesNotExist();
  }

  @Test
  void aChangeThatTheStoreLacksIsNamed() {
    run("bulletins", "--from", 2017, "--to", 2022)
        .refusesInput("no change from 2017 to 2022; expected one of 2021 to 2024", "quipu change");
  }

  @Test
  void regionAndAllDoNotGoTogether() {
    run("bulletins", "--region", "Pasco", "--all")
        .refusesCommandLine("--region", "--all", "mutually exclusive");
  }

  @Test
  void drawsFiguresOfOneIndicator() {
    run("charts", "--indicator", "partner_violence_sexual_ever").succeeds();

    Path charts = folder.resolve("charts");
    assertThat(charts.toFile().list())
        .contains(
            "cambio-violencia-sexual-2021-2024.png",
            "prevalencia-violencia-sexual-2021-2024.svg",
            "serie-peru.svg");
    assertThat(charts.resolve("prevalencia-violencia-sexual-2021-2024.svg"))
        .content()
        .contains("cifra referencial");
  }

  @Test
  void anIndicatorWithoutChangeIsWarnedOf() {
    CommandRun run = run("charts", "--indicator", "help_sought_police").succeeds();

    assertThat(run.err())
        .contains("no change of help_sought_police in the store", "quipu change --store " + store);
  }

  @Test
  void aStoreWithoutAnythingToDrawSaysWhatToRun() {
    store = folder.resolve("empty").toString();
    write(Table.TREND, List.of());

    run("charts").refusesInput("no rows to draw", "quipu change --store " + store);
    run("bulletins").refusesInput("no change; expected");
  }
}
