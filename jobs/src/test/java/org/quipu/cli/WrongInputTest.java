package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.Folders;

/**
 * What a user gets for wrong input: exit code, a message that says what to do, and a store as it
 * was.
 */
class WrongInputTest {
  private static final String WOMEN = "HHID;CASEID;V001;V005;V012;V022;V024;V025;V044\n";
  private static final String ANSWERS = "CASEID;D105A\n";

  @TempDir static Path dir;
  private static Path store;
  private static Map<String, String> before;

  @TempDir Path files;

  @BeforeAll
  static void aStoreWithAYear() throws IOException {
    store = dir.resolve("store");
    Path good = Files.createDirectories(dir.resolve("good"));
    write(good, "REC0111_2018.csv", WOMEN + woman(1) + woman(2));
    write(good, "REC84DV_2018.csv", ANSWERS + answer(1) + answer(2));
    CommandRun.of("ingest", "--endes", good, "--store", store).succeeds();
    before = contents(store);
  }

  @AfterEach
  void theStoreIsAsItWas() throws IOException {
    assertThat(contents(store)).isEqualTo(before);
  }

  @Test
  void refusesATruncatedSav() throws IOException {
    byte[] bytes = getClass().getResourceAsStream("/endes/REC0111.sav").readAllBytes();
    Files.write(files.resolve("REC0111.SAV"), Arrays.copyOf(bytes, bytes.length - 1000));

    assertRefused("cut short", "--year", "2019");
  }

  @Test
  void refusesAnEmptyCsv() throws IOException {
    write(files, "REC0111_2019.csv", "");

    assertRefused("REC0111_2019.csv: found an empty file; expected a table");
  }

  @Test
  void refusesAModuleWithoutRows() throws IOException {
    write(files, "REC0111_2019.csv", WOMEN + woman(1));
    write(files, "REC84DV_2019.csv", ANSWERS);

    assertRefused("REC84DV_2019.csv: found columns and no rows; expected the rows of REC84DV");
  }

