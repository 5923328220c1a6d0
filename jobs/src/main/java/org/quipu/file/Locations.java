package org.quipu.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;
import org.quipu.UserException;

/**
 * Files by path or URI. Local files are read without Hadoop, which takes longer to start than most
 * files to read; others are read through it.
 */
final class Locations {
  private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:/.*");

  private Locations() {}

  static boolean isLocal(String location) {
    return location.startsWith("file:") || !SCHEME.matcher(location).matches();
  }

  static Path local(String location) {
    return Path.of(location.startsWith("file:") ? localPath(location) : location);
  }

  private static String localPath(String uri) {
    String path = uri.substring("file:".length());
    return path.startsWith("//") ? path.substring(2) : path;
  }

  static InputStream open(String location) throws IOException {
    if (isLocal(location)) {
      Path path = local(location);
      if (Files.isDirectory(path)) {
        throw UserException.input(location, "a folder", "a file", "Name one of the files in it.");
      }

      return Files.newInputStream(path);
    }

    var path = new org.apache.hadoop.fs.Path(location);
    return hadoop(path).open(path);
  }

  /** Opens a file to be read at any place. */
  static RandomBytes openAnywhere(String location) throws IOException {
    if (isLocal(location)) {
      return RandomBytes.of(FileChannel.open(local(location)));
    }

    var path = new org.apache.hadoop.fs.Path(location);
    FileSystem files = hadoop(path);
    long size = files.getFileStatus(path).getLen();
    return RandomBytes.of(files.open(path), size);
  }

  static long size(String location) throws IOException {
    if (isLocal(location)) {
      return Files.size(local(location));
    }

    var path = new org.apache.hadoop.fs.Path(location);
    return hadoop(path).getFileStatus(path).getLen();
  }

  static boolean isFolder(String location) throws IOException {
    if (isLocal(location)) {
      return Files.isDirectory(local(location));
    }

    var path = new org.apache.hadoop.fs.Path(location);
    return hadoop(path).getFileStatus(path).isDirectory();
  }

  /** The visible files in a folder and the folders below it, in the order of their names. */
  static List<String> filesUnder(String folder) throws IOException {
    List<String> files = new ArrayList<>();
    if (isLocal(folder)) {
      Path root = local(folder);
      try (Stream<Path> walk = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
        walk.filter(Files::isRegularFile)
            .filter(file -> isVisible(root.relativize(file).toString().replace('\\', '/')))
            .forEach(file -> files.add(file.toString()));
      }
    } else {
      var root = new org.apache.hadoop.fs.Path(folder);
      int above = hadoop(root).getFileStatus(root).getPath().toString().length();
      RemoteIterator<LocatedFileStatus> walk = hadoop(root).listFiles(root, true);
      while (walk.hasNext()) {
        String file = walk.next().getPath().toString();
        if (isVisible(file.substring(above + 1))) {
          files.add(file);
        }
      }
    }

    files.sort(null);
    return files;
  }

  /** Whether no part of a path is hidden or reserved: {@code .x}, {@code _x}, {@code __MACOSX}. */
  static boolean isVisible(String relativePath) {
    for (String part : relativePath.split("/", -1)) {
      if (part.startsWith(".") || part.startsWith("_") || part.equals("__MACOSX")) {
        return false;
      }
    }

    return true;
  }

  static String lastName(String path) {
    String trimmed = path.replace('\\', '/').replaceAll("/+$", "");
    return trimmed.substring(trimmed.lastIndexOf('/') + 1);
  }

  static UserException unreadable(String name, IOException e) {
    if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
      return UserException.input(name, "nothing", "a file or a folder", "Check the path.");
    }

    return new UserException(
        name + ": cannot be read (" + e + "). Check its permissions and the disk.", e);
  }

  /** The whole name of what is not on the local disk: with the host that a name may leave out. */
  static org.apache.hadoop.fs.Path qualified(String location) {
    var path = new org.apache.hadoop.fs.Path(location);
    try {
      return hadoop(path).makeQualified(path);
    } catch (IOException e) {
      throw unreadable(location, e);
    }
  }

  static FileSystem hadoop(org.apache.hadoop.fs.Path path) throws IOException {
    return path.getFileSystem(HadoopSettings.configuration());
  }
}
