package org.quipu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.Folders;
import org.quipu.Progress;
import org.quipu.Provenance;
import org.quipu.UserException;
import org.quipu.survey.quality.Quality;
import org.quipu.survey.quality.QualityMark;

class StoreTest {
  private static final TrendRow TREND =
      new TrendRow(
          "physical",
          "region",
          "19",
          "Pasco",
          "2021;2022;2023",
          -1.25,
          0.5,
          -2.5,
          0.1 + 0.2,
          Double.NaN,
          0.04,
          0.04,
          DomainFamily.parse("physical by region: 25 tests, holm, trends"),
          Provenance.MICRODATA,
          Quality.marked(List.of(QualityMark.INDEPENDENCE_ASSUMED)));

  @TempDir Path dir;

  @Test
  void readsBackTheRowsThatItWrote() {
    Store store = Store.open(dir.resolve("store").toString());

    store.write(Table.TREND, List.of(TREND), plan("one"));

    assertThat(store.read(Table.TREND)).containsExactly(TREND);
    assertThat(store.manifest("trend").orElseThrow().rows()).isEqualTo(1);
  }

  @Test
  void keepsEmptyNumbersEmpty() {
    Store store = Store.open(dir.toString());
    PublishedRow row =
        new PublishedRow(2017, "19", "any", 74.3, Double.NaN, null, Provenance.PUBLISHED, null, 1);

    store.write(Table.PUBLISHED, List.of(row), Manifest.plan("published", Map.of(), List.of()));

    assertThat(store.read(Table.PUBLISHED)).containsExactly(row);
  }

  @Test
  void leavesEveryTableAsItWasWhenAnUpdateFails() {
    Store store = Store.open(dir.toString());
    store.write(Table.TREND, List.of(TREND), plan("one"));

    assertThatThrownBy(
            () ->
                store.update(
                    Progress.silent(),
                    update -> {
                      update.write(Table.TREND, List.of(), plan("two"));
                      throw new IOException("disk full");
                    }))
        .hasMessageContaining("cannot write to the store");

    assertThat(store.read(Table.TREND)).containsExactly(TREND);
    assertThat(dir.toFile().list()).containsExactlyInAnyOrder("trend", "_commits", "_lease");
    assertThat(dir.resolve("trend").toFile().list()).hasSize(1);
  }

  @Test
  void leavesNoFolderBehindWhenTheFirstUpdateFails() {
    Path folder = dir.resolve("new");
    Store store = Store.open(folder.toString());

    assertThatThrownBy(
            () ->
                store.update(
                    Progress.silent(),
                    update -> {
                      throw new UserException("bad input");
                    }))
        .isInstanceOf(UserException.class);

    assertThat(folder).doesNotExist();
  }

  @Test
  void whatIsReplacedGoesUnlessItIsKept() {
    Store store = Store.open(dir.toString());
    store.write(Table.TREND, List.of(TREND), plan("one"));
    Store reader = Store.open(dir.toString());
    Store keeping = store.writing(new Store.Writing(Duration.ZERO, Duration.ofHours(1)));

    keeping.write(Table.TREND, List.of(), plan("two"));

    assertThat(reader.read(Table.TREND)).containsExactly(TREND);
    assertThat(Store.open(dir.toString()).read(Table.TREND)).isEmpty();

    store.write(Table.TREND, List.of(), plan("three"));

    assertThat(dir.resolve("trend").toFile().list()).hasSize(1);
    assertThat(dir.resolve("_commits").toFile().list()).containsExactly("000003.json");
    assertThatThrownBy(() -> reader.read(Table.TREND))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("another command replaced it", "Run the command again", "--keep");
  }

  @Test
  void whatAnUpdateRemovesGoesWithIt() {
    Store store = Store.open(dir.toString());
    store.write(Table.TREND, List.of(TREND), plan("one"));

    assertThatThrownBy(
            () ->
                store.update(
                    Progress.silent(),
                    update -> {
                      update.remove("trend");
                      throw new IOException("no room");
                    }))
        .isInstanceOf(UserException.class);
    assertThat(Store.open(dir.toString()).read(Table.TREND)).containsExactly(TREND);

    store.update(Progress.silent(), update -> update.remove("trend"));

    assertThat(store.has(Table.TREND)).isFalse();
    assertThat(Store.open(dir.toString()).has(Table.TREND)).isFalse();
    assertThat(dir.resolve("trend")).doesNotExist();
  }

