package org.quipu.bulletin;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quipu.Regions;
import org.quipu.charts.About;
import org.quipu.charts.HighestAreasFigure;
import org.quipu.charts.LevelMap;
import org.quipu.charts.MapGround;
import org.quipu.charts.Mark;
import org.quipu.charts.PlottedLevel;
import org.quipu.charts.TargetMap;
import org.quipu.store.SmallAreaRow;
import org.quipu.store.TargetRow;
import org.quipu.survey.quality.QualityMark;

/** Provinces and districts as figures: what a model estimates of them, and which a plan chooses. */
final class AreaFigures {
  private static final int HIGHEST = 20;

  /** So many areas carry labels on a map, beside the capital, which is drawn larger. */
  private static final int LABELLED = 10;

  private static final Set<String> CAPITAL = Set.of("1501", "0701");

  private final Evidence evidence;
  private final Labels labels;
  private final Boundaries boundaries;

  AreaFigures(Evidence evidence, Labels labels, Boundaries boundaries) {
    this.evidence = evidence;
    this.labels = labels;
    this.boundaries = boundaries;
  }

  /**
   * Estimates of one run of the model: of one level, indicator and set of years.
   *
   * @param years as they are pooled
   */
  record Study(MapLevel level, String indicator, List<Integer> years) {
    private static Optional<Study> of(SmallAreaRow row) {
      return MapLevel.of(row.level())
          .map(level -> new Study(level, row.indicator(), AreaEstimates.years(row)));
    }
  }

  /** The studies in the tables. */
  List<Study> studies() {
    return evidence.smallAreas().stream()
        .map(Study::of)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** The level of the areas that a plan chooses among; empty without a plan. */
  Optional<MapLevel> planned() {
    return evidence.targets().stream().findFirst().map(TargetRow::level).flatMap(MapLevel::of);
  }

  /** The rows of a study, the highest estimate first. */
  List<SmallAreaRow> rows(Study study) {
    return evidence.smallAreas().stream()
        .filter(row -> Study.of(row).filter(study::equals).isPresent())
        .sorted(
            Comparator.comparingDouble((SmallAreaRow row) -> -PlottedValues.estimate(row).percent())
                .thenComparing(SmallAreaRow::area))
        .toList();
  }

  /** The estimates on a map; empty without outlines. */
  Optional<Drawing> levels(Study study) {
    return ground(study.level())
        .map(
            ground -> {
              List<SmallAreaRow> rows = rows(study);
              FigureSources sources = sources(rows);
              LevelMap.Content content = content(study, rows, sources);
              About about = sources.about(study.indicator(), "");

              return sources.drawing(
                  FigureName.of(FigureKind.MAP, study),
                  about,
                  LevelMap.ofLevels(
                      about,
                      years(study),
                      ground,
                      content,
                      MapFigures.classes(rows.stream().map(PlottedValues::estimate).toList())));
            });
  }

  /** How wide the intervals of the estimates are; empty without outlines. */
  Optional<Drawing> widths(Study study) {
    return ground(study.level())
        .map(
            ground -> {
              List<SmallAreaRow> rows = rows(study);
              FigureSources sources = sources(rows);
              LevelMap.Content content = content(study, rows, sources);
              About about = sources.about(study.indicator(), "");

              return sources.drawing(
                  FigureName.of(FigureKind.MAP_INTERVAL, study),
                  about,
                  LevelMap.ofWidths(about, years(study), ground, content));
            });
  }

  /** The areas with the highest estimates. */
  Drawing highest(Study study) {
    List<SmallAreaRow> rows = rows(study);
    FigureSources sources = sources(rows.stream().limit(HIGHEST).toList());
    PlottedLevel nation = nation(study, sources);
    About about = sources.about(study.indicator(), "");

    return sources.drawing(
        FigureName.of(FigureKind.HIGHEST, study),
        about,
        HighestAreasFigure.of(
            about,
            years(study),
            rows.stream()
                .limit(HIGHEST)
                .map(
                    row ->
                        new HighestAreasFigure.Row(
                            name(row),
                            PlottedValues.estimate(row),
                            row.rankSetLow(),
                            row.rankSetHigh(),
                            unsampled(row)))
                .toList(),
            new HighestAreasFigure.Among(
                study.level().kind(),
                labels.region(Regions.NATIONAL),
                nation,
                rows.size(),
                rows.stream().filter(row -> row.rankGroup() == 1).count())));
  }

  /** The plan on a map; empty without one, or without outlines of its areas. */
  Optional<Drawing> targets() {
    return planned().flatMap(this::ground).map(this::targets);
  }

  private Drawing targets(MapGround ground) {
    List<TargetRow> rows = evidence.targets();
    boolean margins = rows.stream().anyMatch(row -> !Double.isNaN(row.margin()));
    Map<String, TargetMap.Target> targets = new HashMap<>();
    for (TargetRow row : rows) {
      targets.put(
          row.area(),
          new TargetMap.Target(
              row.rank(),
              row.selected(),
              100 * row.selectionFrequency(),
              margins && Double.isNaN(row.margin())));
    }

    FigureSources sources = new FigureSources(labels);
    rows.forEach(sources::add);
    if (evidence.synthetic()) {
      sources.marks().add(Mark.SYNTHETIC);
    }
    About about =
        sources
            .about(rows.get(0).indicator(), "")
            .from(labels.text(sources.synthetic() ? "source.targets.synthetic" : "source.targets"));

    return sources.drawing(FigureName.TARGETS, about, TargetMap.of(about, ground, targets));
  }

  private Optional<MapGround> ground(MapLevel level) {
    return boundaries.has(level) ? Optional.of(boundaries.ground(level, labels)) : Optional.empty();
  }

  private LevelMap.Content content(Study study, List<SmallAreaRow> rows, FigureSources sources) {
    Map<String, PlottedLevel> levels = new HashMap<>();
    rows.forEach(row -> levels.put(row.area(), PlottedValues.estimate(row)));
    Set<String> labelled = new HashSet<>(CAPITAL);
    rows.stream().limit(LABELLED).map(SmallAreaRow::area).forEach(labelled::add);

    return new LevelMap.Content(
        levels,
        nation(study, sources),
        labels.region(Regions.NATIONAL),
        rows.stream()
            .filter(AreaFigures::unsampled)
            .map(SmallAreaRow::area)
            .collect(Collectors.toSet()),
        labelled);
  }

  /** The country's level, where the estimates are of one year. */
  PlottedLevel nation(Study study, FigureSources sources) {
    if (study.years().size() != 1) {
      return PlottedLevel.NONE;
    }

    return sources.level(evidence.level(study.indicator(), Regions.NATIONAL, study.years().get(0)));
  }

  /** An area's name, with its region's. */
  String name(SmallAreaRow row) {
    String region = labels.region(row.area().substring(0, 2));

    return region.equals(row.label()) ? region : row.label() + " (" + region + ")";
  }

  /** Whether nobody was interviewed in an area. */
  static boolean unsampled(SmallAreaRow row) {
    return row.quality().has(QualityMark.NO_SAMPLE);
  }

  /** The years of a study, as they are written. */
  String years(Study study) {
    return labels.names().list(study.years().stream().map(String::valueOf).toList());
  }

  /** What is told of these rows. */
  FigureSources sources(List<SmallAreaRow> rows) {
    FigureSources sources = new FigureSources(labels);
    rows.forEach(sources::add);

    return sources;
  }
}
