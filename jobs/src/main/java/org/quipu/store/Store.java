package org.quipu.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.fs.Path;
import org.quipu.Notice;
import org.quipu.Progress;
import org.quipu.UserException;

/**
 * A folder of tables on any file system that Hadoop knows. Each table is a folder {@code NAME},
 * and, where its parts are made one at a time, {@code NAME/PART} ({@code women/year=2022}). In it
 * lies a folder of its version, with the Parquet files and the manifest {@code _manifest.json}; the
 * newest file in {@code _commits} says which version that is.
 *
 * <p>Tables change only through {@link #update}: all that one update writes is seen at once or not
 * at all, at whatever moment a process ends. One process writes at a time ({@link #alone}); others
 * read meanwhile what was there when they opened the store.
 */
public final class Store {
  private final String location;
  private final StoreFolder folder;
  private final CommitLog commits;
  private final Writing writing;
  private final ReadVersions read = new ReadVersions();
  private CommitLog.Numbered state;
  private Lease lease;

  /**
   * How a process writes to a store.
   *
   * @param patience how long for another process that writes
   * @param keep how long others may go on reading what is replaced
   */
  public record Writing(Duration patience, Duration keep) {
    /** What is replaced goes at once. */
    public static final Writing DEFAULT = new Writing(Duration.ofMinutes(10), Duration.ZERO);
  }

  private Store(String location, Writing writing) {
    this.location = location;
    this.folder = StoreFolder.at(location);
    this.commits = new CommitLog(folder);
    this.writing = writing;
    this.state = commits.latest();
  }

  /** The store in this folder, which need not exist yet. */
  public static Store open(String folder) {
    return new Store(folder, Writing.DEFAULT);
  }

  /** The store in this folder, which must have been made by an ingestion. */
  public static Store existing(String folder) {
    Store store = open(folder);
    if (store.tables().isEmpty()) {
      throw UserException.input(
          folder, "no tables", "a store", "Make one with: quipu ingest --store " + folder + " …");
    }

    return store;
  }

  /** The folder as it was given. */
  public String location() {
    return location;
  }

  /** The same store, written to in another way. */
  public Store writing(Writing other) {
    return new Store(location, other);
  }

  /** The folder of each table or part, by its name. */
  private Map<String, String> tables() {
    return state.commit().tables();
  }

  /** Whether there is this table, or part of a table. */
  public boolean has(String name) {
    return !folders(name).isEmpty();
  }

  public boolean has(Table<?> table) {
    return has(table.name());
  }

  /** The parts of a table that is made in parts, such as {@code year=2022}, in order. */
  public List<String> parts(String name) {
    return names(name).stream()
        .filter(table -> !table.equals(name))
        .map(table -> table.substring(name.length() + 1))
        .toList();
  }

  /** The folder of a table or part, for messages: what lies in it belongs to several versions. */
  public String path(String name) {
    return folder.of(name).toString();
  }

  /**
   * The Parquet files of a table, for Spark to read, after a check that they hold as many rows as
   * the manifests say. The names of parts are columns of it, with {@link #path} as the base path.
   */
  public List<String> files(String name) {
    List<String> all = new ArrayList<>();
    for (String version : folders(name)) {
      List<Path> files = found(name, () -> folder.parquetFiles(version));
      checkRows(version, found(name, () -> ParquetTables.rows(files, folder.conf())));
      files.forEach(file -> all.add(file.toString()));
    }

    return all;
  }

  /** The folder of the table's version, or one for each of its parts, in order. */
  private List<String> folders(String name) {
    return names(name).stream().map(tables()::get).toList();
  }

  /** The table's name, or those of its parts in order. */
  private List<String> names(String name) {
    String parts = name + "/";
    return tables().keySet().stream()
        .filter(table -> table.equals(name) || table.startsWith(parts))
        .filter(this::isThere)
        .toList();
  }

