package org.quipu.program;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.quipu.file.TextTable;
import org.quipu.store.ProgramRow;

/**
 * A strategy that works in some regions and not in others: its records name them by the measure
 * {@value #MEMBER}.
 *
 * @param year in which it began, {@code month} the month, 1 to 12
 * @param regions codes of those in which it works
 * @param inPart those of them where it works in one province only
 * @param later those of them where it began in a year after the first
 */
public record Strategy(
    String name, int year, int month, Set<String> regions, Set<String> inPart, Set<String> later) {
  /** The measure of the records that name a strategy's regions. */
  public static final String MEMBER = "region_in_strategy";

  public Strategy {
    regions = Set.copyOf(regions);
    inPart = Set.copyOf(inPart);
    later = Set.copyOf(later);
  }

  /** The strategies that these records tell of, in their order. */
  public static List<Strategy> in(List<ProgramRow> programs) {
    Map<String, List<ProgramRow>> members =
        programs.stream()
            .filter(row -> row.measure().equals(MEMBER))
            .collect(
                Collectors.groupingBy(
                    ProgramRow::strategy, LinkedHashMap::new, Collectors.toList()));
    List<Strategy> strategies = new ArrayList<>();
    members.forEach((name, rows) -> strategies.add(of(name, rows)));
    return strategies;
  }

  private static Strategy of(String name, List<ProgramRow> members) {
    Map<String, Integer> starts = new TreeMap<>();
    Set<String> inPart = new TreeSet<>();
    for (ProgramRow member : members) {
      starts.merge(member.region(), 12 * member.year() + member.fromMonth() - 1, Math::min);
      if (!member.province().isEmpty()) {
        inPart.add(member.region());
      }
    }

    int start = Collections.min(starts.values());
    Set<String> later = new TreeSet<>(starts.keySet());
    later.removeIf(region -> starts.get(region) / 12 == start / 12);
    return new Strategy(name, start / 12, start % 12 + 1, starts.keySet(), inPart, later);
  }

  /** What a strategy is there to prevent, in two languages. */
  public record Aim(String spanish, String english) {}

  /**
   * What a strategy is there to prevent, where that is not the violence of husbands and partners
   * that ENDES asks about ({@code data/programs/strategies.csv}): then the indicators are negative
   * controls.
   */
  public static Optional<Aim> preventsInstead(String strategy) {
    return TextTable.shipped("programs/strategies.csv").rows().stream()
        .filter(row -> row.text("strategy").equals(strategy))
        .filter(row -> row.text("partner_violence").equals("no"))
        .map(row -> new Aim(row.text("prevents_es"), row.text("prevents_en")))
        .findFirst();
  }
}
