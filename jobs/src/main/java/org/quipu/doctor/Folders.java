package org.quipu.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.quipu.doctor.Finding.State;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/** Whether files can be written to a folder, and how many fit. */
final class Folders {
  /** The demo with its store, and what Spark sets aside meanwhile. */
  private static final long ENOUGH_SPACE = 1_000 * Mebibytes.ONE;

  private final Messages texts;
  private final Language language;

  Folders(Messages texts, Language language) {
    this.texts = texts;
    this.language = language;
  }

  /** What is found of a folder that exists or of the nearest one above that does. */
  Finding finding(Path folder) {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }

    return finding(folder, there);
  }

  private Finding finding(Path folder, Path there) {
    try {
      Files.delete(Files.createTempFile(there, ".quipu", ".doctor"));
      long free = Files.getFileStore(there).getUsableSpace();
      return Finding.of(
          texts,
          "space",
          free < ENOUGH_SPACE ? State.POOR : State.FINE,
          folder,
          Mebibytes.written(free, language));
    } catch (IOException e) {
      return Finding.of(texts, "writing", State.WRONG, folder, e);
    }
  }
}