  @Test
  void anUpdateSeesWhatOthersHaveWritten() {
    Store first = Store.open(dir.toString());
    Store second = Store.open(dir.toString());
    first.write(Table.TREND, List.of(TREND), plan("one"));

    List<TrendRow> seen =
        second.heldOrMade(
            Progress.silent(),
            () ->
                second.has(Table.TREND) ? Optional.of(second.read(Table.TREND)) : Optional.empty(),
            () -> fail("the first has made it"));

    assertThat(seen).containsExactly(TREND);
  }

  @Test
  void aSecondWriterWaitsAndGivesUp() {
    Store first = Store.open(dir.toString());
    Store second = first.writing(new Store.Writing(Duration.ofMillis(300), Duration.ZERO));
    List<String> told = new ArrayList<>();

    first.alone(
        Progress.silent(),
        () -> {
          assertThatThrownBy(() -> second.alone(Progress.ofWarnings(told::add), () -> fail("two")))
              .isInstanceOf(UserException.class)
              .hasMessageContainingAll(
                  "found process " + ProcessHandle.current().pid(),
                  "expected no other writer for 0.3 s",
                  "--wait");
          first.write(Table.TREND, List.of(TREND), plan("one"));
          return null;
        });

    assertThat(told).singleElement().asString().contains("waiting for it");
    assertThat(second.alone(Progress.silent(), () -> second.read(Table.TREND)))
        .containsExactly(TREND);
  }

  @Test
  void aWriterThatWasTakenForDeadChangesNothing() throws IOException {
    Store store = Store.open(dir.toString());
    store.write(Table.TREND, List.of(TREND), plan("one"));

    assertThatThrownBy(
            () ->
                store.update(
                    Progress.silent(),
                    update -> {
                      update.write(Table.TREND, List.of(), plan("two"));
                      Files.writeString(dir.resolve("_lease/000009.json"), "{\"released\":true}");
                    }))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("another process has written to it meanwhile", "again");

    assertThatThrownBy(
            () ->
                store.update(
                    Progress.silent(),
                    update -> {
                      update.write(Table.TREND, List.of(), plan("two"));
                      Files.writeString(dir.resolve("_commits/000002.json"), commit(2, "trend"));
                    }))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("another process has written to it meanwhile");
    Files.delete(dir.resolve("_commits/000002.json"));

    assertThat(Store.open(dir.toString()).read(Table.TREND)).containsExactly(TREND);
    assertThat(dir.resolve("trend").toFile().list()).hasSize(1);
  }

  @Test
  void theNextWriterRemovesWhatWasCutOff() throws Exception {
    Store store = Store.open(dir.toString());
    store.write(Table.TREND, List.of(TREND), plan("one"));
    store.update(
        Progress.silent(),
        update ->
            update.write(
                "women/year=2022",
                Manifest.plan("women/year=2022", Map.of(), List.of()),
                StoreTest::tableWithoutRows));
    Path staged = Files.createDirectories(dir.resolve(".update-v000003-0123abcd/women~year=2023"));
    Path moved = Files.createDirectories(dir.resolve("women/year=2023/v000003-0123abcd"));
    Path replaced = Files.createDirectories(dir.resolve("trend/v000000-0123abcd"));
    Path foreign = Files.createDirectories(dir.resolve("scripts/v1"));
    Path file = Files.writeString(dir.resolve("trend/read me.txt"), "a user's own");
    Path empty = Files.createDirectories(dir.resolve("results"));
    Path copied = Files.createDirectories(dir.resolve("targets")).resolve("_manifest.json");
    Files.writeString(copied, "of another store");

    store.write(Table.VALIDATION, List.of(), Manifest.plan("validation", Map.of(), List.of()));

    assertThat(List.of(staged.getParent(), moved.getParent(), replaced))
        .allSatisfy(path -> assertThat(path).doesNotExist());
    assertThat(List.of(foreign, file, empty, copied)).allSatisfy(path -> assertThat(path).exists());
    assertThat(Store.open(dir.toString()).parts("women")).containsExactly("year=2022");
  }

