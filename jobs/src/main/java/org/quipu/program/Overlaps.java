package org.quipu.program;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.quipu.Regions;
import org.quipu.store.ProgramRow;

/**
 * Several files can cover the same service, place, year and months, such as a file up to July and
 * one up to December, or one by region and one by district. One of them is kept, the one that
 * covers more months, so that nobody is counted twice.
 *
 * @param rows the figures to keep
 * @param notes what was left out
 */
record Overlaps(List<ProgramRow> rows, List<String> notes) {

  /** What must come from one file only; without a district, all of the region. */
  private record Subject(
      String measure, String intervention, String region, String district, int year) {
    static Subject ofRegion(ProgramRow row) {
      return new Subject(measure(row), row.intervention(), row.region(), "", row.year());
    }

    static Subject ofDistrict(ProgramRow row) {
      return new Subject(
          measure(row), row.intervention(), row.region(), row.district(), row.year());
    }

    /** A region may be in several strategies at once. */
    private static String measure(ProgramRow row) {
      return row.measure().equals(Strategy.MEMBER)
          ? row.measure() + " of " + row.strategy()
          : row.measure();
    }
  }

  /**
   * The part of a file that is about one subject.
   *
   * @param ofRegion whether some of its rows are of the region and no district
   */
  private record Part(int file, Period months, int rows, boolean ofRegion) {
    static Part of(int file, ProgramRow row) {
      return new Part(
          file, new Period(row.fromMonth(), row.toMonth()), 1, row.district().isEmpty());
    }

    Part with(Part other) {
      Period hull =
          new Period(
              Math.min(months.fromMonth(), other.months.fromMonth()),
              Math.max(months.toMonth(), other.months.toMonth()));
      return new Part(file, hull, rows + other.rows, ofRegion || other.ofRegion);
    }

    boolean overlaps(Part other) {
      return months.overlaps(other.months);
    }
  }

  private static final Comparator<Part> BEST_FIRST =
      Comparator.<Part>comparingInt(part -> -part.months().months())
          .thenComparingInt(part -> -part.rows())
          .thenComparingInt(Part::file);

  /** A row and the file that it is from. */
  private record Entry(int file, ProgramRow row) {}

  /**
   * Resolves the overlaps of files.
   *
   * @param known files that take precedence over the others where they cover as much, and whose
   *     figures are not returned
   */
  static Overlaps resolve(List<RecordFile> known, List<RecordFile> read) {
    List<RecordFile> files = new ArrayList<>(known);
    files.addAll(read);
    List<Entry> all = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      for (ProgramRow row : files.get(i).rows()) {
        all.add(new Entry(i, row));
      }
    }

    Map<String, Set<String>> dropped = new LinkedHashMap<>();
    List<Entry> byRegion =
        keep(all, files, dropped, Subject::ofRegion, (a, b) -> a.ofRegion() || b.ofRegion());
    List<Entry> kept = keep(byRegion, files, dropped, Subject::ofDistrict, (a, b) -> true);
    return new Overlaps(
        kept.stream().filter(entry -> entry.file() >= known.size()).map(Entry::row).toList(),
        dropped.entrySet().stream().map(Overlaps::note).toList());
  }

  /** The rows of subjects that no better file covers. */
  private static List<Entry> keep(
      List<Entry> entries,
      List<RecordFile> files,
      Map<String, Set<String>> dropped,
      Function<ProgramRow, Subject> subject,
      BiPredicate<Part, Part> comparable) {
    Map<Subject, Map<Integer, Part>> subjects = new LinkedHashMap<>();
    for (Entry entry : entries) {
      subjects
          .computeIfAbsent(subject.apply(entry.row()), key -> new LinkedHashMap<>())
          .merge(entry.file(), Part.of(entry.file(), entry.row()), Part::with);
    }

    Map<Subject, Set<Integer>> left = new HashMap<>();
    subjects.forEach(
        (about, parts) -> {
          List<Part> best = new ArrayList<>();
          for (Part part : parts.values().stream().sorted(BEST_FIRST).toList()) {
            if (best.stream().anyMatch(b -> b.overlaps(part) && comparable.test(b, part))) {
              left.computeIfAbsent(about, key -> new HashSet<>()).add(part.file());
              dropped
                  .computeIfAbsent(what(files.get(part.file()), about), key -> new TreeSet<>())
                  .add(about.region());
            } else {
              best.add(part);
            }
          }
        });
    return entries.stream()
        .filter(
            entry ->
                !left.getOrDefault(subject.apply(entry.row()), Set.of()).contains(entry.file()))
        .toList();
  }

  private static String what(RecordFile file, Subject subject) {
    return String.format(
        Locale.ROOT,
        "%s: %s of %d left out, another file covers the same or more",
        RecordFile.fileName(file.name()),
        subject.measure(),
        subject.year());
  }

  private static String note(Map.Entry<String, Set<String>> entry) {
    Set<String> regions = entry.getValue();
    return entry.getKey()
        + (regions.size() == 1
            ? " of " + Regions.name(regions.iterator().next())
            : " of " + regions.size() + " regions");
  }
}