  @Test
  void refusesAZipThatLeadsOutOfItself() throws IOException {
    try (OutputStream out = Files.newOutputStream(files.resolve("605-Modulo66.zip"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("../REC0111.csv"));
      zip.write(WOMEN.getBytes(StandardCharsets.UTF_8));
    }

    assertRefused("605-Modulo66.zip");
  }

  @Test
  void refusesAFolderWithoutEndes() throws IOException {
    write(files, "ventas.csv", "a;b\n1;2\n");

    assertRefused("found no file of ENDES");
  }

  @Test
  void refusesViolenceOfAnotherYearThanTheWomen() throws IOException {
    write(files, "REC0111_2018.csv", WOMEN + woman(1) + woman(3));
    write(files, "REC84DV_2019.csv", ANSWERS + answer(1));

    assertRefused("ENDES 2019: found no weight");
  }

  @Test
  void refusesAnswersOfOtherWomen() throws IOException {
    write(files, "REC0111_2019.csv", WOMEN + woman(1) + woman(2));
    write(files, "REC84DV_2019.csv", ANSWERS + answer(1) + answer(7));

    assertRefused("1 of 2 rows without a woman in REC0111");
  }

  @Test
  void refusesAKeyThatASpreadsheetSpoilt() throws IOException {
    write(files, "REC0111_2019.csv", WOMEN + woman(1).replace("000100101", "100101"));
    write(files, "REC84DV_2019.csv", ANSWERS + answer(1));

    assertRefused("REC0111_2019.csv, row 1, CASEID: found a text of 9 characters");
  }

  @Test
  void tellsNoAnswerAndNoKeyOfARespondent() throws IOException {
    write(files, "REC0111_2019.csv", WOMEN + woman(1));
    write(files, "REC84DV_2019.csv", ANSWERS + answer(1).replace(";1", ";golpeada"));
    assertThat(ingest().refusesInput("REC84DV_2019.csv, row 1, column D105A: found text").err())
        .doesNotContain("golpeada");
    assertThat(ingest("--stacktrace").err()).contains("found text").doesNotContain("golpeada");

    write(files, "REC84DV_2019.csv", ANSWERS + "12345x;1\n");
    assertThat(ingest().refusesInput("row 1, CASEID: found a text of 6 characters").err())
        .doesNotContain("12345x");
  }

  @ParameterizedTest
  @CsvSource({
    "'', no folder",
    "' ', no folder",
    "a:b, is no folder's name",
    "ftps://x/y, no such kind of file system",
    "store{1}, could stand for several",
    "store[1], could stand for several",
    "st*re, could stand for several"
  })
  void refusesANameThatIsNoStores(String name, String message) {
    CommandRun.of("prevalence", "--store", name).refusesCommandLine("--store", message);
  }

  @Test
  void writesNothingForReadersIntoAStore() {
    for (Object out : new Object[] {store, store.resolve("tables")}) {
      CommandRun.of("prevalence", "--store", store, "--out", out)
          .refusesCommandLine("lies in the store; name a folder outside it");
    }
  }

  @Test
  void refusesAFileWithoutAYear() throws IOException {
    write(files, "REC0111.csv", WOMEN + woman(1));

    assertRefused("Give it with --year.");
  }

  @Test
  void refusesTheSameModuleTwice() throws IOException {
    write(files, "REC0111_2019.csv", WOMEN + woman(1));
    write(files, "rec0111-2019.csv", WOMEN + woman(1));

    assertRefused("a second time");
  }

  @Test
  void tellsAMisspeltOptionFromAWrongInput() {
    CommandRun.of("ingest", "--ende", files, "--store", store)
        .refusesCommandLine(
            "unknown option or command: --ende", "--endes", "See: quipu ingest --help");
  }

  @Test
  void namesTheCommandNearestToAMisspeltOne() {
    CommandRun.of("prevalense").refusesCommandLine("Did you mean", "prevalence");
  }

  @Test
  void refusesToWriteIntoAFile() throws IOException {
    write(files, "out", "");

    CommandRun.of("prevalence", "--store", store, "--out", files.resolve("out/put"))
        .refusesCommandLine("--out: ", "is a file; expected a folder");
  }

  @Test
  void saysWhichTableOfTheStoreIsDamaged() throws IOException {
    Path damaged = files.resolve("store");
    Folders.copy(store, damaged);
    try (Stream<Path> files = Files.walk(damaged.resolve("women/year=2018"))) {
      Files.delete(files.filter(file -> file.toString().endsWith(".parquet")).findFirst().get());
    }

    CommandRun.of("prevalence", "--store", damaged)
        .refusesInput("women/year=2018/v", "found 0 rows; expected 2, as its manifest says");
  }

  @Test
  void showsAStackTraceOnRequestAlone() throws IOException {
    write(files, "ventas.csv", "a;b\n1;2\n");

    assertThat(CommandRun.of("ingest", "--endes", files, "--store", store).err())
        .doesNotContain("at org.quipu");
    assertThat(CommandRun.of("ingest", "--endes", files, "--store", store, "--stacktrace").err())
        .contains("at org.quipu");
  }

  private void assertRefused(String message, String... more) {
    ingest(more).refusesInput(message);
  }

  private CommandRun ingest(String... more) {
    return CommandRun.of(
        Stream.concat(Stream.of("ingest", "--endes", files, "--store", store), Stream.of(more))
            .toArray());
  }

  private static String woman(int line) {
    return "      000100101;      000100101  " + line + ";1;900000;30;3;1;1;1\n";
  }

  private static String answer(int line) {
    return "      000100101  " + line + ";1\n";
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  /** The files of a store, but for who wrote to it last. */
  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    Path lease = folder.resolve("_lease");
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file :
          walk.filter(Files::isRegularFile).filter(file -> !file.startsWith(lease)).toList()) {
        contents.put(folder.relativize(file).toString(), Arrays.toString(Files.readAllBytes(file)));
      }
    }

    return contents;
  }
}