  @Test
  void readsTheFirstFormatAndMovesItOver() throws IOException {
    Path trend = firstFormat("trend");
    Path year = firstFormat("women/year=2022");

    Store store = Store.open(dir.toString());

    assertThat(store.read(Table.TREND)).containsExactly(TREND);
    assertThat(store.parts("women")).containsExactly("year=2022");
    assertThat(store.files("women")).singleElement().asString().endsWith("part-0.parquet");

    store.write(Table.TREND, List.of(), plan("two"));

    assertThat(Store.open(dir.toString()).read(Table.TREND)).isEmpty();
    assertThat(trend.resolve("part-0.parquet")).doesNotExist();
    assertThat(year.resolve("part-0.parquet")).exists();
    assertThat(Store.open(dir.toString()).manifests("women")).hasSize(1);
  }

  @Test
  void anUpdateOfTheFirstFormatThatWasCutOffWhileMovingIsWhole() throws IOException {
    Path trend = firstFormat("trend");
    Path staging = Files.createDirectories(dir.resolve(".update-cut-off"));
    Files.move(trend, staging.resolve("trend"));
    firstFormat("trend");
    for (String torn : List.of("", "[\"tre", "null", "[\"../trend\"]")) {
      Files.writeString(staging.resolve("_ready.json"), torn);
      assertThat(Store.open(dir.toString()).files("trend").get(0)).doesNotContain(".update-");
    }

    Files.writeString(staging.resolve("_ready.json"), "[\"trend\"]");

    Store store = Store.open(dir.toString());
    assertThat(store.files("trend").get(0)).contains(".update-cut-off");
    assertThat(store.read(Table.TREND)).containsExactly(TREND);

    store.write(Table.TREND, List.of(), plan("two"));

    assertThat(staging).doesNotExist();
    assertThat(trend.toFile().list()).hasSize(1);
  }

  /** A table as the first format had it: its files in its own folder. */
  private Path firstFormat(String name) throws IOException {
    Path other = Files.createTempDirectory(dir, "other");
    Store.open(other.toString()).write(Table.TREND, List.of(TREND), plan("one"));
    Path table = Files.createDirectories(dir.resolve(name));
    for (String file : List.of("part-0.parquet", "_manifest.json")) {
      Files.move(version(other, "trend").resolve(file), table.resolve(file));
    }

    Folders.delete(other);
    return table;
  }

  @Test
  void saysWhichVersionAStoreOfANewerOneNeeds() throws IOException {
    Store.open(dir.toString()).write(Table.TREND, List.of(TREND), plan("one"));
    Files.writeString(dir.resolve("_commits/000002.json"), commit(3, "trend"));

    assertThatThrownBy(() -> Store.open(dir.toString()))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("a store of format 3", "Quipu 9.1", "expected format 2 or older");

    Files.writeString(dir.resolve("_commits/000002.json"), "{\"format\":");
    assertThatThrownBy(() -> Store.open(dir.toString()))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("_commits/000002.json: found something else", "Delete this file");
  }

  @Test
  void aCommitNamesNoFolderOutsideTheStore() throws IOException {
    Store.open(dir.toString()).write(Table.TREND, List.of(TREND), plan("one"));
    for (String folder : List.of("../trend", "/etc", "trend/../../x", "")) {
      Files.writeString(dir.resolve("_commits/000002.json"), commit(2, folder));

      assertThatThrownBy(() -> Store.open(dir.toString()))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("_commits/000002.json: found something else");
    }
  }

  private static String commit(int format, String folder) {
    return "{\"format\":%d,\"version\":\"9.1\",\"created\":\"\",\"tables\":{\"trend\":\"%s\"}}"
        .formatted(format, folder);
  }

