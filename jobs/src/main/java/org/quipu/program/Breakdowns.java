package org.quipu.program;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quipu.store.ProgramRow;

/**
 * Figures told apart into wholes and their parts by sex and age, so that no sum holds both.
 *
 * @param wholes the figures to add: totals, or, where a record has none, its parts
 * @param parts breakdowns that add up to their totals
 * @param notes which breakdowns do not, and are left out
 */
record Breakdowns(List<ProgramRow> wholes, List<ProgramRow> parts, List<String> notes) {

  /** How far a figure is broken down. */
  private enum Level {
    TOTAL,
    SEX,
    AGE,
    SEX_AND_AGE;

    static Level of(ProgramRow row) {
      if (row.ageGroup().isEmpty()) {
        return row.sex().isEmpty() ? TOTAL : SEX;
      }

      return row.sex().isEmpty() ? AGE : SEX_AND_AGE;
    }
  }

  /** The thing counted, of which a file may give the total and several breakdowns. */
  private record Thing(
      int year,
      int fromMonth,
      int toMonth,
      String region,
      String district,
      String strategy,
      String intervention,
      String measure) {
    static Thing of(ProgramRow row) {
      return new Thing(
          row.year(),
          row.fromMonth(),
          row.toMonth(),
          row.region(),
          row.district(),
          row.strategy(),
          row.intervention(),
          row.measure());
    }
  }

  private record Series(String measure, String intervention, String region, int year) {}

  static Breakdowns of(List<ProgramRow> rows) {
    Map<Thing, Level> levels = new HashMap<>();
    Map<Series, Map<Level, Double>> sums = new HashMap<>();
    List<ProgramRow> known = rows.stream().filter(row -> !Double.isNaN(row.value())).toList();
    for (ProgramRow row : known) {
      Level level = Level.of(row);
      levels.merge(Thing.of(row), level, (a, b) -> a.compareTo(b) <= 0 ? a : b);
      sums.computeIfAbsent(series(row), key -> new EnumMap<>(Level.class))
          .merge(level, row.value(), Double::sum);
    }

    List<ProgramRow> wholes = new ArrayList<>();
    List<ProgramRow> parts = new ArrayList<>();
    Map<String, Set<Integer>> incomplete = new TreeMap<>();
    Set<Series> told = new HashSet<>();
    for (ProgramRow row : known) {
      Level level = Level.of(row);
      if (level == levels.get(Thing.of(row))) {
        wholes.add(row);
      }

      if (level != Level.TOTAL) {
        if (addsUp(sums.get(series(row)), level)) {
          parts.add(row);
        } else if (told.add(series(row))) {
          incomplete.computeIfAbsent(row.measure(), key -> new TreeSet<>()).add(row.year());
        }
      }
    }

    return new Breakdowns(wholes, parts, notes(incomplete));
  }

  /** Whether a breakdown gives the total; one without a total cannot be wrong about it. */
  private static boolean addsUp(Map<Level, Double> sums, Level level) {
    double parts = sums.get(level);
    double total = sums.getOrDefault(Level.TOTAL, parts);
    return Math.abs(parts - total) <= 1e-9 * Math.abs(total);
  }

  private static Series series(ProgramRow row) {
    return new Series(row.measure(), row.intervention(), row.region(), row.year());
  }

  private static List<String> notes(Map<String, Set<Integer>> incomplete) {
    List<String> notes = new ArrayList<>();
    incomplete.forEach(
        (measure, years) ->
            notes.add(
                measure
                    + ": the sexes or ages of some regions do not add up to their total in "
                    + String.join(", ", years.stream().map(String::valueOf).toList())
                    + "; left out, the total stays"));
    return notes;
  }
}
