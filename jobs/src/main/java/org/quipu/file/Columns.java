package org.quipu.file;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quipu.UserException;

/** Which columns of a file are read, and in which order. */
final class Columns {
  static final int ABSENT = -1;

  private final List<String> present;
  private final List<String> names;
  private final int[] variables;

  private Columns(List<String> present, List<String> names, int[] variables) {
    this.present = present;
    this.names = names;
    this.variables = variables;
  }

  /**
   * Finds columns by name: exactly, else the one that differs in letter case only.
   *
   * @param file for messages
   * @param present the names of the file's columns
   * @param wanted the names; null for all
   * @throws UserException where the file has a name twice, or several that differ in letter case
   *     only from one that is wanted
   */
  static Columns select(String file, List<String> present, Collection<String> wanted) {
    Map<String, Integer> exact = new HashMap<>();
    for (int i = 0; i < present.size(); i++) {
      if (exact.put(present.get(i), i) != null) {
        throw UserException.input(
            file,
            "two columns named '" + present.get(i) + "'",
            "a name of its own for each",
            "Rename one of them in the program that wrote the file.");
      }
    }

    if (wanted == null) {
      return new Columns(present, present, IntStream.range(0, present.size()).toArray());
    }

    Map<String, List<String>> alike =
        present.stream().collect(Collectors.groupingBy(name -> name.toLowerCase(Locale.ROOT)));
    int[] variables = new int[wanted.size()];
    int at = 0;
    for (String name : wanted) {
      Integer same = exact.get(name);
      variables[at++] = same == null ? alike(file, name, alike, exact) : same;
    }

    return new Columns(present, List.copyOf(wanted), variables);
  }

  private static int alike(
      String file, String name, Map<String, List<String>> alike, Map<String, Integer> exact) {
    List<String> candidates = alike.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    if (candidates.size() > 1) {
      throw UserException.input(
          file,
          "no column " + name + " but " + String.join(" and ", candidates),
          "one column of this name",
          "Name one of them exactly, or rename them in the file.");
    }

    return candidates.isEmpty() ? ABSENT : exact.get(candidates.get(0));
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

  /** The file's own name of a column; null where it has none. */
  String found(int column) {
    return has(column) ? present.get(variables[column]) : null;
  }

  boolean has(int column) {
    return variables[column] != ABSENT;
  }
}
