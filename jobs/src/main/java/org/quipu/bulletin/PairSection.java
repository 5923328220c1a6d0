package org.quipu.bulletin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
  List<PageParts.Pair> of(List<String> regions) {
    return pairs.isEmpty()
        ? List.of()
        : IntStream.range(0, regions.size())
            .boxed()
            .flatMap(
                i ->
                    IntStream.range(i + 1, regions.size())
                        .mapToObj(j -> pair(regions.get(i), regions.get(j))))
            .toList();
  }

  private PageParts.Pair pair(String region, String other) {
    ComparisonRow row = pairs.get(List.of(region, other));

    return row == null
        ? new PageParts.Pair(
            labels.region(region),
            labels.region(other),
            "–",
            NOT_TESTED,
            labels.text("pair." + NOT_TESTED))
        : pair(row);
  }

  private PageParts.Pair pair(ComparisonRow row) {
    boolean interval = !Double.isNaN(row.ciLow()) && !Double.isNaN(row.ciHigh());
    String difference =
        labels.language().signed(row.difference())
            + (interval
                ? " (" + labels.language().signedInterval(row.ciLow(), row.ciHigh()) + ")"
                : "");
    String tone = tone(row.verdict());

    return new PageParts.Pair(
        labels.region(row.domain()),
        labels.region(row.other()),
        difference,
        tone,
        labels.text("pair." + tone));
  }

  /** The verdicts on these pairs, each once. */
  List<PageParts.Verdict> verdicts(List<PageParts.Pair> shown) {
    return Stream.of("increase", "decrease", "no_clear_change", NOT_TESTED)
        .filter(tone -> shown.stream().anyMatch(pair -> pair.tone().equals(tone)))
        .map(tone -> new PageParts.Verdict(tone, labels.text("pair." + tone)))
        .toList();
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
