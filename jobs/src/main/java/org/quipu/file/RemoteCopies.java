package org.quipu.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.quipu.UserException;

/**
 * Local copies of what lies on other file systems ({@code hdfs:}, {@code s3a:}), for jobs that read
 * and write local files: tables of a programme, boundaries, figures, pages. Inputs are copied here
 * before, outputs to their place afterwards. Microdata and stores are not copied: Spark reads them
 * where they lie.
 */
public final class RemoteCopies {
  /** What Quipu writes into an output folder, and looks at when it writes there again. */
  private static final List<String> WRITTEN =
      List.of("tables", "charts", "bulletins", "resultados.xlsx", "results.xlsx");

  /** The time of copies that nobody has changed since. */
  private static final FileTime UNTOUCHED = FileTime.fromMillis(0);

  private static final Map<Path, String> INPUTS = new TreeMap<>();
  private static final Map<Path, String> OUTPUTS = new TreeMap<>();

  private RemoteCopies() {}

  /**
   * The local file or folder of this name, or a copy of the remote one. Where there is none, who
   * reads it says so.
   */
  public static synchronized Path input(String location) {
    if (Locations.isLocal(location)) {
      return Locations.local(location);
    }

    var from = new org.apache.hadoop.fs.Path(location);
    Path copy = TemporaryFolder.create("copy").resolve(from.getName());
    try {
      copyHere(from, copy);
    } catch (IOException e) {
      TemporaryFolder.delete(copy);
    }

    INPUTS.put(copy, location);
    return copy;
  }

  /** The local folder of this name, or one that {@link #upload} copies to the remote one. */
  public static synchronized Path output(String location) {
    if (Locations.isLocal(location)) {
      return Locations.local(location);
    }

    String folder = location.replaceAll("/+$", "");
    Path copy = TemporaryFolder.create("copy");
    try {
      FileSystem files = Locations.hadoop(new org.apache.hadoop.fs.Path(folder));
      for (String name : WRITTEN) {
        var there = new org.apache.hadoop.fs.Path(folder, name);
        if (files.exists(there)) {
          copyHere(there, copy.resolve(name));
        }
      }
    } catch (IOException e) {
      throw Locations.unreadable(location, e);
    }

    OUTPUTS.put(copy, folder);
    return copy;
  }

  /** Whether an {@link #output} is a folder of this name, or one in it. */
  public static synchronized boolean liesIn(Path output, String folder) {
    String place = OUTPUTS.getOrDefault(output, output.toString());
    if (Locations.isLocal(place) != Locations.isLocal(folder)) {
      return false;
    }

    if (Locations.isLocal(folder)) {
      return absolute(Locations.local(place)).startsWith(absolute(Locations.local(folder)));
    }

    return (Locations.qualified(place) + "/").startsWith(Locations.qualified(folder) + "/");
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static void copyHere(org.apache.hadoop.fs.Path from, Path to) throws IOException {
    FileSystem files = Locations.hadoop(from);
    FileStatus status = files.getFileStatus(from);
    if (status.isDirectory()) {
      Files.createDirectories(to);
      for (FileStatus inside : files.listStatus(from)) {
        copyHere(inside.getPath(), to.resolve(inside.getPath().getName()));
      }
    } else {
      try (InputStream in = files.open(from)) {
        Files.copy(in, to);
      }
      Files.setLastModifiedTime(to, UNTOUCHED);
    }
  }

  /** The remote name of a local copy, or the name of a file that is none. */
  static synchronized String location(Path path) {
    for (Map.Entry<Path, String> copy : INPUTS.entrySet()) {
      if (path.startsWith(copy.getKey())) {
        String inside = copy.getKey().relativize(path).toString();
        return inside.isEmpty() ? copy.getValue() : copy.getValue() + "/" + inside;
      }
    }

    return path.toString();
  }

  /** A message with the remote names in the place of those of the copies. */
  public static synchronized String named(String message) {
    String named = message;
    for (Map<Path, String> copies : List.of(INPUTS, OUTPUTS)) {
      for (Map.Entry<Path, String> copy : copies.entrySet()) {
        named = named.replace(copy.getKey().toString(), copy.getValue());
      }
    }

    return named;
  }

  /**
   * Copies what was written to its place: each file whole or not at all.
   *
   * @throws UserException if it cannot be written there
   */
  public static synchronized void upload() {
    OUTPUTS.forEach(
        (copy, folder) -> {
          try (Stream<Path> files = Files.walk(copy)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
              if (!Files.getLastModifiedTime(file).equals(UNTOUCHED)) {
                String name = copy.relativize(file).toString().replace('\\', '/');
                upload(file, new org.apache.hadoop.fs.Path(folder, name));
              }
            }
          } catch (IOException e) {
            throw new UserException(
                folder
                    + ": cannot be written to ("
                    + e.getMessage()
                    + "). Check its permissions and the room there.",
                e);
          }
        });
  }

  private static void upload(Path file, org.apache.hadoop.fs.Path place) throws IOException {
    FileSystem files = Locations.hadoop(place);
    var draft =
        files.hasPathCapability(place, HadoopSettings.CONDITIONAL_PUT)
            ? place
            : new org.apache.hadoop.fs.Path(place.getParent(), "." + place.getName() + ".part");
    try (OutputStream out = files.create(draft, true)) {
      Files.copy(file, out);
    }

    if (!draft.equals(place)) {
      FileContext.getFileContext(files.getUri(), HadoopSettings.configuration())
          .rename(files.makeQualified(draft), files.makeQualified(place), Options.Rename.OVERWRITE);
    }
  }

  /** Removes all copies. */
  public static synchronized void clear() {
    Stream.concat(INPUTS.keySet().stream().map(Path::getParent), OUTPUTS.keySet().stream())
        .forEach(TemporaryFolder::delete);
    INPUTS.clear();
    OUTPUTS.clear();
  }
}
