package org.quipu.bulletin;

import java.util.Locale;
import org.quipu.NormalizedText;

/** Names of files that every file system and web server takes. */
final class FileNames {
  private FileNames() {}

  /** {@code Madre de Dios} as {@code madre-de-dios}. */
  static String plain(String name) {
    return NormalizedText.of(name).toLowerCase(Locale.ROOT).replace(' ', '-');
  }
}
