package org.quipu.bulletin;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.quipu.NearestNames;
import org.quipu.Notice;
import org.quipu.Progress;
import org.quipu.Regions;
import org.quipu.UserException;
import org.quipu.YearRange;
import org.quipu.association.EventStudyTerm;
import org.quipu.charts.Figure;
import org.quipu.charts.Form;
import org.quipu.endes.Indicator;
import org.quipu.smallarea.AreaLevel;
import org.quipu.store.AssociationRow;
import org.quipu.store.ChangeRow;
import org.quipu.store.EventStudyRow;
import org.quipu.text.Language;

/**
 * All figures that the tables allow, by the names of their files, each with its data; {@code
 * figures.csv} lists them.
 */
public final class ChartSet {

  private final Evidence evidence;
  private final List<Form> forms;
  private final FileNames names;
  private final FigureFiles files;
  private final FigureBuilder figures;
  private final StudyFigures studies;
  private final RegionFigures regions;
  private final MapFigures maps;
  private final AreaFigures areas;
  private final UncertaintyFigures uncertainty;
  private final Map<String, Supplier<Optional<Drawing>>> plan = new LinkedHashMap<>();

  private ChartSet(Evidence evidence, Language language, List<Form> forms, Boundaries boundaries) {
    this.evidence = evidence;
    this.forms = forms;
    Labels labels = new Labels(language);
    this.names = new FileNames(labels);
    this.files = new FigureFiles(labels, evidence.made());
    this.figures = new FigureBuilder(evidence, labels);
    this.studies = new StudyFigures(evidence, labels);
    this.regions = new RegionFigures(evidence, labels);
    this.maps = new MapFigures(evidence, labels, boundaries);
    this.areas = new AreaFigures(evidence, labels, boundaries);
    this.uncertainty = new UncertaintyFigures(evidence, labels, areas);
  }

  /**
   * Which figures.
   *
   * @param indicators that they are about; empty for all whose change is known and that are not
   *     single acts
   * @param figures the names of their files in the language; empty for all
   * @param forms in which they are drawn
   */
  public record Choice(List<String> indicators, List<String> figures, List<Form> forms) {
    public static final Choice USUAL = new Choice(List.of(), List.of());

    /** In the wide form. */
    public Choice(List<String> indicators, List<String> figures) {
      this(indicators, figures, List.of(Form.WIDE));
    }

    private Predicate<String> isChosen() {
      return indicators.isEmpty()
          ? indicator -> !figures.isEmpty() || Indicator.is(indicator, Indicator.Kind.SUMMARY)
          : indicators::contains;
    }
  }

  /**
   * The figures that are chosen; a name that none has is the user's error.
   *
   * @param boundaries for maps
   */
  public static ChartSet of(
      Evidence evidence, Language language, Choice choice, Boundaries boundaries) {
    ChartSet set = new ChartSet(evidence, language, choice.forms, boundaries);
    List<String> indicators = choice.indicators;
    List<String> chosen = set.indicators(choice.isChosen());
    chosen.forEach(set::planChanges);
    set.planAssociations(chosen);
    set.planStrategies(chosen);
    set.planAreas(indicators);
    set.plan(FigureName.of(FigureKind.SERIES, Regions.NATIONAL), set.figures::series);
    set.plan(
        FigureName.of(FigureKind.REACH, Regions.NATIONAL),
        () -> set.figures.reach(Regions.NATIONAL));
    set.planOverviews();
    set.keep(choice.figures);

    return set;
  }

  /** Those of these indicators whose change is not known, so that no figure is about them. */
  public static List<String> withoutChange(Evidence evidence, List<String> indicators) {
    return indicators.stream().filter(name -> evidence.spans(name).isEmpty()).toList();
  }

  private List<String> indicators(Predicate<String> chosen) {
    return evidence.changes().stream().map(ChangeRow::indicator).distinct().filter(chosen).toList();
  }

  private void planChanges(String indicator) {
    for (YearRange span : evidence.spans(indicator)) {
      int year = span.to();
      plan(
          FigureName.of(FigureKind.PREVALENCE, indicator, span),
          () -> figures.prevalence(indicator, span, ""));
      plan(
          FigureName.of(FigureKind.CHANGE, indicator, span),
          () -> figures.change(indicator, span, ""));
      plan(
          FigureName.of(FigureKind.PANELS, indicator, span),
          () -> regions.regions(indicator, span));
      plan(
          FigureName.of(FigureKind.SLOPES, indicator, span), () -> regions.slopes(indicator, span));
      plan(FigureName.of(FigureKind.MAP, indicator, year), () -> maps.levels(indicator, year, ""));
      plan(
          FigureName.of(FigureKind.MAP_INTERVAL, indicator, year),
          () -> maps.widths(indicator, year));
      plan(
          FigureName.of(FigureKind.MAP_CHANGE, indicator, span),
          () -> maps.changes(indicator, span, ""));
    }
  }

