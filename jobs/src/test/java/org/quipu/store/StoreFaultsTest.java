package org.quipu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.UserException;

/** Processes that are killed while they write, and several that write at once. */
class StoreFaultsTest {
  /** How many are killed: more with {@code -Dquipu.kills=50}. */
  private static final int KILLS = Integer.getInteger("quipu.kills", 12);

  /** Longer than an update of {@link StoreWriter} takes, so that kills meet each of its steps. */
  private static final int LONGEST_MICROS = 25_000;

  @TempDir Path dir;

  @Test
  void killsInTheMiddleOfUpdatesLeaveTablesOfOneUpdate() throws Exception {
    Random random = new Random(20_261_128);
    long least = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      long begun = killed(2 + random.nextInt(8), random.nextInt(LONGEST_MICROS));

      Store store = Store.open(dir.toString());
      List<StoreWriter.Row> rows = store.readIfPresent(StoreWriter.FIRST);
      assertThat(store.readIfPresent(StoreWriter.SECOND)).isEqualTo(rows);
      assertThat((long) rows.size()).isBetween(least + begun - 1, least + begun);
      StoreWriter.add(store, new StoreWriter.Row("test", kill));
      least = rows.size() + 1L;
      assertNothingIsLeft();
    }
  }

  /** Kills a writer some time after it has begun an update; returns how many it has begun. */
  private long killed(int updates, int micros) throws Exception {
    Path said = Files.createTempFile("writer", ".txt");
    try {
      Process writer = writer("killed", 1_000_000, ProcessBuilder.Redirect.to(said.toFile()));
      while (begun(said) < updates) {
        assertThat(writer.isAlive()).isTrue();
        TimeUnit.MILLISECONDS.sleep(1);
      }

      TimeUnit.MICROSECONDS.sleep(micros);
      writer.destroyForcibly().waitFor();
      return begun(said);
    } finally {
      Files.delete(said);
    }
  }

  private static long begun(Path said) throws IOException {
    try (Stream<String> lines = Files.lines(said)) {
      return lines.count();
    }
  }

  @Test
  void severalWritersLoseNothing() throws Exception {
    List<Process> writers = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      writers.add(writer(name, 10, ProcessBuilder.Redirect.DISCARD));
    }
    for (Process writer : writers) {
      assertThat(writer.waitFor()).isZero();
    }

    Store store = Store.open(dir.toString());
    assertThat(store.read(StoreWriter.FIRST)).hasSize(30).doesNotHaveDuplicates();
    assertThat(store.read(StoreWriter.SECOND)).isEqualTo(store.read(StoreWriter.FIRST));
    assertNothingIsLeft();
  }

  private Process writer(String name, int updates, ProcessBuilder.Redirect said)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            StoreWriter.class.getName(),
            dir.toString(),
            name,
            String.valueOf(updates))
        .redirectOutput(said)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private void assertNothingIsLeft() throws IOException {
    assertThat(dir.toFile().list())
        .containsExactlyInAnyOrder("_commits", "_lease", "first", "second");
    for (String folder : List.of("_commits", "_lease", "first", "second")) {
      try (Stream<Path> files = Files.list(dir.resolve(folder))) {
        assertThat(files).as(folder).hasSize(1);
      }
    }
  }

  @Test
  void aClockThatIsSetBackHidesNothing() throws IOException {
    Store store = Store.open(dir.toString());
    StoreWriter.add(store, new StoreWriter.Row("a", 1));
    Path commit = dir.resolve("_commits/000001.json");
    String tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS) + "";
    Files.writeString(commit, Files.readString(commit).replaceAll("20\\d\\d-[^\"]*Z", tomorrow));

    StoreWriter.add(store, new StoreWriter.Row("a", 2));
    StoreWriter.add(store, new StoreWriter.Row("a", 3));

    assertThat(Store.open(dir.toString()).read(StoreWriter.SECOND)).hasSize(3);
    assertNothingIsLeft();
  }

  @Test
  void aFolderThatCannotBeWrittenToIsReadAndNamed() throws IOException {
    Store store = Store.open(dir.toString());
    StoreWriter.add(store, new StoreWriter.Row("a", 1));
    Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("r-xr-xr-x"));
    Files.setPosixFilePermissions(
        dir.resolve("_lease"), PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assertThat(Store.existing(dir.toString()).read(StoreWriter.FIRST)).hasSize(1);
      if (!Files.isWritable(dir)) { // as it is for root
        assertThatThrownBy(() -> StoreWriter.add(store, new StoreWriter.Row("a", 2)))
            .isInstanceOf(UserException.class)
            .hasMessageContainingAll("cannot write to the store", "Check its permissions");
      }
    } finally {
      Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.setPosixFilePermissions(
          dir.resolve("_lease"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
