package org.quipu.bulletin;

import java.util.Comparator;
import java.util.List;
import org.quipu.endes.Dimensions;
import org.quipu.store.PrevalenceRow;

/** What a page says of groups of women. */
final class GroupSection {
  private final Evidence evidence;
  private final Labels labels;
  private final LevelWords words;
  private final int year;

  GroupSection(Evidence evidence, Labels labels, LevelWords words, int year) {
    this.evidence = evidence;
    this.labels = labels;
    this.words = words;
    this.year = year;
  }

  /**
   * The groups that the country's women are told apart by, each in the region too: those of like
   * length after each other, as they stand side by side on paper.
   */
  List<PageParts.Groups> of(String region) {
    return Dimensions.GROUPS.stream()
        .map(dimension -> groups(dimension, region))
        .filter(groups -> !groups.groups().isEmpty())
        .sorted(Comparator.comparingInt(groups -> groups.groups().size()))
        .toList();
  }

  private PageParts.Groups groups(String dimension, String region) {
    String crossed = Dimensions.crossed(Dimensions.REGION, dimension);

    return new PageParts.Groups(
        labels.text("group." + dimension),
        evidence.levels(FigureBuilder.ANY, dimension, year).stream()
            .map(PrevalenceRow::domain)
            .map(
                code ->
                    new PageParts.Group(
                        labels.group(dimension, code),
                        words.level(FigureBuilder.ANY, crossed, region + "|" + code, year),
                        words.level(FigureBuilder.ANY, dimension, code, year)))
            .toList());
  }

  /** Whether none of the region's groups has enough interviews. */
  boolean onlyCountry(String region) {
    return Dimensions.GROUPS.stream()
        .map(dimension -> Dimensions.crossed(Dimensions.REGION, dimension))
        .flatMap(crossed -> evidence.levels(FigureBuilder.ANY, crossed, year).stream())
        .filter(row -> row.domain().startsWith(region + "|"))
        .noneMatch(row -> !PlottedValues.estimate(row).showing().hidden());
  }
}
