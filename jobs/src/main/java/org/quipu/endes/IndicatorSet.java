package org.quipu.endes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.quipu.endes.Indicator.Codes;
import org.quipu.endes.Indicator.Condition;
import org.quipu.endes.Indicator.Universe;

/**
 * The indicators that the files of one year allow: items that the files lack are left out, and an
 * indicator without any item is absent.
 */
final class IndicatorSet {
  private interface Test {
    boolean holds(double[] row);
  }

  /**
   * One indicator ready to be computed.
   *
   * @param test null where it is absent
   * @param columns all that it is computed from, of those that the files have
   */
  private record Compiled(Test universe, Test test, Set<Integer> columns) {}

  private final List<Compiled> compiled = new ArrayList<>();
  private final Map<String, Set<String>> lacking = new LinkedHashMap<>();
  private final Set<String> absent = new TreeSet<>();
  private final Set<String> standIns = new TreeSet<>();

  /**
   * Compiles all indicators.
   *
   * @param present the harmonised columns that the year's files have
   */
  IndicatorSet(Set<String> present) {
    Map<Universe, Test> universes = new HashMap<>();
    Map<String, Test> tests = new HashMap<>();
    Map<String, Set<Integer>> columns = new HashMap<>();
    for (Indicator indicator : Indicator.all()) {
      Test universe =
          universes.computeIfAbsent(indicator.universe(), asked -> universe(asked, present));
      Test test = test(indicator, present, tests);
      tests.put(indicator.name(), test);
      columns.put(indicator.name(), columns(indicator, present, columns));
      compiled.add(new Compiled(universe, test, columns.get(indicator.name())));
    }
  }

  /**
   * The indicators of one woman, in the order of {@link Indicator#all}: null outside the universe,
   * where the indicator is absent, and where the answers that she gave do not tell, for want of any
   * answer in one of the modules that hold the questions.
   *
   * @param row the harmonised columns, NaN where missing
   * @param unanswered the columns of the modules without any answer of hers
   */
  Boolean[] of(double[] row, Set<Integer> unanswered) {
    Boolean[] values = new Boolean[compiled.size()];
    Map<Test, Boolean> asked = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      Compiled indicator = compiled.get(i);
      boolean inside = asked.computeIfAbsent(indicator.universe, universe -> universe.holds(row));
      if (indicator.test != null && inside) {
        boolean holds = indicator.test.holds(row);
        boolean told = holds || Collections.disjoint(indicator.columns, unanswered);
        values[i] = told ? Boolean.valueOf(holds) : null;
      }
    }

    return values;
  }

  /** The items that the files lack, by indicator; complete indicators are not in it. */
  Map<String, Set<String>> lacking() {
    return lacking;
  }

  /** The indicators of which the files have no item at all. */
  Set<String> absent() {
    return absent;
  }

  /** The universes that the files cannot identify and who stands in for them, a sentence each. */
  Set<String> standIns() {
    return standIns;
  }

  private Test universe(Universe universe, Set<String> present) {
    List<String> missing =
        universe.all().stream()
            .map(Condition::column)
            .filter(column -> !present.contains(column))
            .toList();
    List<Condition> conditions = missing.isEmpty() ? universe.all() : universe.otherwise();
    List<String> columns = conditions.stream().map(Condition::column).toList();
    if (!present.containsAll(columns)) {
      return row -> false;
    }

    if (!missing.isEmpty()) {
      standIns.add(
          "\""
              + universe.labelEn()
              + "\" cannot be identified without "
              + String.join(", ", missing)
              + ": women with an answer to "
              + String.join(", ", columns)
              + " stand in for them");
    }

    int[] indices = columns.stream().mapToInt(Dictionary::index).toArray();
    return row -> {
      for (int i = 0; i < indices.length; i++) {
        if (!conditions.get(i).holds(row[indices[i]])) {
          return false;
        }
      }

      return true;
    };
  }

  private Test test(Indicator indicator, Set<String> present, Map<String, Test> tests) {
    List<Test> parts = new ArrayList<>();
    Set<String> missing = new TreeSet<>();
    for (Codes codes : indicator.any()) {
      codes.columns().stream().filter(column -> !present.contains(column)).forEach(missing::add);
      int[] columns =
          codes.columns().stream().filter(present::contains).mapToInt(Dictionary::index).toArray();
      if (columns.length > 0) {
        parts.add(anyHolds(columns, bits(codes.codes())));
      }
    }

    for (String part : indicator.anyOf()) {
      missing.addAll(lacking.getOrDefault(part, Set.of()));
      if (tests.get(part) != null) {
        parts.add(tests.get(part));
      }
    }

    if (!missing.isEmpty()) {
      lacking.put(indicator.name(), missing);
    }

    if (parts.isEmpty()) {
      absent.add(indicator.name());
      return null;
    }

    return row -> {
      for (Test part : parts) {
        if (part.holds(row)) {
          return true;
        }
      }

      return false;
    };
  }

  private static Set<Integer> columns(
      Indicator indicator, Set<String> present, Map<String, Set<Integer>> known) {
    Set<Integer> columns = new HashSet<>();
    indicator.any().stream()
        .flatMap(codes -> codes.columns().stream())
        .filter(present::contains)
        .map(Dictionary::index)
        .forEach(columns::add);
    indicator.anyOf().forEach(part -> columns.addAll(known.get(part)));
    return columns;
  }

  private static Test anyHolds(int[] columns, long codes) {
    return row -> {
      for (int column : columns) {
        double value = row[column];
        if (value >= 0 && value < Long.SIZE && ((codes >>> (int) value) & 1) == 1) {
          return true;
        }
      }

      return false;
    };
  }

  private static long bits(List<Integer> codes) {
    long bits = 0;
    for (int code : codes) {
      bits |= 1L << code;
    }

    return bits;
  }
}
