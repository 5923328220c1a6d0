package org.quipu.bulletin;

import java.util.Optional;
import org.quipu.store.PositionRow;

/** What a page says of where its region stands among the others. */
final class PositionSection {
  private final Evidence evidence;
  private final Labels labels;
  private final int year;

  /**
   * @param year of the levels
   */
  PositionSection(Evidence evidence, Labels labels, int year) {
    this.evidence = evidence;
    this.labels = labels;
    this.year = year;
  }

  private Optional<PositionRow> position(String region) {
    return evidence.position(FigureBuilder.ANY, region, year);
  }

  /** From how many of the other regions the region differs clearly. */
  Optional<String> message(String region) {
    return position(region)
        .map(
            row ->
                labels.text(
                    "position." + kind(row),
                    row.notDistinguished(),
                    row.domains() - 1,
                    row.lower(),
                    row.higher(),
                    year));
  }

  private static String kind(PositionRow row) {
    return row.lower() + row.higher() == 0
        ? "alike"
        : row.lower() == 0 ? "lower" : row.higher() == 0 ? "higher" : "between";
  }

  /** The ranks that the region may have. */
  Optional<String> ranks(String region) {
    return position(region)
        .map(
            row ->
                labels.text(
                    row.rankLow() == row.rankHigh() ? "position.rank" : "position.ranks",
                    row.rank(),
                    row.domains(),
                    row.rankLow(),
                    row.rankHigh()));
  }
}
