package org.quipu.cli;

import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quipu.Folders;
import org.quipu.SharedData;

/**
 * A store with the women of ENDES 2018 (real design, simulated answers) and ENDES 2020, from INEI's
 * files. Loaded once for all tests, each of which takes a copy; skips the test without the files.
 */
public final class RealSurveys {
  private static Path store;
  private static String messages;

  private RealSurveys() {}

  /** Copies the store with the women of these years alone to a folder that is not there yet. */
  public static Path copy(Path to, int... years) {
    Folders.copy(store(), to);
    Stream.of(2018, 2020)
        .filter(year -> IntStream.of(years).noneMatch(year::equals))
        .forEach(year -> Folders.delete(to.resolve("women/year=" + year)));
    return to;
  }

  /** Loads the complete violence module of 2020 into a store of its own. */
  static CommandRun ingestComplete2020(Path to) {
    return CommandRun.of(
            "ingest",
            "--endes",
            SharedData.require("data/endes-2020-complete"),
            "--year",
            2020,
            "--store",
            to)
        .succeeds();
  }

  /** What the ingestion said. */
  static String messages() {
    store();
    return messages;
  }

  private static synchronized Path store() {
    Path of2018 = SharedData.require("data/endes-2018-simulated-answers");
    Path of2020 = SharedData.require("data/endes-2020");
    if (store == null) {
      Path made = Folders.temporary().resolve("store");
      messages = ingest(of2018, 2018, made).err() + ingest(of2020, 2020, made).err();
      store = made;
    }

    return store;
  }

  private static CommandRun ingest(Path endes, int year, Path store) {
    return CommandRun.of("ingest", "--endes", endes, "--year", year, "--store", store).succeeds();
  }
}
