package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.store.Manifest;
import org.quipu.store.Store;
import org.quipu.store.Table;

/** {@code convert} and {@code describe}. */
class FileCommandsTest {
  @TempDir Path folder;
  private Path sav;
  private Path zip;

  @BeforeEach
  void files() throws IOException {
    sav = folder.resolve("REC0111.sav");
    Files.copy(resource("haven-byte.sav"), sav);
    zip = folder.resolve("786-Modulo1637.zip");
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(file)) {
      entries.putNextEntry(new ZipEntry("Modulo1637/REC84DV.DTA"));
      Files.copy(resource("haven-strl.dta"), entries);
      entries.putNextEntry(new ZipEntry("Modulo1637/leeme.txt"));
      entries.putNextEntry(new ZipEntry("Modulo1637/rech0.CSV"));
      entries.write("HHID;HV005\n 1;1,5\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  private static Path resource(String name) {
    return Path.of("src/test/resources/file", name);
  }

  private static Stream<String> listing(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @Test
  void convertsFilesAndZipsToOneFileATable() throws IOException {
    Path to = folder.resolve("to");

    CommandRun run = CommandRun.of("convert", sav, zip, "--to", to).succeeds();

    assertThat(run.err()).isEmpty();
    assertThat(listing(to)).containsExactly("REC0111.parquet", "REC84DV.parquet", "rech0.parquet");
    assertThat(run.out()).contains("REC0111.sav: 4 rows -> " + to.resolve("REC0111.parquet"));
  }

  @Test
  void describesWhatConvertWrote() {
    CommandRun.of("convert", sav, "--to", folder).succeeds();

    CommandRun run = CommandRun.of("describe", folder.resolve("REC0111.parquet")).succeeds();

    assertThat(run.out())
        .contains("made from      REC0111.sav")
        .contains("rows           4")
        .containsPattern("discretos +number +F8.2 +Pregunta con tilde: ¿qué pasó\\?")
        .contains("     9  No sabe\n    99  Perdido\n    missing: 9, 99\n")
        .contains("missing: 1, from 97\n");
  }

  @Test
  void saysHowATableOfAStoreWasMade() {
    Store.open(folder.resolve("store").toString())
        .write(
            Table.TREND,
            List.of(),
            Manifest.plan(
                    "trend", Map.of("year", "2017"), List.of(new Manifest.Input("x.zip", 1, "abc")))
                .withNotes(List.of("a note")));

    CommandRun run = CommandRun.of("describe", folder.resolve("store/trend")).succeeds();

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("rows           0", "standard_error", "number")
        .contains("table          trend", "--year         2017", "input          x.zip abc")
        .contains("note           a note");
  }

  @Test
  void convertsToCsv() {
    Path to = folder.resolve("to");

    CommandRun.of("convert", zip + "!/Modulo1637/rech0.CSV", "--to", to, "--format", "csv")
        .succeeds();

    assertThat(to.resolve("rech0.csv")).hasContent("HHID,HV005\r\n1,1.5\r\n");
  }

  @Test
  void describesAFolderInALineEach() {
    assertThat(CommandRun.of("describe", folder).succeeds().out())
        .isEqualTo(
            """
            %1$s!/Modulo1637/REC84DV.DTA: 4 rows, 17 columns, Stata
            %1$s!/Modulo1637/rech0.CSV: 1 row, 2 columns, delimited text
            %2$s: 4 rows, 20 columns, SPSS
            """
                .formatted(zip, sav));
  }

  @Test
  void whatCannotBeReadIsSaidAndTheRestIsDone() throws IOException {
    Files.writeString(folder.resolve("bad.sav"), "no SPSS");
    Path to = folder.resolve("to");

    CommandRun.of("convert", folder, "--to", to)
        .refusesInput("1 of 4 tables were not converted", "bad.sav: found");
    assertThat(listing(to)).hasSize(3);

    CommandRun described =
        CommandRun.of("describe", folder).refusesInput("1 of 7 tables cannot be read");
    assertThat(described.out()).contains("REC0111.sav: 4 rows");
  }

  @Test
  void twoTablesOfOneNameAreRefusedBeforeAnything() throws IOException {
    Files.copy(sav, Files.createDirectories(folder.resolve("2018")).resolve("rec0111.SAV"));
    Path to = folder.resolve("to");

    CommandRun.of("convert", folder, "--to", to)
        .refusesInput("a second table for", "different folders");

    assertThat(to).doesNotExist();
  }

  @Test
  void aFileIsNeverWrittenOverItself() throws IOException {
    Path csv = Files.writeString(folder.resolve("a.csv"), "x;y\n1;2\n");

    CommandRun.of("convert", csv, "--to", folder, "--format", "csv")
        .refusesInput("a copy onto the file itself");

    assertThat(csv).hasContent("x;y\n1;2\n");
  }

  @Test
  void wrongCommandLinesAreToldApart() {
    CommandRun.of("convert", sav, "--to", "x", "--format", "xls")
        .refusesCommandLine("'xls' is none of parquet, csv");
    CommandRun.of("convert", sav).refusesCommandLine("missing: --to=DIR");
    CommandRun.of("describe", folder.resolve("none.sav")).refusesInput("none.sav: found nothing");
  }
}
