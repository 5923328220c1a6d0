package org.quipu.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.quipu.UserException;

/** Writes a file whole or not at all, with the rights that the user's umask gives. */
public final class WholeFile {
  private WholeFile() {}

  /** Writes a text in UTF-8 and returns the file. */
  public static Path write(Path file, String text) {
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes a file, which replaces an older one, and returns it; its folder is made where it is not
   * there. A failure is the user's error.
   */
  public static Path write(Path file, byte[] content) {
    Path place = file.toAbsolutePath();
    try {
      Files.createDirectories(place.getParent());
      Path draft = Drafts.beside(place);
      try {
        Files.write(draft, content);
        Drafts.commit(draft, place);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw cannotBeWritten(file, e);
    }

    return file;
  }

  /** The error of a file that cannot be written. */
  public static UserException cannotBeWritten(Path file, IOException cause) {
    return new UserException(
        file
            + ": cannot be written ("
            + cause
            + "). Check the permissions of its folder and the room on its disk.",
        cause);
  }
}
