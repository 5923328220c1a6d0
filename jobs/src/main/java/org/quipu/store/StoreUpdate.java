package org.quipu.store;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The tables that one update of a store writes and removes: all of them or none. They are prepared
 * in a hidden folder and then moved to folders of their own, where nothing lay before and nothing
 * changes them afterwards. The {@link Commit} that names these folders makes them the store's
 * tables.
 */
public final class StoreUpdate {
  /** What only their owner may read: the answers of respondents. */
  private static final Set<String> PRIVATE = Set.of("women");

  private static final FsPermission OWNERS_FOLDER = new FsPermission("700");
  private static final FsPermission OWNERS_FILE = new FsPermission("600");

  private final StoreFolder store;
  private final Path staging;
  private final String version;
  private final List<String> names = new ArrayList<>();
  private final List<String> removed = new ArrayList<>();

  private StoreUpdate(StoreFolder store, Path staging, String version) {
    this.store = store;
    this.staging = staging;
    this.version = version;
  }

  /** What an update does. */
  @FunctionalInterface
  public interface Work {
    void write(StoreUpdate update) throws IOException;
  }

  /** Writes a table's Parquet files into a folder that does not exist yet; returns the rows. */
  @FunctionalInterface
  public interface TableWriter {
    long write(String folder) throws IOException;
  }

  /**
   * Does the work and commits what it wrote; leaves nothing behind where it fails.
   *
   * @param before the state that the update follows
   * @return the state after it: the same where nothing was written
   */
  static CommitLog.Numbered run(
      StoreFolder store, CommitLog.Numbered before, Lease lease, Work work) {
    CommitLog commits = new CommitLog(store);
    long next = before.number() + 1;
    String version = Versions.name(next);
    Path staging = store.of(FirstFormat.UPDATE + version);
    StoreUpdate update = new StoreUpdate(store, staging, version);
    boolean committed = false;
    try {
      if (!store.files().mkdirs(staging, OWNERS_FOLDER)) {
        throw new IOException("no folder can be made in it");
      }

      store.files().deleteOnExit(staging); // where the user interrupts the command
      work.write(update);
      if (update.names.isEmpty() && update.removed.isEmpty()) {
        return before;
      }

      Commit commit = before.commit().with(update.place(), update.removed);
      lease.check();
      committed = commits.add(next, commit);
      if (!committed) {
        throw Lease.lost(store);
      }

      return new CommitLog.Numbered(next, commit);
    } catch (IOException e) {
      throw store.cannotBeWritten(e);
    } finally {
      if (store.exists(staging)) {
        store.delete(staging);
      }
      if (!committed) {
        update.names.stream().map(update::place).filter(store::exists).forEach(store::delete);
      }
    }
  }

  /** Adds a table of records, or the part of it that the manifest names. */
  public <R extends Record> void write(Table<R> table, List<R> rows, Manifest manifest)
      throws IOException {
    write(
        manifest.table(),
        manifest,
        folder -> {
          ParquetTables.write(table, rows, new Path(folder, "part-0.parquet"), store.conf());
          return rows.size();
        });
  }

  /** A folder in which parts can be prepared that {@link #adopt} then adds. */
  public String scratch() {
    return new Path(staging, "scratch").toString();
  }

  /** Adds a table, or the part of it that the manifest names, replaced whole. */
  public <R extends Record> void write(TableRows<R> table, Manifest manifest) throws IOException {
    write(table.table(), table.rows(), manifest);
  }

  /** Adds a table or part that lies prepared in this folder. */
  public void adopt(String name, Manifest manifest, String prepared, long rows) throws IOException {
    write(
        name,
        manifest,
        folder -> {
          store.move(new Path(prepared), new Path(folder));
          return rows;
        });
  }

  /** Adds a table, or a part such as {@code women/year=2022}, that the writer writes. */
  public void write(String name, Manifest manifest, TableWriter writer) throws IOException {
    Path folder = prepared(name);
    long rows = writer.write(folder.toString());
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    ManifestFile.write(store.files(), folder, manifest.done(now, rows));
    if (isPrivate(name)) {
      closeToOthers(folder);
    }
    names.add(name);
  }

  /** Removes a table or part, unless it is added too. */
  public void remove(String name) {
    removed.add(name);
  }

  /** The tables and parts that were added so far. */
  public List<String> tables() {
    return List.copyOf(names);
  }

  private void closeToOthers(Path folder) throws IOException {
    store.files().setPermission(folder, OWNERS_FOLDER);
    for (FileStatus file : store.files().listStatus(folder)) {
      if (file.isDirectory()) {
        closeToOthers(file.getPath());
      } else {
        store.files().setPermission(file.getPath(), OWNERS_FILE);
      }
    }
  }

  private Path prepared(String name) {
    return new Path(staging, name.replace('/', '~'));
  }

  /** The folder that the table or part has afterwards. */
  private Path place(String name) {
    return store.of(name + "/" + version);
  }

  /** Moves the tables to their folders; returns these by the tables' names. */
  private Map<String, String> place() throws IOException {
    Map<String, String> places = new LinkedHashMap<>();
    for (String name : names) {
      Path place = place(name);
      for (Path folder : store.missingFolders(place.getParent())) {
        store.files().mkdirs(folder);
        if (isPrivate(name)) {
          store.files().setPermission(folder, OWNERS_FOLDER);
        }
      }

      store.sync(prepared(name));
      store.move(prepared(name), place);
      places.put(name, name + "/" + version);
    }

    return places;
  }

  private static boolean isPrivate(String name) {
    return PRIVATE.contains(name.split("/", -1)[0]);
  }
}
