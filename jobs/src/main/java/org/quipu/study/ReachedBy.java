package org.quipu.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.quipu.YearRange;
import org.quipu.association.AssociationAnalysis;
import org.quipu.association.AssociationSpec;
import org.quipu.association.Region;
import org.quipu.panel.Panel;
import org.quipu.store.CoverageRow;

/**
 * How far prevention had reached the regions when a year's survey began: coverage from the first
 * year of a window to the year before, nothing in the first year itself. Unknown beyond the window,
 * and where any of the years has no whole records.
 */
public final class ReachedBy {
  private static final String TERM = "coverage reached by then";
  private static final int FEWEST_YEARS = 3;

  private record Key(String measure, String region, int year) {}

  private final YearRange window;
  private final Map<Key, Double> coverage = new HashMap<>();

  private ReachedBy(YearRange window) {
    this.window = window;
  }

  /** The windows whose coverage is needed: from the first year to each of the years. */
  public static List<YearRange> windows(YearRange window) {
    return window.years().stream().map(last -> new YearRange(window.from(), last)).toList();
  }

  /**
   * Coverage reached by each year.
   *
   * @param coverage over {@link #windows}
   */
  public static ReachedBy of(List<CoverageRow> coverage, YearRange window) {
    ReachedBy reachedBy = new ReachedBy(window);
    for (CoverageRow row : coverage) {
      if (row.partial().isEmpty()) {
        reachedBy.coverage.put(
            new Key(row.measure(), row.region(), row.toYear() + 1), row.coverage());
      }
    }

    return reachedBy;
  }

  private OptionalDouble before(String measure, String region, int year) {
    if (year == window.from()) {
      return OptionalDouble.of(0);
    }

    double known = coverage.getOrDefault(new Key(measure, region, year), Double.NaN);
    return Double.isNaN(known) ? OptionalDouble.empty() : OptionalDouble.of(known);
  }

  /** The same question answered from the panel of all years; empty where there are too few. */
  public Optional<AssociationAnalysis> panel(RegionSeries series, AssociationSpec spec) {
    Panel panel = series.panel(TERM, (region, year) -> before(spec.measure(), region, year));
    List<Integer> years = panel.times().stream().distinct().sorted().toList();
    if (years.size() < FEWEST_YEARS) {
      return Optional.empty();
    }

    int last = years.get(years.size() - 1);
    List<String> leftOut = spec.leftOut();
    List<Region> regions =
        spec.regions().stream()
            .filter(r -> !leftOut.contains(r.key()) || !panel.units().contains(r.key()))
            .toList();
    return Optional.of(
        AssociationAnalysis.ofPanel(
            new AssociationSpec(
                spec.indicator(),
                spec.measure(),
                new YearRange(years.get(0), last),
                new YearRange(window.from(), last - 1),
                regions,
                List.of(),
                spec.caveats(),
                spec.coverageNotes(),
                spec.family()),
            panel));
  }
}
