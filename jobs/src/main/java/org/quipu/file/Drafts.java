package org.quipu.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Files that are written beside their place, to be moved there when they are complete. */
public final class Drafts {
  private Drafts() {}

  /**
   * Creates an empty draft of a file, hidden in the same folder. Who may read it is up to the
   * user's umask, as with any new file: what is moved into its place keeps these rights.
   */
  public static Path beside(Path file) throws IOException {
    return Files.createFile(
        file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".draft"));
  }

  /** Moves a complete draft into its file's place, where it replaces an older file. */
  static void commit(Path draft, Path file) throws IOException {
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
