package org.quipu.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
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
final class ReachedBy {
  private static final String TERM = "coverage reached by then";
  private static final int FEWEST_YEARS = 3;

  private record Key(String measure, String region, int year) {}

  private final YearRange window;
  private final Map<Key, Double> coverage = new HashMap<>();

  private ReachedBy(YearRange window) {
    this.window = window;
  }

  static ReachedBy of(CoverageJob job, YearRange window) {
    ReachedBy reachedBy = new ReachedBy(window);
    List<YearRange> windows =
        IntStream.rangeClosed(window.from(), window.to())
            .mapToObj(last -> new YearRange(window.from(), last))
            .toList();
    for (CoverageRow row : job.over(windows)) {
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

  /** The same question put to the panel of all years; empty where there are too few. */
  Optional<AssociationAnalysis> panel(RegionSeries series, AssociationSpec question) {
    Panel panel = series.panel(TERM, (region, year) -> before(question.measure(), region, year));
    List<Integer> years = panel.times().stream().distinct().sorted().toList();
    if (years.size() < FEWEST_YEARS) {
      return Optional.empty();
    }

    int last = years.get(years.size() - 1);
    List<String> leftOut = question.leftOut();
    List<Region> regions =
        question.regions().stream()
            .filter(r -> !leftOut.contains(r.key()) || !panel.units().contains(r.key()))
            .toList();
    return Optional.of(
        AssociationAnalysis.ofPanel(
            new AssociationSpec(
                question.indicator(),
                question.measure(),
                new YearRange(years.get(0), last),
                new YearRange(window.from(), last - 1),
                regions,
                List.of(),
                question.caveats()),
            panel));
  }
}
