package org.quipu.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.quipu.association.Answer;
import org.quipu.association.Panel;
import org.quipu.association.Question;
import org.quipu.association.Region;
import org.quipu.association.Years;
import org.quipu.program.Coverage.Window;
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

  private final Window window;
  private final Map<Key, Double> coverage = new HashMap<>();

  private ReachedBy(Window window) {
    this.window = window;
  }

  static ReachedBy of(CoverageJob job, Window window) {
    ReachedBy reachedBy = new ReachedBy(window);
    List<Window> windows =
        IntStream.rangeClosed(window.from(), window.to())
            .mapToObj(last -> new Window(window.from(), last))
            .toList();
    for (CoverageRow row : job.over(windows)) {
      if (row.partial() == null || row.partial().isEmpty()) {
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
  Optional<Answer> panel(RegionSeries series, Question question) {
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
        Answer.ofPanel(
            new Question(
                question.indicator(),
                question.measure(),
                new Years(years.get(0), last),
                new Years(window.from(), last - 1),
                regions,
                List.of(),
                question.caveats()),
            panel));
  }
}
