package org.quipu.program;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.quipu.Regions;
import org.quipu.store.ProgramRow;

/**
 * What happens when several files tell of the same service, region, year and months, such as the
 * accounts to July and to December: one file is kept, the one that covers more months, so that
 * nobody is counted twice.
 *
 * @param rows the figures to keep
 * @param notes what was left out
 */
record Overlaps(List<ProgramRow> rows, List<String> notes) {

  /** What must not come from two files at once. */
  private record Account(
      String measure, String intervention, String region, String district, int year) {
    static Account of(ProgramRow row) {
      return new Account(
          row.measure(), row.intervention(), row.region(), row.district(), row.year());
    }
  }

  /** The part of a file that tells of one account. */
  private record Part(int file, Period months, int rows) {
    Part with(ProgramRow row) {
      Period wider =
          new Period(
              Math.min(months.fromMonth(), row.fromMonth()),
              Math.max(months.toMonth(), row.toMonth()));
      return new Part(file, wider, rows + 1);
    }
  }

  private static final Comparator<Part> BEST =
      Comparator.<Part>comparingInt(part -> part.months().months())
          .thenComparingInt(Part::rows)
          .thenComparing(Part::file, Comparator.reverseOrder());

  /**
   * Resolves the overlaps of files.
   *
   * @param known files that go before the others where they cover as much, and whose figures are
   *     not returned
   */
  static Overlaps resolve(List<RecordFile> known, List<RecordFile> read) {
    List<RecordFile> files = new ArrayList<>(known);
    files.addAll(read);
    Map<Account, Map<Integer, Part>> accounts = new LinkedHashMap<>();
    for (int i = 0; i < files.size(); i++) {
      for (ProgramRow row : files.get(i).rows()) {
        int file = i;
        accounts
            .computeIfAbsent(Account.of(row), account -> new LinkedHashMap<>())
            .compute(
                i,
                (key, part) ->
                    part == null
                        ? new Part(file, new Period(row.fromMonth(), row.toMonth()), 1)
                        : part.with(row));
      }
    }

    Map<Account, Set<Integer>> dropped = new LinkedHashMap<>();
    Map<String, Set<String>> told = new LinkedHashMap<>();
    accounts.forEach(
        (account, parts) -> {
          for (Part part : superseded(List.copyOf(parts.values()))) {
            dropped.computeIfAbsent(account, key -> new HashSet<>()).add(part.file());
            told.computeIfAbsent(
                    String.format(
                        Locale.ROOT,
                        "%s: %s of %d is told by another file that covers more; left out",
                        RecordFile.fileName(files.get(part.file()).name()),
                        account.measure(),
                        account.year()),
                    key -> new HashSet<>())
                .add(account.region());
          }
        });

    List<ProgramRow> kept = new ArrayList<>();
    for (int i = known.size(); i < files.size(); i++) {
      for (ProgramRow row : files.get(i).rows()) {
        if (!dropped.getOrDefault(Account.of(row), Set.of()).contains(i)) {
          kept.add(row);
        }
      }
    }

    return new Overlaps(kept, told.entrySet().stream().map(Overlaps::note).toList());
  }

  /** The parts whose months overlap those of a better part that is kept. */
  private static List<Part> superseded(List<Part> parts) {
    List<Part> kept = new ArrayList<>();
    List<Part> superseded = new ArrayList<>();
    for (Part part : parts.stream().sorted(BEST.reversed()).toList()) {
      boolean overlaps = kept.stream().anyMatch(other -> other.months().overlaps(part.months()));
      (overlaps ? superseded : kept).add(part);
    }

    return superseded;
  }

  private static String note(Map.Entry<String, Set<String>> entry) {
    int regions = entry.getValue().size();
    return regions == 1
        ? entry.getKey() + " for " + Regions.name(entry.getValue().iterator().next())
        : entry.getKey() + " for " + regions + " regions";
  }
}
