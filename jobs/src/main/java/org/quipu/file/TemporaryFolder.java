package org.quipu.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders of this machine that a command makes for itself, and removes. */
public final class TemporaryFolder {
  private TemporaryFolder() {}

  /**
   * A new folder.
   *
   * @param what it is for, as its name says behind {@code quipu-}
   */
  public static Path create(String what) {
    try {
      return Files.createTempDirectory("quipu-" + what);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a temporary folder", e);
    }
  }

  /** Removes a folder or file and all that is in it; nothing where it is not there. */
  public static void delete(Path path) {
    if (!Files.exists(path)) {
      return;
    }

    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + path, e);
    }
  }
}
