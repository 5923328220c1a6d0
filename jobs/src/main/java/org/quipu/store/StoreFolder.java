package org.quipu.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.quipu.UserException;
import org.quipu.file.HadoopSettings;

/** Where the tables of a store lie: its folder, on any file system that Hadoop knows. */
final class StoreFolder {
  private final Path root;
  private final Configuration conf;
  private final FileSystem files;

  private StoreFolder(Path root, Configuration conf, FileSystem files) {
    this.root = root;
    this.conf = conf;
    this.files = files;
  }

  /** The folder of this name, which need not exist yet. */
  static StoreFolder at(String name) {
    Configuration conf = HadoopSettings.configuration();
    try {
      Path path = new Path(name);
      FileSystem files = path.getFileSystem(conf);
      files.setWriteChecksum(false);
      Path root = files.makeQualified(path);
      if (files.exists(root) && !files.getFileStatus(root).isDirectory()) {
        throw UserException.input(
            name, "a file", "the folder of a store", "Name a folder with --store.");
      }

      return new StoreFolder(root, conf, files);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the store " + name, e);
    }
  }

  Path root() {
    return root;
  }

  Configuration conf() {
    return conf;
  }

  FileSystem files() {
    return files;
  }

  /** The error of a store that cannot be written to. */
  UserException cannotBeWritten(IOException cause) {
    return new UserException(
        "cannot write to the store "
            + root
            + " ("
            + cause.getMessage()
            + "). Check its permissions and the room on its disk; its tables are as they were.",
        cause);
  }

  /** The folder of a table or part. */
  Path of(String table) {
    return new Path(root, table);
  }

  boolean exists(Path path) {
    try {
      return files.exists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + path, e);
    }
  }

  /** The names of the folders in a folder, in order; none where it does not exist. */
  List<String> names(Path folder) {
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

  /** The Parquet files that lie in a folder of the store, in order. */
  List<Path> parquetFiles(String folder) throws IOException {
    return Arrays.stream(files.listStatus(of(folder)))
        .map(FileStatus::getPath)
        .filter(file -> file.getName().endsWith(".parquet"))
        .sorted()
        .toList();
  }

  void move(Path from, Path to) throws IOException {
    if (!files.rename(from, to)) {
      throw new IOException("cannot move " + from + " to " + to);
    }
  }

  void delete(Path path) {
    try {
      files.delete(path, true);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + path, e);
    }
  }

  /** A folder and those that it lies in, from the outermost that does not exist yet. */
  List<Path> missingFolders(Path folder) {
    Deque<Path> missing = new ArrayDeque<>();
    for (Path at = folder; at != null && !exists(at); at = at.getParent()) {
      missing.addFirst(at);
    }

    return List.copyOf(missing);
  }

  /** Has this machine write a folder's files from its memory to the disk, in case it fails. */
  void sync(Path folder) throws IOException {
    if (!"file".equals(folder.toUri().getScheme())) {
      return; // what is closed is kept
    }

    try (Stream<java.nio.file.Path> all = Files.walk(java.nio.file.Path.of(folder.toUri()))) {
      for (java.nio.file.Path file : all.filter(Files::isRegularFile).toList()) {
        try (FileChannel opened = FileChannel.open(file, StandardOpenOption.WRITE)) {
          opened.force(true);
        }
      }
    }
  }

  /** Whether the store holds this and nothing else. */
  boolean hasNothingBut(String name) throws IOException {
    FileStatus[] all = files.listStatus(root);
    return all.length == 1 && all[0].getPath().getName().equals(name);
  }

  /** Removes a folder that holds nothing; leaves one to which something is added meanwhile. */
  void removeIfEmpty(Path folder) throws IOException {
    try {
      if (files.listStatus(folder).length == 0) {
        files.delete(folder, false);
      }
    } catch (FileNotFoundException e) {
      // It is gone.
    }
  }
}
