package org.quipu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
          "",
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
                    update -> {
                      update.write(Table.TREND, List.of(), plan("two"));
                      throw new IOException("disk full");
                    }))
        .hasMessageContaining("cannot write to the store");

    assertThat(store.read(Table.TREND)).containsExactly(TREND);
    assertThat(dir.toFile().list()).containsExactly("trend");
  }

  @Test
  void leavesNoFolderBehindWhenTheFirstUpdateFails() {
    Path folder = dir.resolve("new");
    Store store = Store.open(folder.toString());

    assertThatThrownBy(
            () ->
                store.update(
                    update -> {
                      throw new UserException("bad input");
                    }))
        .isInstanceOf(UserException.class);

    assertThat(folder).doesNotExist();
  }

  @Test
  void completesAnUpdateThatWasCutOffWhileMoving() throws IOException {
    Store store = Store.open(dir.toString());
    store.write(Table.TREND, List.of(TREND), plan("one"));
    Path staging = dir.resolve(".update-cut-off");
    Files.createDirectories(staging);
    Files.move(dir.resolve("trend"), staging.resolve("trend"));
    Files.writeString(staging.resolve("_ready.json"), "[\"trend\"]");

    Store reopened = Store.open(dir.toString());

    assertThat(reopened.read(Table.TREND)).containsExactly(TREND);
    assertThat(staging).doesNotExist();
  }

  @Test
  void aListThatWasCutOffLeavesTheTablesAsTheyWere() throws IOException {
    Store store = Store.open(dir.toString());
    store.write(Table.TREND, List.of(TREND), plan("one"));
    Path staging = dir.resolve(".update-cut-off");
    for (String torn : List.of("", "[\"tre", "null")) {
      Files.createDirectories(staging.resolve("trend"));
      Files.writeString(staging.resolve("_ready.json"), torn);

      assertThat(Store.open(dir.toString()).read(Table.TREND)).containsExactly(TREND);
      assertThat(staging).doesNotExist();
    }
  }

  @Test
  void theNextUpdateRemovesWhatEndedProcessesLeft() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Path left = unfinished("left", ended.pid(), 0);
    Path otherStart = unfinished("other-start", ProcessHandle.current().pid(), 1);
    Path nobodys = Files.createDirectories(dir.resolve(".update-nobodys"));
    Files.setLastModifiedTime(nobodys, FileTime.from(Instant.now().minus(2, ChronoUnit.HOURS)));
    Path begun = Files.createDirectories(dir.resolve(".update-begun"));
    long now = ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli();
    Path alive = unfinished("alive", ProcessHandle.current().pid(), now);

    Store.open(dir.toString()).write(Table.TREND, List.of(TREND), plan("one"));

    assertThat(List.of(left, otherStart, nobodys))
        .allSatisfy(path -> assertThat(path).doesNotExist());
    assertThat(alive).exists();
    assertThat(begun).exists();
  }

  private Path unfinished(String name, long process, long started) throws IOException {
    Path staging = Files.createDirectories(dir.resolve(".update-" + name));
    String host = InetAddress.getLocalHost().getHostName();
    Files.writeString(
        staging.resolve("_owner.json"),
        "{\"host\":\"%s\",\"process\":%d,\"started\":%d}".formatted(host, process, started));
    return staging;
  }

  @Test
  void onlyTheOwnerReadsTheAnswersOfWomen() throws IOException {
    Store store = Store.open(dir.toString());
    store.update(
        update -> {
          for (String name : List.of("women/year=2022", "trend")) {
            update.write(
                name,
                Manifest.plan(name, Map.of(), List.of()),
                folder -> {
                  Path made = Files.createDirectories(Path.of(folder.replace("file:", "")));
                  Files.writeString(made.resolve("part-0.parquet"), "");
                  return 0;
                });
          }
        });

    assertThat(rights("women")).isEqualTo("rwx------");
    assertThat(rights("women/year=2022")).isEqualTo("rwx------");
    assertThat(rights("women/year=2022/part-0.parquet")).isEqualTo("rw-------");
    assertThat(rights("women/year=2022/_manifest.json")).isEqualTo("rw-------");
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
        update -> {
          for (String part : List.of("year=2022", "year=2017")) {
            update.write(
                "women/" + part,
                Manifest.plan("women/" + part, Map.of(), List.of()),
                folder ->
                    Files.createDirectories(Path.of(folder.replace("file:", ""))) == null ? 0 : 7);
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
    Files.writeString(dir.resolve("trend/part-0.parquet"), "nothing of the kind");

    assertThatThrownBy(() -> store.read(Table.TREND))
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("trend/part-0.parquet: found damaged Parquet", "make it again");
    assertThatThrownBy(() -> store.wholePath("trend"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("damaged Parquet");

    Files.delete(dir.resolve("trend/part-0.parquet"));
    assertThatThrownBy(() -> store.read(Table.TREND))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("trend: found 0 rows; expected 1");

    Files.writeString(dir.resolve("trend/_manifest.json"), "{}");
    assertThatThrownBy(() -> store.manifest("trend"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("expected the manifest of a table. Delete the table's folder");
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
                + "physical,region,19,Pasco,2021;2022;2023,-1.25,0.5,-2.5,0.30000000000000004,,0.04,0.04,,microdata,independence_assumed\r\n");
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
