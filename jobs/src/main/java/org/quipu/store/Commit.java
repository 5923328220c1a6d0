package org.quipu.store;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A state of a store: which version of each table it holds. Stands in {@code _commits}, under its
 * number; the highest number is the state of now.
 *
 * @param format of the store, {@link #FORMAT} where this version of Quipu wrote it
 * @param version of Quipu
 * @param created ISO 8601 instant
 * @param tables the folder of each table, or of each of its parts, within the store
 */
record Commit(int format, String version, String created, Map<String, String> tables) {
  /** The format that this version writes; it reads older ones too. */
  static final int FORMAT = 2;

  private static final Pattern FOLDER = Pattern.compile("[.\\w][-\\w]*(/[\\w~][-=~\\w]*){0,2}");

  /**
   * Refuses folders that are none within a store, as the file may be anybody's.
   *
   * @throws IllegalArgumentException if there is such a folder
   */
  Commit {
    Objects.requireNonNull(created);
    tables = new TreeMap<>(tables);
    for (String folder : tables.values()) {
      if (!FOLDER.matcher(folder).matches()) {
        throw new IllegalArgumentException("no folder of a table");
      }
    }
  }

  /** When it was made; as it may be anybody's file, long ago where it does not say. */
  Instant instant() {
    try {
      return Instant.parse(created);
    } catch (DateTimeParseException e) {
      return Instant.EPOCH;
    }
  }

  static Commit of(Map<String, String> tables) {
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    return new Commit(FORMAT, Version.current(), now, tables);
  }

  /** The state without some tables, and with these in the place of those of the same names. */
  Commit with(Map<String, String> replaced, Collection<String> removed) {
    Map<String, String> all = new TreeMap<>(tables);
    all.keySet().removeAll(removed);
    all.putAll(replaced);
    return of(all);
  }
}
