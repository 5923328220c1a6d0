package org.quipu.file;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Which columns of a file are read, and in which order. */
final class Columns {
  static final int ABSENT = -1;

  private final List<String> names;
  private final int[] variables;

  private Columns(List<String> names, int[] variables) {
    this.names = names;
    this.variables = variables;
  }

  /**
   * Finds columns by name: exactly, else in any letter case.
   *
   * @param wanted the names; null for all
   */
  static Columns select(List<String> present, Collection<String> wanted) {
    if (wanted == null) {
      return new Columns(List.copyOf(present), IntStream.range(0, present.size()).toArray());
    }

    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < present.size(); i++) {
      places.putIfAbsent(present.get(i).toLowerCase(Locale.ROOT), i);
    }

    for (int i = 0; i < present.size(); i++) {
      places.put("=" + present.get(i), i);
    }

    return new Columns(
        List.copyOf(wanted),
        wanted.stream()
            .mapToInt(
                name ->
                    places.getOrDefault(
                        "=" + name, places.getOrDefault(name.toLowerCase(Locale.ROOT), ABSENT)))
            .toArray());
  }

  List<String> names() {
    return names;
  }

  int size() {
    return variables.length;
  }

  /** The position of a column among the file's variables, or {@link #ABSENT}. */
  int variable(int column) {
    return variables[column];
  }

  boolean has(int column) {
    return variables[column] != ABSENT;
  }
}