  /** The one version of a table. */
  private static Path version(Path store, String table) throws IOException {
    try (Stream<Path> versions = Files.list(store.resolve(table))) {
      return versions.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }

  private static long tableWithoutRows(String folder) throws IOException {
    Files.createDirectories(local(folder));
    return 0;
  }

  private static Path local(String folder) {
    return Path.of(URI.create(folder).getPath());
  }

  @Test
  void onlyTheOwnerReadsTheAnswersOfWomen() throws IOException {
    Store store = Store.open(dir.toString());
    store.update(
        Progress.silent(),
        update -> {
          for (String name : List.of("women/year=2022", "trend")) {
            update.write(
                name,
                Manifest.plan(name, Map.of(), List.of()),
                folder -> {
                  Path made = Files.createDirectories(local(folder));
                  Files.writeString(made.resolve("part-0.parquet"), "");
                  return 0;
                });
          }
        });

    assertThat(rights("women")).isEqualTo("rwx------");
    assertThat(rights("women/year=2022")).isEqualTo("rwx------");
    Path version = dir.relativize(version(dir, "women/year=2022"));
    assertThat(rights(version.toString())).isEqualTo("rwx------");
    assertThat(rights(version + "/part-0.parquet")).isEqualTo("rw-------");
    assertThat(rights(version + "/_manifest.json")).isEqualTo("rw-------");
    assertThat(rights("trend")).contains("r-x");
  }

  private String rights(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve(name)));
  }

  @Test
  void knowsWhetherATableIsUpToDate() {
    Store store = Store.open(dir.toString());
    store.write(Table.TREND, List.of(TREND), plan("one"));

    assertThat(store.upToDate(plan("one"))).isTrue();
    assertThat(store.upToDate(plan("two"))).isFalse();
  }

  @Test
  void listsThePartsOfATable() {
    Store store = Store.open(dir.toString());
    store.update(
        Progress.silent(),
        update -> {
          for (String part : List.of("year=2022", "year=2017")) {
            update.write(
                "women/" + part,
                Manifest.plan("women/" + part, Map.of(), List.of()),
                folder -> Files.createDirectories(local(folder)) == null ? 0 : 7);
          }
        });

    assertThat(store.has("women")).isTrue();
    assertThat(store.parts("women")).containsExactly("year=2017", "year=2022");
    assertThat(store.manifests("women")).extracting(Manifest::rows).containsExactly(7L, 7L);
  }

  @Test
  void refusesAFolderThatIsNoStore() {
    assertThatThrownBy(() -> Store.existing(dir.resolve("nothing").toString()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("found no tables; expected a store")
        .hasMessageContaining("quipu ingest --store");
  }

  @Test
  void refusesWhatItDidNotWrite() throws IOException {
    Store store = Store.open(dir.toString());
    store.write(Table.TREND, List.of(TREND), plan("one"));
    Path version = version(dir, "trend");
    Files.writeString(version.resolve("part-0.parquet"), "nothing of the kind");

    assertThatThrownBy(() -> store.read(Table.TREND))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("part-0.parquet: found damaged Parquet", "make it again");
    assertThatThrownBy(() -> store.files("trend"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("damaged Parquet");

    Files.delete(version.resolve("part-0.parquet"));
    assertThatThrownBy(() -> store.read(Table.TREND))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("found 0 rows; expected 1");

    for (String wrong : List.of("{}", "null")) {
      Files.writeString(version.resolve("_manifest.json"), wrong);
      assertThatThrownBy(() -> store.manifest("trend"))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("expected the manifest of a table. Delete the file");
    }
  }

  @Test
  void saysWhatToDoWhereItCannotWrite() throws IOException {
    Path file = Files.writeString(dir.resolve("file"), "");

    assertThatThrownBy(() -> CsvTables.export(Table.TREND, List.of(TREND), Map.of(), file))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("trend.csv: cannot be written", "permissions");
    assertThatThrownBy(
            () ->
                Store.open(dir.resolve("file/store").toString())
                    .write(Table.TREND, List.of(TREND), plan("one")))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("cannot write to the store", "tables are as they were");
  }

  @Test
  void exportsATableAsCsv() throws IOException {
    CsvTables.export(Table.TREND, List.of(TREND), Map.of(), dir);

    assertThat(Files.readString(dir.resolve("tables/trend.csv")))
        .isEqualTo(
            "indicator,by,domain,label,years,slope,standard_error,ci_low,ci_high,p_value,p_linearity,p_adjusted,family,source,quality\r\n"
                + "physical,region,19,Pasco,2021;2022;2023,-1.25,0.5,-2.5,0.30000000000000004,,0.04,0.04,\"physical"
                + " by region: 25 tests, holm, trends\",microdata,independence_assumed\r\n");
  }

  @Test
  void exportsTheWordsOfAColumnInItsPlace() throws IOException {
    CsvTables.export(
        Table.TREND, List.of(TREND), Map.of("family", row -> "slopes of " + row.label()), dir);

    assertThat(Files.readString(dir.resolve("tables/trend.csv")))
        .endsWith(",0.04,0.04,slopes of Pasco,microdata,independence_assumed\r\n");
    assertThatThrownBy(
            () ->
                CsvTables.export(Table.TREND, List.of(TREND), Map.of("note", TrendRow::label), dir))
        .hasMessageContainingAll("table trend", "[note]");
  }

  private static Manifest plan(String option) {
    return Manifest.plan("trend", Map.of("option", option), List.of());
  }
}
