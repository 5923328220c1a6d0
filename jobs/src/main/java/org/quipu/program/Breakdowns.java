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
 * Figures separated into totals and their breakdowns by sex and age, so that no sum holds both.
 *
 * @param totals the figures to add: totals, or, where a record has none, its parts
 * @param parts breakdowns that add up to their totals
 * @param notes which breakdowns do not, and are left out
 */
record Breakdowns(List<ProgramRow> totals, List<ProgramRow> parts, List<String> notes) {

  /** Which of the figures. */
  enum Level {
    TOTALS,
    PARTS
  }

  /** How far a figure is broken down, the least first. */
  private enum Detail {
    TOTAL,
    SEX,
    AGE,
    SEX_AND_AGE;

    static Detail of(ProgramRow row) {
      if (row.ageGroup().isEmpty()) {
        return row.sex().isEmpty() ? TOTAL : SEX;
      }

      return row.sex().isEmpty() ? AGE : SEX_AND_AGE;
    }
  }

  /** What is counted, of which a file may give the total and several breakdowns. */
  private record Subject(
      int year,
      int fromMonth,
      int toMonth,
      String region,
      String district,
      String strategy,
      String intervention,
      String measure) {
    static Subject of(ProgramRow row) {
      return new Subject(
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

  /** The figures of a region and year, over which a breakdown must add up to the total. */
  private record Series(String measure, String intervention, String region, int year) {
    static Series of(ProgramRow row) {
      return new Series(row.measure(), row.intervention(), row.region(), row.year());
    }
  }

  static Breakdowns of(List<ProgramRow> rows) {
    Map<Subject, Detail> coarsest = new HashMap<>();
    Map<Series, Map<Detail, Double>> sums = new HashMap<>();
    List<ProgramRow> known = rows.stream().filter(row -> !Double.isNaN(row.value())).toList();
    for (ProgramRow row : known) {
      Detail detail = Detail.of(row);
      coarsest.merge(Subject.of(row), detail, (a, b) -> a.compareTo(b) <= 0 ? a : b);
      sums.computeIfAbsent(Series.of(row), key -> new EnumMap<>(Detail.class))
          .merge(detail, row.value(), Double::sum);
    }

    List<ProgramRow> totals = new ArrayList<>();
    List<ProgramRow> parts = new ArrayList<>();
    Map<String, Set<Integer>> incomplete = new TreeMap<>();
    Set<Series> noted = new HashSet<>();
    for (ProgramRow row : known) {
      Detail detail = Detail.of(row);
      if (detail == coarsest.get(Subject.of(row))) {
        totals.add(row);
      }

      if (detail != Detail.TOTAL) {
        if (addsUp(sums.get(Series.of(row)), detail)) {
          parts.add(row);
        } else if (noted.add(Series.of(row))) {
          incomplete.computeIfAbsent(row.measure(), key -> new TreeSet<>()).add(row.year());
        }
      }
    }

    return new Breakdowns(totals, parts, notes(incomplete));
  }

  List<ProgramRow> of(Level level) {
    return level == Level.TOTALS ? totals : parts;
  }

  /** Whether a breakdown adds up to the total; one without a total cannot contradict it. */
  private static boolean addsUp(Map<Detail, Double> sums, Detail detail) {
    double parts = sums.get(detail);
    double total = sums.getOrDefault(Detail.TOTAL, parts);
    return Math.abs(parts - total) <= 1e-9 * Math.abs(total);
  }

  private static List<String> notes(Map<String, Set<Integer>> incomplete) {
    List<String> notes = new ArrayList<>();
    incomplete.forEach(
        (measure, years) ->
            notes.add(
                measure
                    + ": the breakdowns by sex or age of some regions do not add up to the total in "
                    + String.join(", ", years.stream().map(String::valueOf).toList())
                    + "; they are left out, and the total is kept"));
    return notes;
  }
}
