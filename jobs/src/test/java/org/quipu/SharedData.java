package org.quipu;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Real files that are not part of the project: the folder {@code shared} beside the checkout. Tests
 * skip without it.
 */
public final class SharedData {
  private SharedData() {}

  /**
   * The file or folder at this path under {@code shared}; skips the test, saying so, where it is
   * absent.
   */
  public static Path require(String path) {
    for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
      Path file = dir.resolve("shared").resolve(path);
      if (Files.exists(file)) {
        return file;
      }
    }

    return Assumptions.abort("skipped: needs ../shared/" + path + ", a file of INEI or MIMP");
  }
}