  /** Whether a table or part has not been removed by hand, after which it can be made again. */
  private boolean isThere(String name) {
    boolean there = ManifestFile.isIn(folder, folder.of(tables().get(name)));
    if (!there && commits.latest().number() != state.number()) {
      throw replaced(name, null);
    }

    return there;
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  /** What is read of a table, with a clear error where another process replaces it meanwhile. */
  private <T> T found(String name, Reading<T> reading) {
    try {
      return reading.read();
    } catch (FileNotFoundException e) {
      if (commits.latest().number() == state.number()) {
        throw new UncheckedIOException("cannot read " + path(name), e);
      }

      throw replaced(name, e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path(name), e);
    }
  }

  private UserException replaced(String name, IOException cause) {
    return new UserException(
        path(name)
            + ": found that another command replaced it while it was read. Run the command again;"
            + " commands that write with --keep leave others the time to read.",
        cause);
  }

  private void checkRows(String version, long rows) {
    long whole =
        ManifestFile.read(folder.files(), folder.of(version)).map(Manifest::rows).orElse(rows);
    if (rows != whole) {
      throw UserException.input(
          folder.of(version).toString(),
          rows + " rows",
          whole + ", as its manifest says",
          "Delete the folder and make the table again.");
    }
  }

  /** How a table or part was made; empty where there is none. */
  public Optional<Manifest> manifest(String name) {
    return Optional.ofNullable(tables().get(name)).flatMap(this::manifestIn);
  }

  /** The manifests of a table: one, or one for each of its parts. */
  public List<Manifest> manifests(String name) {
    return folders(name).stream().flatMap(version -> manifestIn(version).stream()).toList();
  }

  private Optional<Manifest> manifestIn(String version) {
    return ManifestFile.read(folder.files(), folder.of(version));
  }

  /** Whether the table is there as this plan would make it. */
  public boolean upToDate(Manifest plan) {
    return manifest(plan.table())
        .map(Manifest::fingerprint)
        .filter(plan.fingerprint()::equals)
        .isPresent();
  }

  /** The rows of a table, of all its parts. */
  public <R extends Record> List<R> read(Table<R> table) {
    List<String> versions = folders(table.name());
    if (versions.isEmpty()) {
      throw UserException.input(
          folder.root().toString(),
          "no table " + table.name(),
          "one",
          "Run the job that makes it; quipu --help lists them.");
    }

    return rows(table, versions);
  }

  private <R extends Record> List<R> rows(Table<R> table, List<String> versions) {
    List<R> all = new ArrayList<>();
    for (String version : versions) {
      all.addAll(read.rows(table, version, () -> read(table, version)));
    }

    return all;
  }

  private <R extends Record> List<R> read(Table<R> table, String version) {
    List<R> rows =
        found(
            table.name(),
            () -> ParquetTables.read(table, folder.parquetFiles(version), folder.conf()));
    checkRows(version, rows.size());
    return rows;
  }

  /** The rows of a table, none where it has not been made. */
  public <R extends Record> List<R> readIfPresent(Table<R> table) {
    return rows(table, folders(table.name()));
  }

  /**
   * What the store holds, or else what is made while no other process writes to it.
   *
   * @param held what the store holds of what is wanted, empty where it lacks any of it
   * @param made makes it and writes it to the store
   */
  public <T> T heldOrMade(Progress progress, Supplier<Optional<T>> held, Supplier<T> made) {
    return held.get().orElseGet(() -> alone(progress, () -> held.get().orElseGet(made)));
  }

  /**
   * Does work in which tables are read and others written, while no other process writes. It sees
   * what those before it have written; work within such work goes on under the same lease.
   *
   * @throws UserException if another process does not end in time
   */
  public <T> T alone(Progress progress, Supplier<T> work) {
    if (lease != null) {
      return work.get();
    }

    try (Lease taken = Lease.take(folder, writing.patience, Lease.Pace.USUAL, progress::warn)) {
      lease = taken;
      begin();
      return work.get();
    } catch (IOException e) {
      throw folder.cannotBeWritten(e);
    } finally {
      lease = null;
    }
  }

  /** Removes what processes left that were cut off, and bars those that are silent but alive. */
  private void begin() throws IOException {
    state = commits.latest();
    if (lease.isTakenOver()) {
      Commit same = Commit.of(tables());
      if (!commits.add(state.number() + 1, same)) {
        throw Lease.lost(folder);
      }

      state = new CommitLog.Numbered(state.number() + 1, same);
    }

    new Versions(folder).sweep(writing.keep);
  }

  /** Writes one or several tables: all of them or, if the work fails, none. */
  public void update(Progress progress, StoreUpdate.Work work) {
    alone(
        progress,
        () -> {
          CommitLog.Numbered before = state;
          state = StoreUpdate.run(folder, before, lease, work);
          if (state.number() != before.number()) {
            sweep(progress);
          }

          return state;
        });
  }

  private void sweep(Progress progress) {
    try {
      new Versions(folder).sweep(writing.keep);
    } catch (IOException | UncheckedIOException e) {
      progress.warn(Notice.of("store.not.removed", String.valueOf(e.getMessage())));
    }
  }

  /** One table, replaced whole. */
  public <R extends Record> void write(Table<R> table, List<R> rows, Manifest manifest) {
    update(Progress.silent(), update -> update.write(table, rows, manifest));
  }
}
