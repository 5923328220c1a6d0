package org.quipu.bulletin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.association.EventStudyTerm;
import org.quipu.charts.Figure;
import org.quipu.endes.Indicator;
import org.quipu.smallarea.AreaLevel;
import org.quipu.store.AssociationRow;
import org.quipu.store.ChangeRow;
import org.quipu.store.EventStudyRow;
import org.quipu.text.Language;

/** All figures that the tables allow, by the names of their files. */
public final class ChartSet {

  private final Evidence evidence;
  private final FigureBuilder figures;
  private final StudyFigures studies;
  private final MapFigures maps;
  private final AreaFigures areas;
  private final Map<String, Supplier<Optional<Figure>>> plan = new LinkedHashMap<>();

  private ChartSet(Evidence evidence, Language language, Boundaries boundaries) {
    this.evidence = evidence;
    Labels labels = new Labels(language);
    this.figures = new FigureBuilder(evidence, labels);
    this.studies = new StudyFigures(evidence, labels);
    this.maps = new MapFigures(evidence, labels, boundaries);
    this.areas = new AreaFigures(evidence, labels, boundaries);
  }

  /**
   * The figures of these indicators; of all whose change is known and that are not single acts,
   * where none is named.
   *
   * @param boundaries for maps
   */
  public static ChartSet of(
      Evidence evidence, Language language, List<String> indicators, Boundaries boundaries) {
    ChartSet set = new ChartSet(evidence, language, boundaries);
    List<String> chosen = indicators.isEmpty() ? set.summaries() : indicators;
    chosen.forEach(set::planChanges);
    set.planAssociations(chosen);
    set.planStrategies(chosen);
    set.planAreas(indicators);
    set.plan.put("series-national", set.figures::series);
    set.plan.put("reach-national", () -> set.figures.reach(Regions.NATIONAL));

    return set;
  }

  /** Those of these indicators whose change is not known, so that no figure is about them. */
  public static List<String> withoutChange(Evidence evidence, List<String> indicators) {
    return indicators.stream().filter(name -> evidence.spans(name).isEmpty()).toList();
  }

  /** The indicators that sum up several acts. */
  private List<String> summaries() {
    return evidence.changes().stream()
        .map(ChangeRow::indicator)
        .distinct()
        .filter(indicator -> Indicator.is(indicator, Indicator.Kind.SUMMARY))
        .toList();
  }

  private void planChanges(String indicator) {
    for (YearRange span : evidence.spans(indicator)) {
      String name = indicator + "-" + span.from() + "-" + span.to();
      plan.put("prevalence-" + name, () -> figures.prevalence(indicator, span, ""));
      plan.put("change-" + name, () -> figures.change(indicator, span, ""));
      String year = indicator + "-" + span.to();
      plan.put("map-" + year, () -> maps.levels(indicator, span.to(), ""));
      plan.put("map-interval-" + year, () -> maps.widths(indicator, span.to()));
      plan.put("map-change-" + name, () -> maps.changes(indicator, span, ""));
    }
  }

  private void planAssociations(List<String> indicators) {
    for (AssociationRow row : evidence.associations()) {
      if (row.headline() && indicators.contains(row.indicator())) {
        plan.put(
            "association-%s-%s-%s-%s-coverage-%s-%s"
                .formatted(
                    row.indicator(),
                    row.measure(),
                    row.fromYear(),
                    row.toYear(),
                    row.coverageFrom(),
                    row.coverageTo()),
            () -> studies.association(row, ""));
      }
    }
  }

  private void planStrategies(List<String> indicators) {
    for (EventStudyRow row : evidence.events()) {
      if (row.term() == EventStudyTerm.EFFECT && indicators.contains(row.indicator())) {
        plan.put(
            "strategy-%s-%s-%s-%s"
                .formatted(
                    FileNames.plain(row.strategy()), row.indicator(), row.fromYear(), row.toYear()),
            () -> studies.strategy(row.strategy(), row.indicator()));
      }
    }
  }

  /**
   * The provinces and districts of these indicators; of all that are estimated, where none is
   * named.
   */
  private void planAreas(List<String> indicators) {
    for (AreaFigures.Study study : areas.studies()) {
      if (indicators.isEmpty() || indicators.contains(study.indicator())) {
        String name = study.fileName();
        plan.put("highest-" + name, () -> Optional.of(areas.highest(study)));
        plan.put("map-" + name, () -> areas.levels(study));
        plan.put("map-interval-" + name, () -> areas.widths(study));
      }
    }
    plan.put("map-targets", areas::targets);
  }

  /** Whether there are estimates or a plan of districts, and no outlines to draw them with. */
  public static boolean lacksDistricts(Evidence evidence, Boundaries boundaries) {
    return !boundaries.has(MapLevel.DISTRICT)
        && (evidence.smallAreas().stream().anyMatch(row -> row.level() == AreaLevel.DISTRICT)
            || evidence.targets().stream().anyMatch(row -> row.level() == AreaLevel.DISTRICT));
  }

  /**
   * Draws all figures into a folder, each as PNG and SVG, and returns the names of those written.
   */
  public List<String> write(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw failed(folder, e);
    }

    return List.copyOf(plan.entrySet()).parallelStream()
        .filter(planned -> write(planned.getKey(), planned.getValue().get(), folder))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether there is a figure, and was written. */
  private static boolean write(String name, Optional<Figure> figure, Path folder) {
    try {
      if (figure.isPresent()) {
        Files.write(folder.resolve(name + ".png"), figure.get().png());
        Files.writeString(folder.resolve(name + ".svg"), figure.get().svg());
      }
    } catch (IOException e) {
      throw failed(folder, e);
    }

    return figure.isPresent();
  }

  private static UncheckedIOException failed(Path folder, IOException e) {
    return new UncheckedIOException("cannot write the figures to " + folder, e);
  }
}
