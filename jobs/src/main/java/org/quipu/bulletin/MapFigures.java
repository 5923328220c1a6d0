package org.quipu.bulletin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.charts.About;
import org.quipu.charts.ChangeFigure;
import org.quipu.charts.ChangeMap;
import org.quipu.charts.Classes;
import org.quipu.charts.LevelMap;
import org.quipu.charts.MapArea;
import org.quipu.charts.MapGround;
import org.quipu.charts.PlottedChange;
import org.quipu.charts.PlottedLevel;
import org.quipu.endes.Dimensions;
import org.quipu.store.ChangeRow;

/** Rows of the regions' levels and changes as maps. A map for which there are no rows is empty. */
final class MapFigures {
  private final Evidence evidence;
  private final Labels labels;
  private final MapGround ground;

  MapFigures(Evidence evidence, Labels labels, Boundaries boundaries) {
    this.evidence = evidence;
    this.labels = labels;
    this.ground = boundaries.ground(MapLevel.REGION, labels);
  }

  /** The levels of a year. */
  Optional<Drawing> levels(String indicator, int year, String highlighted) {
    FigureSources sources = new FigureSources(labels);
    LevelMap.Content content = content(indicator, year, sources);

    if (content.levels().values().stream().allMatch(level -> Double.isNaN(level.percent()))) {
      return Optional.empty();
    }

    About about = sources.about(indicator, highlighted);

    return Optional.of(
        sources.drawing(
            FigureName.of(FigureKind.MAP, indicator, year),
            about,
            LevelMap.ofLevels(about, String.valueOf(year), ground, content, classes(indicator))));
  }

  /** How wide the intervals of a year's levels are. */
  Optional<Drawing> widths(String indicator, int year) {
    FigureSources sources = new FigureSources(labels);
    LevelMap.Content content = content(indicator, year, sources);

    if (content.levels().values().stream().allMatch(level -> Double.isNaN(level.low()))) {
      return Optional.empty();
    }

    About about = sources.about(indicator, "");

    return Optional.of(
        sources.drawing(
            FigureName.of(FigureKind.MAP_INTERVAL, indicator, year),
            about,
            LevelMap.ofWidths(about, String.valueOf(year), ground, content)));
  }

  private LevelMap.Content content(String indicator, int year, FigureSources sources) {
    Map<String, PlottedLevel> levels = new HashMap<>();
    for (String region : Regions.codes()) {
      levels.put(region, sources.level(evidence.level(indicator, region, year)));
    }

    return new LevelMap.Content(
        levels,
        sources.level(evidence.level(indicator, Regions.NATIONAL, year)),
        labels.region(Regions.NATIONAL),
        Set.of(),
        ground.areas().stream().map(MapArea::code).collect(Collectors.toSet()));
  }

  /** Classes for the levels of all regions in all years, so that maps can be compared. */
  private Classes classes(String indicator) {
    return classes(
        evidence.prevalence().stream()
            .filter(row -> row.indicator().equals(indicator))
            .filter(row -> row.by().equals(Dimensions.REGION))
            .map(PlottedValues::estimate)
            .toList());
  }

  /** Classes for these levels. */
  static Classes classes(List<PlottedLevel> levels) {
    double[] widths =
        levels.stream()
            .mapToDouble(level -> level.high() - level.low())
            .filter(width -> !Double.isNaN(width))
            .sorted()
            .toArray();

    return Classes.ofLevels(
        levels.stream()
            .mapToDouble(PlottedLevel::percent)
            .filter(percent -> !Double.isNaN(percent))
            .toArray(),
        widths.length == 0 ? Double.NaN : widths[widths.length / 2]);
  }

  /** The changes between two years. */
  Optional<Drawing> changes(String indicator, YearRange span, String highlighted) {
    List<ChangeRow> rows = evidence.regionalChanges(indicator, span);
    if (rows.isEmpty()) {
      return Optional.empty();
    }

    FigureSources sources = new FigureSources(labels);
    Map<String, PlottedChange> changes = new HashMap<>();
    for (ChangeRow row : rows) {
      sources.add(row, span);
      changes.put(row.domain(), PlottedValues.change(row));
    }

    Optional<ChangeRow> nation = evidence.change(indicator, Regions.NATIONAL, span);
    nation.ifPresent(row -> sources.add(row, span));
    About about = sources.about(indicator, highlighted);

    return Optional.of(
        sources.drawing(
            FigureName.of(FigureKind.MAP_CHANGE, indicator, span),
            about,
            ChangeMap.of(
                about,
                span.from(),
                span.to(),
                ground,
                new ChangeFigure.Row(
                    labels.region(Regions.NATIONAL),
                    nation.map(PlottedValues::change).orElse(FigureBuilder.NO_CHANGE)),
                changes,
                FigureBuilder.family(rows.get(0), labels))));
  }
}
