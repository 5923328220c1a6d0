package org.quipu.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.quipu.UserException;

/**
 * A folder of tables on any file system that Hadoop knows. A table is the folder {@code NAME} of
 * Parquet files, or, where its parts are made one at a time, {@code NAME/PART} ({@code
 * women/year=2022}); each holds its manifest in {@code _manifest.json}.
 *
 * <p>Tables change only through {@link #update}: all that one update writes is prepared aside and
 * then moved into place; if it fails, every table is as it was. An update that was cut off while
 * moving is completed when the store is next opened.
 */
public final class Store {
  private final String location;
  private final StoreFolder folder;

  private Store(String location) {
    this.location = location;
    this.folder = StoreFolder.at(location);
  }

  /** The store in this folder, which need not exist yet. */
  public static Store open(String folder) {
    Store store = new Store(folder);
    try {
      StoreUpdate.completeAll(store.folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the store " + folder, e);
    }

    return store;
  }

  /** The store in this folder, which must have been made by an ingestion. */
  public static Store existing(String folder) {
    Store store = open(folder);
    if (store.folder.names(store.folder.root()).stream().noneMatch(store::has)) {
      throw UserException.input(
          folder, "no tables", "a store", "Make one with: quipu ingest --store " + folder + " …");
    }

    return store;
  }

  /** The folder as it was given. */
  public String location() {
    return location;
  }

  /** Whether there is this table, or part of a table. */
  public boolean has(String name) {
    return hasManifest(folder.of(name)) || !parts(name).isEmpty();
  }

  public boolean has(Table<?> table) {
    return has(table.name());
  }

  private boolean hasManifest(Path table) {
    return folder.exists(new Path(table, ManifestFile.NAME));
  }

  /** The parts of a table that is made in parts, such as {@code year=2022}, in order. */
  public List<String> parts(String name) {
    Path table = folder.of(name);
    return folder.names(table).stream().filter(part -> hasManifest(new Path(table, part))).toList();
  }

  /** The folder of a table or part, for Spark to read. */
  public String path(String name) {
    return folder.of(name).toString();
  }

  /** As {@link #path}, of a table whose files hold what its manifests say. */
  public String wholePath(String name) {
    for (String part : folders(name)) {
      try {
        checkRows(part, ParquetTables.rows(folder.parquetFiles(part), folder.conf()));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + path(part), e);
      }
    }

    return path(name);
  }

  /** The table's own folder, or one for each of its parts. */
  private List<String> folders(String name) {
    List<String> parts = parts(name);
    return parts.isEmpty() ? List.of(name) : parts.stream().map(part -> name + "/" + part).toList();
  }

  private void checkRows(String name, long rows) {
    long whole = manifest(name).map(Manifest::rows).orElse(rows);
    if (rows != whole) {
      throw UserException.input(
          path(name),
          rows + " rows",
          whole + ", as its manifest says",
          "Delete the folder and make the table again.");
    }
  }

  /** How a table or part was made; empty where there is none. */
  public Optional<Manifest> manifest(String name) {
    return ManifestFile.read(folder.files(), folder.of(name));
  }

  /** The manifests of a table: one, or one for each of its parts. */
  public List<Manifest> manifests(String name) {
    return folders(name).stream().flatMap(part -> manifest(part).stream()).toList();
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
    try {
      if (!folder.exists(folder.of(table.name()))) {
        throw UserException.input(
            folder.root().toString(),
            "no table " + table.name(),
            "one",
            "Run the job that makes it; quipu --help lists them.");
      }

      List<R> all = new ArrayList<>();
      for (String part : folders(table.name())) {
        List<R> rows = ParquetTables.read(table, folder.parquetFiles(part), folder.conf());
        checkRows(part, rows.size());
        all.addAll(rows);
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path(table.name()), e);
    }
  }

  /** The rows of a table, none where it has not been made. */
  public <R extends Record> List<R> readIfPresent(Table<R> table) {
    return has(table) ? read(table) : List.of();
  }

  /** Writes one or several tables: all of them or, if the work fails, none. */
  public void update(StoreUpdate.Work work) {
    StoreUpdate.run(folder, work);
  }

  /** One table, replaced whole. */
  public <R extends Record> void write(Table<R> table, List<R> rows, Manifest manifest) {
    update(update -> update.write(table, rows, manifest));
  }
}
