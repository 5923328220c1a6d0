package org.quipu.doctor;

import org.quipu.text.Language;

/** Memory and disk in the unit of Java's own options, in which -Xmx1000m is 1,000. */
final class Mebibytes {
  /** Bytes in one. */
  static final long ONE = 1 << 20;

  private Mebibytes() {}

  /** So many bytes, rounded. */
  static String written(long bytes, Language language) {
    return language.count((double) bytes / ONE);
  }
}