  /** What shows several indicators at once. */
  private void planOverviews() {
    for (YearRange span : evidence.spans(FigureBuilder.ANY)) {
      plan(
          new FigureName(FigureKind.HEAT, List.of(), List.of(span.to())),
          () -> regions.heat(span.to()));
      plan(
          new FigureName(FigureKind.ANSWERS, List.of(), List.of(span.from(), span.to())),
          () -> studies.answers(span));
    }
  }

  private void planAssociations(List<String> indicators) {
    for (AssociationRow row : evidence.associations()) {
      boolean dated = row.fromYear() != null && row.coverageFrom() != null;
      if (row.headline() && dated && indicators.contains(row.indicator())) {
        plan(FigureName.of(row), () -> studies.association(row, ""));
      }
    }
  }

  private void planStrategies(List<String> indicators) {
    for (EventStudyRow row : evidence.events()) {
      if (row.term() == EventStudyTerm.EFFECT && indicators.contains(row.indicator())) {
        plan(FigureName.of(row), () -> studies.strategy(row.strategy(), row.indicator()));
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
        plan(FigureName.of(FigureKind.HIGHEST, study), () -> Optional.of(areas.highest(study)));
        plan(FigureName.of(FigureKind.MAP, study), () -> areas.levels(study));
        plan(FigureName.of(FigureKind.MAP_INTERVAL, study), () -> areas.widths(study));
        plan(FigureName.of(FigureKind.RIDGES, study), () -> uncertainty.ridges(study));
        plan(FigureName.of(FigureKind.EXCEEDANCE, study), () -> uncertainty.exceedance(study));
        plan(FigureName.of(FigureKind.RANKS, study), () -> Optional.of(uncertainty.ranks(study)));
        plan(FigureName.of(FigureKind.MODEL, study), () -> uncertainty.model(study));
      }
    }
    plan(FigureName.TARGETS, areas::targets);
  }

  /** Whether there are estimates or a plan of districts, and no outlines to draw them with. */
  public static boolean lacksDistricts(Evidence evidence, Boundaries boundaries) {
    return !boundaries.has(MapLevel.DISTRICT)
        && (evidence.smallAreas().stream().anyMatch(row -> row.level() == AreaLevel.DISTRICT)
            || evidence.targets().stream().anyMatch(row -> row.level() == AreaLevel.DISTRICT));
  }

  private void plan(FigureName name, Supplier<Optional<Drawing>> figure) {
    plan.put(names.of(name), figure);
  }

  /** Leaves those with these names of files, or all where none is named. */
  private void keep(List<String> wanted) {
    for (String name : wanted) {
      if (!plan.containsKey(name)) {
        throw UserException.input(
            "--figure " + name,
            "no figure of this name",
            plan.size()
                + " others, such as "
                + String.join(", ", NearestNames.of(name, plan.keySet())),
            "See the names in figures.csv, which quipu charts writes; they are of the language of"
                + " --language");
      }
    }
    if (!wanted.isEmpty()) {
      plan.keySet().retainAll(wanted);
    }
  }

  /** The names of the files of all figures. */
  public List<String> names() {
    return List.copyOf(plan.keySet());
  }

  /** The figure of this name of {@link #names()}; empty where there are no rows for it. */
  public Optional<Figure> figure(String name) {
    return plan.get(name).get().map(Drawing::figure);
  }

  /**
   * Draws all figures into a folder, each with its data, puts them on the folder's list and returns
   * the names of those written.
   *
   * @param formats of each figure, at least one
   * @param command that draws a figure of these tables, given the name of its files in the wide
   *     form, and the form
   */
  public List<String> write(
      Path folder, Set<FigureFormat> formats, BiFunction<String, Form, String> command) {
    return write(folder, formats, command, Progress.silent());
  }

  /** The same, saying how far it is. */
  public List<String> write(
      Path folder,
      Set<FigureFormat> formats,
      BiFunction<String, Form, String> command,
      Progress progress) {
    Runnable step = progress.steps(Notice.of("steps.figures"), plan.size());
    List<FigureRow> drawn =
        List.copyOf(plan.entrySet()).parallelStream()
            .flatMap(
                planned -> {
                  List<FigureRow> rows =
                      planned.getValue().get().stream()
                          .flatMap(
                              drawing ->
                                  files.write(drawing, forms, formats, folder, command).stream())
                          .toList();
                  step.run();

                  return rows.stream();
                })
            .toList();
    FigureList.add(drawn, folder);

    return drawn.stream().map(FigureRow::name).toList();
  }
}
