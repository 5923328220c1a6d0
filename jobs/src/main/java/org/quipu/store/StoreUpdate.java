package org.quipu.store;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.quipu.UserException;

/**
 * The tables that one update of a store writes: all of them or none. They are prepared in a folder
 * of their own; once that holds the list of its tables, it is complete, and they are moved into
 * place. Moving can be cut off and taken up again. What an update leaves behind that was cut off
 * before, the next one removes: it may hold respondents' answers.
 */
public final class StoreUpdate {
  private static final String STAGING = ".update-";
  private static final String READY = "_ready.json";
  private static final String OWNER = "_owner.json";

  /** What only their owner may read: the answers of respondents. */
  private static final Set<String> PRIVATE = Set.of("women");

  private static final FsPermission OWNERS_FOLDER = new FsPermission("700");
  private static final FsPermission OWNERS_FILE = new FsPermission("600");

  private final StoreFolder store;
  private final Path staging;
  private final List<String> names = new ArrayList<>();

  private StoreUpdate(StoreFolder store, Path staging) {
    this.store = store;
    this.staging = staging;
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

  /** Does the work and moves what it wrote into place; leaves nothing behind where it fails. */
  static void run(StoreFolder store, Work work) {
    Path staging = store.of(STAGING + UUID.randomUUID());
    try {
      removeAbandoned(store);
      if (!store.files().mkdirs(staging, OWNERS_FOLDER)) {
        throw new IOException("no folder can be made in it");
      }

      store.files().deleteOnExit(staging); // where the user interrupts the command
      ManifestFile.writeJson(store.files(), new Path(staging, OWNER), UpdateOwner.current());
      StoreUpdate update = new StoreUpdate(store, staging);
      work.write(update);
      store.files().cancelDeleteOnExit(staging);
      ManifestFile.writeWhole(store.files(), new Path(staging, READY), update.names);
      complete(store, staging, update.names);
    } catch (IOException e) {
      throw new UserException(
          "cannot write to the store "
              + store.root()
              + " ("
              + e.getMessage()
              + "). Check its permissions and the room on its disk; its tables are as they were.",
          e);
    } finally {
      if (store.exists(staging) && !store.exists(new Path(staging, READY))) {
        store.delete(staging);
        store.removeIfEmpty();
      }
    }
  }

  /** Completes the updates that were cut off while their tables were moved into place. */
  static void completeAll(StoreFolder store) throws IOException {
    for (String name : store.names(store.root())) {
      Path staging = store.of(name);
      Path ready = new Path(staging, READY);
      if (name.startsWith(STAGING) && store.exists(ready)) {
        Optional<String[]> names = ManifestFile.readJson(store.files(), ready, String[].class);
        if (names.isPresent()) {
          complete(store, staging, List.of(names.get()));
        } else {
          // The list was cut off, so that no table was moved yet: all are as they were.
          store.delete(staging);
        }
      }
    }
  }

  /** Removes what updates left that were cut off before they were complete. */
  private static void removeAbandoned(StoreFolder store) throws IOException {
    for (String name : store.names(store.root())) {
      Path staging = store.of(name);
      if (name.startsWith(STAGING) && !store.exists(new Path(staging, READY))) {
        Optional<UpdateOwner> owner =
            ManifestFile.readJson(store.files(), new Path(staging, OWNER), UpdateOwner.class);
        Instant begun =
            Instant.ofEpochMilli(store.files().getFileStatus(staging).getModificationTime());
        if (UpdateOwner.hasEnded(owner, begun)) {
          store.delete(staging);
        }
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
    Path folder = prepared(staging, name);
    long rows = writer.write(folder.toString());
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    ManifestFile.write(store.files(), folder, manifest.done(now, rows));
    if (PRIVATE.contains(name.split("/", -1)[0])) {
      closeToOthers(folder);
    }
    names.add(name);
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

  private static Path prepared(Path staging, String name) {
    return new Path(staging, name.replace('/', '~'));
  }

  private static void complete(StoreFolder store, Path staging, List<String> names)
      throws IOException {
    Map<Path, Path> moves = new LinkedHashMap<>();
    names.forEach(name -> moves.put(prepared(staging, name), store.of(name)));
    Path replaced = new Path(staging, "replaced");
    store.files().mkdirs(replaced);
    for (Map.Entry<Path, Path> move : moves.entrySet()) {
      Path prepared = move.getKey();
      Path place = move.getValue();
      if (!store.exists(prepared)) {
        continue;
      }

      if (store.exists(place)) {
        store.move(place, new Path(replaced, prepared.getName()));
      }

      if (!store.exists(place.getParent())) {
        store.files().mkdirs(place.getParent());
        if (PRIVATE.contains(place.getParent().getName())) {
          store.files().setPermission(place.getParent(), OWNERS_FOLDER);
        }
      }
      store.move(prepared, place);
    }

    store.delete(staging);
  }
}
