package org.quipu.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.quipu.UserException;

/**
 * A folder of tables on any file system that Hadoop knows. A table is the folder {@code NAME} of
 * Parquet files, or, where it comes in parts that are made apart, {@code NAME/PART} ({@code
 * women/year=2022}); beside the files stands {@code _manifest.json}.
 *
 * <p>Tables change only through {@link #update}: all that one update writes is prepared aside and
 * then moved into place; if it fails, every table is as it was. An update that was cut off while
 * moving is completed when the store is next opened.
 */
public final class Store {
  private static final String MANIFEST = "_manifest.json";
  private static final String STAGING = ".update-";
  private static final String READY = "_ready.json";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path root;
  private final Configuration conf;
  private final FileSystem files;

  private Store(Path root, Configuration conf, FileSystem files) {
    this.root = root;
    this.conf = conf;
    this.files = files;
  }

  /** The store in this folder, which need not exist yet. */
  public static Store open(String folder) {
    Configuration conf = new Configuration();
    try {
      Path path = new Path(folder);
      FileSystem files = path.getFileSystem(conf);
      files.setWriteChecksum(false);
      Path root = files.makeQualified(path);
      if (files.exists(root) && !files.getFileStatus(root).isDirectory()) {
        throw UserException.input(
            folder, "a file", "the folder of a store", "Name a folder with --store.");
      }

      Store store = new Store(root, conf, files);
      store.completeUpdates();
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the store " + folder, e);
    }
  }

  /** The store in this folder, which must have been made by an ingestion. */
  public static Store existing(String folder) {
    Store store = open(folder);
    if (store.names(store.root).stream().noneMatch(store::has)) {
      throw UserException.input(
          folder, "no tables", "a store", "Make one with: quipu ingest --store " + folder + " …");
    }

    return store;
  }

  /** Whether there is this table, or part of a table. */
  public boolean has(String name) {
    return exists(new Path(path(name), MANIFEST)) || !parts(name).isEmpty();
  }

  public boolean has(Table<?> table) {
    return has(table.name());
  }

  /** The parts of a table that is made in parts, such as {@code year=2022}, in order. */
  public List<String> parts(String name) {
    Path folder = new Path(path(name));
    return names(folder).stream()
        .filter(part -> exists(new Path(new Path(folder, part), MANIFEST)))
        .sorted()
        .toList();
  }

  /** The folder of a table or part, for Spark to read. */
  public String path(String name) {
    return new Path(root, name).toString();
  }

  /** As {@link #path}, of a table whose files hold what its manifests say. */
  public String wholePath(String name) {
    List<String> folders =
        parts(name).isEmpty()
            ? List.of(name)
            : parts(name).stream().map(part -> name + "/" + part).toList();
    for (String folder : folders) {
      try {
        checkRows(folder, ParquetTables.rows(parquetFiles(new Path(path(folder))), conf));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + path(folder), e);
      }
    }

