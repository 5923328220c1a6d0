package org.quipu.bulletin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.quipu.change.ContrastVerdict;
import org.quipu.store.ComparisonRow;

/** Every two regions compared in a year. */
final class PairSection {
  private static final String NOT_TESTED = "not_tested";

  private final Labels labels;
  private final Map<List<String>, ComparisonRow> pairs = new HashMap<>();

  PairSection(Evidence evidence, Labels labels, int year) {
    this.labels = labels;
    evidence
        .comparisons(FigureBuilder.ANY, year)
        .forEach(row -> pairs.put(List.of(row.domain(), row.other()), row));
  }

  /**
   * Each of these regions with each that comes after it, known or not; empty where no comparison
   * is.
   *
   * @param regions codes, in the order of the table
   */
  List<PageParts.Pairs> of(List<String> regions) {
    return pairs.isEmpty()
        ? List.of()
        : IntStream.range(0, regions.size() - 1)
            .mapToObj(i -> pairs(regions.get(i), regions.subList(i + 1, regions.size())))
            .toList();
  }

  private PageParts.Pairs pairs(String region, List<String> others) {
    return new PageParts.Pairs(
        labels.region(region), others.stream().map(other -> pair(region, other)).toList());
  }

  private PageParts.Pair pair(String region, String other) {
    ComparisonRow row = pairs.get(List.of(region, other));
    String tone = row == null ? NOT_TESTED : tone(row.verdict());

    return new PageParts.Pair(
        labels.region(other),
        row == null ? "–" : difference(row),
        tone,
        labels.text("pair." + tone));
  }

  private String difference(ComparisonRow row) {
    String difference = labels.language().signed(row.difference());

    return Double.isNaN(row.ciLow()) || Double.isNaN(row.ciHigh())
        ? difference
        : difference + " (" + labels.language().signedInterval(row.ciLow(), row.ciHigh()) + ")";
  }

  /** How a verdict is dressed, as one on a change. */
  private static String tone(ContrastVerdict verdict) {
    return switch (verdict) {
      case HIGHER -> "increase";
      case LOWER -> "decrease";
      case NO_CLEAR_DIFFERENCE -> "no_clear_change";
      case NOT_TESTED -> NOT_TESTED;
    };
  }
}
