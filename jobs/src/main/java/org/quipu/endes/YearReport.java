package org.quipu.endes;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts made while the women of one year were assembled. The reports of parts of a year are added.
 */
final class YearReport implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long[] answered = new long[Dictionary.columns().size()];
  private final Map<String, Long> rows = new TreeMap<>();
  private final Map<String, Long> duplicates = new TreeMap<>();
  private final Map<String, Long> withoutWoman = new TreeMap<>();
  private final Completeness completeness = new Completeness();
  private long women;
  private long withoutWeight;
  private long unknownRegion;
  private long withoutDesign;

  void countRow(String module) {
    rows.merge(module, 1L, Long::sum);
  }

  void countDuplicate(String module) {
    duplicates.merge(module, 1L, Long::sum);
  }

  void countWithoutWoman(String module) {
    withoutWoman.merge(module, 1L, Long::sum);
  }

  void countWithoutWeight() {
    withoutWeight++;
  }

  void countUnknownRegion() {
    unknownRegion++;
  }

  void countWithoutDesign() {
    withoutDesign++;
  }

  void countWoman(double[] row) {
    women++;
    for (int i = 0; i < answered.length; i++) {
      if (!Double.isNaN(row[i])) {
        answered[i]++;
      }
    }
  }

  void add(YearReport part) {
    women += part.women;
    withoutWeight += part.withoutWeight;
    unknownRegion += part.unknownRegion;
    withoutDesign += part.withoutDesign;
    for (int i = 0; i < answered.length; i++) {
      answered[i] += part.answered[i];
    }

    addAll(rows, part.rows);
    addAll(duplicates, part.duplicates);
    addAll(withoutWoman, part.withoutWoman);
    completeness.add(part.completeness);
  }

  private static void addAll(Map<String, Long> sums, Map<String, Long> parts) {
    parts.forEach((module, count) -> sums.merge(module, count, Long::sum));
  }

  /** Women in the table. */
  long women() {
    return women;
  }

  long rows(String module) {
    return rows.getOrDefault(module, 0L);
  }

  /** Rows of a module without a woman in the base module. */
  long withoutWoman(String module) {
    return withoutWoman.getOrDefault(module, 0L);
  }

  long withoutDesign() {
    return withoutDesign;
  }

  Completeness completeness() {
    return completeness;
  }

  /** The harmonised columns in which any woman has a value. */
  Set<String> answered() {
    Set<String> columns = new TreeSet<>();
    for (int i = 0; i < answered.length; i++) {
      if (answered[i] > 0) {
        columns.add(Dictionary.columns().get(i));
      }
    }

    return columns;
  }

  /** What a reader of the table should know that is as expected, one sentence each. */
  List<String> notes(WeightKind weight) {
    List<String> notes = new ArrayList<>();
    if (withoutWeight > 0) {
      notes.add(
          withoutWeight
              + " women without a weight above 0 ("
              + weight.whoHasNone()
              + ") are not in the design");
    }

    completeness.gaps().stream()
        .filter(gap -> !gap.isLarge())
        .forEach(gap -> notes.add(gap.module() + ": " + gap));
    return notes;
  }

  /** Faults of the files, one sentence each. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (withoutDesign > 0) {
      faults.add(withoutDesign + " women without stratum or cluster are not in the design");
    }

    if (unknownRegion > 0) {
      faults.add(unknownRegion + " women with an unknown region code count in the country alone");
    }

    duplicates.forEach(
        (module, count) ->
            faults.add(module + ": " + count + " rows repeat a key; the first is kept"));
    withoutWoman.forEach(
        (module, count) ->
            faults.add(module + ": " + count + " rows without a woman in the sample"));
    completeness.gaps().stream()
        .filter(Completeness.Gap::isLarge)
        .forEach(gap -> faults.add(gap.module() + ": " + gap + "; they count as missing"));
    return faults;
  }
}
