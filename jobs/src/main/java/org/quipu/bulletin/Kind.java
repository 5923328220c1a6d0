package org.quipu.bulletin;

import java.util.Locale;
import org.quipu.store.ProgramRow;

/** Where a number comes from, as the tables' column {@code source} says. */
enum Kind {
  MICRODATA,
  PUBLISHED,
  RECOMPUTED,
  SYNTHETIC;

  String source() {
    return name().toLowerCase(Locale.ROOT);
  }

  static boolean isSynthetic(ProgramRow row) {
    return row.source().equals(SYNTHETIC.source());
  }

  static Kind of(String source) {
    return valueOf(source.toUpperCase(Locale.ROOT));
  }
}