    return path(name);
  }

  private List<Path> parquetFiles(Path folder) throws IOException {
    return Arrays.stream(files.listStatus(folder))
        .map(FileStatus::getPath)
        .filter(file -> file.getName().endsWith(".parquet"))
        .sorted()
        .toList();
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
    Path file = new Path(path(name), MANIFEST);
    try (InputStream in = files.open(file)) {
      return Optional.of(JSON.readValue(in, Manifest.class));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (JsonProcessingException e) {
      throw noManifest(file.toString(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The manifest that stands beside a local file of a table; empty where there is none. */
  public static Optional<Manifest> manifestBeside(java.nio.file.Path file) {
    java.nio.file.Path manifest = file.resolveSibling(MANIFEST);
    try {
      return java.nio.file.Files.exists(manifest)
          ? Optional.of(JSON.readValue(manifest.toFile(), Manifest.class))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      throw noManifest(manifest.toString(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + manifest, e);
    }
  }

  private static UserException noManifest(String file, JsonProcessingException e) {
    return new UserException(
        file
            + ": found something else than Quipu wrote; expected the manifest of a table. "
            + "Delete the table's folder and make the table again.",
        e);
  }

  /** The manifests of a table: one, or one for each of its parts. */
  public List<Manifest> manifests(String name) {
    List<String> parts = parts(name);
    return parts.isEmpty()
        ? manifest(name).stream().toList()
        : parts.stream().map(part -> manifest(name + "/" + part).orElseThrow()).toList();
  }

  /** Whether the table is there as this plan would make it. */
  public boolean upToDate(Manifest plan) {
    return manifest(plan.table())
        .map(Manifest::fingerprint)
        .filter(plan.fingerprint()::equals)
        .isPresent();
  }

  /** The rows of a table. */
  public <R extends Record> List<R> read(Table<R> table) {
    Path folder = new Path(path(table.name()));
    try {
      if (!files.exists(folder)) {
        throw UserException.input(
            root.toString(),
            "no table " + table.name(),
            "one",
            "Run the job that makes it; quipu --help lists them.");
      }

      List<R> rows = ParquetTables.read(table, parquetFiles(folder), conf);
      checkRows(table.name(), rows.size());
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }

  /** The rows of a table, none where it has not been made. */
  public <R extends Record> List<R> readIfPresent(Table<R> table) {
    return has(table) ? read(table) : List.of();
  }

  /** What an update does. */
  @FunctionalInterface
  public interface Work {
    void write(Update update) throws IOException;
  }

  /**
   * Writes a table's Parquet files into a folder that does not exist yet, and tells how many rows.
   */
  @FunctionalInterface
  public interface TableWriter {
    long write(String folder) throws IOException;
  }

  /** Writes one or several tables: all of them or, if the work fails, none. */
  public void update(Work work) {
    Path staging = new Path(root, STAGING + UUID.randomUUID());
    try {
      if (!files.mkdirs(staging)) {
        throw new IOException("no folder can be made in it");
      }

      files.deleteOnExit(staging); // where the user interrupts the command
      Update update = new Update(staging);
      work.write(update);
      files.cancelDeleteOnExit(staging);
      writeJson(new Path(staging, READY), update.names);
      complete(staging, update.names);
    } catch (IOException e) {
      throw new UserException(
          "cannot write to the store "
              + root
              + " ("
              + e.getMessage()
              + "). Check its permissions and the room on its disk; its tables are as they were.",
          e);
    } finally {
      if (exists(staging) && !exists(new Path(staging, READY))) {
        delete(staging);
        removeIfEmpty();
      }
    }
  }

  /** One table, replaced whole. */
  public <R extends Record> void write(Table<R> table, List<R> rows, Manifest manifest) {
    update(update -> update.write(table, rows, manifest));
  }

  /** The tables that one update writes. */
  public final class Update {
    private final Path staging;
    private final List<String> names = new ArrayList<>();

    private Update(Path staging) {
      this.staging = staging;
    }

    /** Adds a table of records. */
    public <R extends Record> void write(Table<R> table, List<R> rows, Manifest manifest)
        throws IOException {
      write(
          table.name(),
          manifest,
          folder -> {
            ParquetTables.write(table, rows, new Path(folder, "part-0.parquet"), conf);
            return rows.size();
          });
    }

    /** A folder in which parts can be prepared that {@link #adopt} then adds. */
    public String scratch() {
      return new Path(staging, "scratch").toString();
    }

    /** Adds a table or part that lies prepared in this folder. */
    public void adopt(String name, Manifest manifest, String prepared, long rows)
        throws IOException {
      write(
          name,
          manifest,
          folder -> {
            move(new Path(prepared), new Path(folder));
            return rows;
          });
    }

    /** Adds a table, or a part such as {@code women/year=2022}, that the writer writes. */
    public void write(String name, Manifest manifest, TableWriter writer) throws IOException {
      Path folder = new Path(staging, name.replace('/', '~'));
      long rows = writer.write(folder.toString());
      String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
      writeJson(new Path(folder, MANIFEST), manifest.done(now, rows));
      names.add(name);
    }
  }

  private void complete(Path staging, List<String> names) throws IOException {
    Map<Path, Path> moves = new LinkedHashMap<>();
    names.forEach(
        name -> moves.put(new Path(staging, name.replace('/', '~')), new Path(path(name))));
    Path replaced = new Path(staging, "replaced");
    files.mkdirs(replaced);
    for (Map.Entry<Path, Path> move : moves.entrySet()) {
      Path prepared = move.getKey();
      Path place = move.getValue();
      if (!files.exists(prepared)) {
        continue;
      }

      if (files.exists(place)) {
        move(place, new Path(replaced, prepared.getName()));
      }

      files.mkdirs(place.getParent());
      move(prepared, place);
    }

    delete(staging);
  }

  private void move(Path from, Path to) throws IOException {
    if (!files.rename(from, to)) {
      throw new IOException("cannot move " + from + " to " + to);
    }
  }

  private void completeUpdates() throws IOException {
    for (String name : names(root)) {
      Path staging = new Path(root, name);
      Path ready = new Path(staging, READY);
      if (name.startsWith(STAGING) && files.exists(ready)) {
        try (InputStream in = files.open(ready)) {
          complete(staging, Arrays.asList(JSON.readValue(in, String[].class)));
        }
      }
    }
  }

  private void removeIfEmpty() {
    try {
      if (files.listStatus(root).length == 0) {
        files.delete(root, false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> names(Path folder) {
    try {
      if (!files.exists(folder)) {
        return List.of();
      }

      return Arrays.stream(files.listStatus(folder))
          .filter(FileStatus::isDirectory)
          .map(status -> status.getPath().getName())
          .sorted(Comparator.naturalOrder())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private boolean exists(Path path) {
    try {
      return files.exists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + path, e);
    }
  }

  private void delete(Path path) {
    try {
      files.delete(path, true);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + path, e);
    }
  }

  private void writeJson(Path file, Object value) throws IOException {
    try (OutputStream out = files.create(file, true)) {
      JSON.writeValue(out, value);
    }
  }
}
