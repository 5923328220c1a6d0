package org.quipu.bulletin;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.quipu.Provenance;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.association.Method;
import org.quipu.charts.About;
import org.quipu.charts.AssociationFigure;
import org.quipu.charts.ChangeFigure;
import org.quipu.charts.EventStudyFigure;
import org.quipu.charts.Figure;
import org.quipu.charts.MapFigure;
import org.quipu.charts.Mark;
import org.quipu.charts.PlottedChange;
import org.quipu.charts.PlottedLevel;
import org.quipu.charts.PrevalenceFigure;
import org.quipu.charts.ReachFigure;
import org.quipu.charts.SeriesFigure;
import org.quipu.endes.Dimensions;
import org.quipu.endes.Indicator;
import org.quipu.endes.Indicator.Form;
import org.quipu.endes.Indicator.Period;
import org.quipu.program.ServiceFigure;
import org.quipu.store.AssociationPointRow;
import org.quipu.store.AssociationRow;
import org.quipu.store.ChangeRow;
import org.quipu.store.EventStudyRow;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.PublishedRow;
import org.quipu.survey.quality.Quality;
import org.quipu.text.narrative.AssociationSentences;

/** Rows of the tables as figures. A figure for which there are no rows is empty. */
final class FigureBuilder {
  /** The indicator that pages lead with. */
  static final String ANY = Indicator.summary(Form.ANY, Period.EVER);

  /** The indicators of the national series, any form of violence first. */
  static final List<String> FORMS = Indicator.summaries(Period.EVER);

  private static final double Z = 1.96;

  /** The year of which INEI publishes interviews in person only. */
  private static final int IN_PERSON_ONLY = 2020;

  private final Evidence evidence;
  private final Labels labels;

  FigureBuilder(Evidence evidence, Labels labels) {
    this.evidence = evidence;
    this.labels = labels;
  }

  /** The levels of all regions in two years. */
  Optional<Figure> prevalence(String indicator, YearRange span, String highlighted) {
    Collected told = new Collected();
    List<PrevalenceFigure.Pair> regions = new ArrayList<>();
    for (String region : Regions.codes()) {
      regions.add(pair(indicator, region, span, told));
    }
    PrevalenceFigure.Pair nation = pair(indicator, Regions.NATIONAL, span, told);
    boolean any = regions.stream().anyMatch(pair -> isThere(pair.from()) || isThere(pair.to()));

    return any
        ? Optional.of(
            PrevalenceFigure.of(
                told.about(indicator, highlighted), span.from(), span.to(), nation, regions))
        : Optional.empty();
  }

  private PrevalenceFigure.Pair pair(
      String indicator, String region, YearRange span, Collected told) {
    return new PrevalenceFigure.Pair(
        labels.region(region),
        estimate(indicator, region, span.from(), told),
        estimate(indicator, region, span.to(), told));
  }

  private PlottedLevel estimate(String indicator, String region, int year, Collected told) {
    Optional<PrevalenceRow> row = evidence.level(indicator, region, year);
    row.ifPresent(found -> told.add(found.source(), found.quality(), found.year()));

    return row.map(PlottedValues::estimate).orElse(PlottedLevel.NONE);
  }

  private static boolean isThere(PlottedLevel estimate) {
    return !Double.isNaN(estimate.percent());
  }

  /** The change of all regions. */
  Optional<Figure> change(String indicator, YearRange span, String highlighted) {
    List<ChangeRow> rows = evidence.regionalChanges(indicator, span);
    if (rows.isEmpty()) {
      return Optional.empty();
    }

    Collected told = new Collected();
    Optional<ChangeRow> nation = evidence.change(indicator, Regions.NATIONAL, span);
    rows.forEach(row -> told.add(row, span));
    nation.ifPresent(row -> told.add(row, span));

    return Optional.of(
        ChangeFigure.of(
            told.about(indicator, highlighted),
            span.from(),
            span.to(),
            new ChangeFigure.Row(
                labels.region(Regions.NATIONAL),
                nation.map(PlottedValues::change).orElse(NO_CHANGE)),
            rows.stream()
                .map(
                    row ->
                        new ChangeFigure.Row(
                            labels.region(row.domain()), PlottedValues.change(row)))
                .toList(),
            family(rows.get(0), labels)));
  }

  private static final PlottedChange NO_CHANGE =
      new PlottedChange(Double.NaN, Double.NaN, Double.NaN, PlottedChange.Verdict.NOT_TESTED);

  /** How many tests were corrected together with this one, and how. */
  static ChangeFigure.Family family(ChangeRow row, Labels labels) {
    return new ChangeFigure.Family(row.tests(), labels.names().correction(row.correction()));
  }

  /** The regions' change against a measure of coverage, with the line of a meta-regression. */
  Optional<Figure> association(AssociationRow row, String highlighted) {
    List<AssociationPointRow> rows =
        evidence.points(row).stream()
            .filter(point -> !Double.isNaN(point.standardError()))
            .filter(point -> !Double.isNaN(point.coverage()))
            .toList();
    if (rows.isEmpty() || row.fromYear() == null || row.coverageFrom() == null) {
      return Optional.empty();
    }

    YearRange span = new YearRange(row.fromYear(), row.toYear());
    YearRange window = new YearRange(row.coverageFrom(), row.coverageTo());
    Collected told = new Collected();
    rows.forEach(point -> told.add(point, span, window));
    AssociationSentences sentences = new AssociationSentences(labels.names());

    return Optional.of(
        AssociationFigure.of(
            told.about(row.indicator(), highlighted),
            new AssociationFigure.Axes(
                span.from(),
                span.to(),
                labels.measure(row.measure()),
                labels.names().years(window)),
            rows.stream().map(this::point).toList(),
            PlottedValues.line(row),
            sentences.brief(row),
            Stream.of(
                    sentences.power(row),
                    evidence
                        .association(row, Method.META_REGRESSION_ADJUSTED)
                        .map(equal -> sentences.atEqualLevelsInBrief(row, equal)))
                .flatMap(Optional::stream)
                .toList()));
  }

  private AssociationFigure.Point point(AssociationPointRow row) {
    boolean hidden = row.quality().isHidden();

    return new AssociationFigure.Point(
        labels.region(row.region()),
        row.coverage(),
        hidden ? Double.NaN : row.change(),
        row.ciLow(),
        row.ciHigh());
  }

  /** The regions of a strategy against the others, around its start. */
  Optional<Figure> strategy(String strategy, String indicator) {
    return StrategyEffect.of(evidence, strategy, indicator, labels)
        .map(
            effect -> {
              Collected told = new Collected();
              EventStudyRow found = effect.effect();
              evidence.prevalence().stream()
                  .filter(
                      row ->
                          row.by().equals(Dimensions.REGION) && row.indicator().equals(indicator))
                  .filter(row -> row.year() >= found.fromYear() && row.year() <= found.toYear())
                  .filter(row -> row.standardError() > 0)
                  .forEach(row -> told.add(row.source(), row.quality(), row.year()));

              return EventStudyFigure.of(
                  told.about(indicator, ""), effect.start(), effect.runs(), effect.statement());
            });
  }

  /**
   * The country's levels year by year, from the survey and, where that is not at hand, as
   * published.
   */
  Optional<Figure> series() {
    Collected told = new Collected();
    List<SeriesFigure.Form> forms = new ArrayList<>();
    for (String indicator : FORMS) {
      forms.add(new SeriesFigure.Form(labels.form(indicator), years(indicator, told)));
    }
    boolean enough = forms.stream().anyMatch(form -> form.years().size() > 1);
    SeriesFigure.Break inPerson =
        new SeriesFigure.Break(IN_PERSON_ONLY, labels.text("break.in.person"));

    return enough
        ? Optional.of(SeriesFigure.of(told.about(ANY, ""), forms, List.of(inPerson)))
        : Optional.empty();
  }

  private List<SeriesFigure.Year> years(String indicator, Collected told) {
    SortedMap<Integer, SeriesFigure.Year> years = new TreeMap<>();
    boolean synthetic = evidence.synthetic();
    for (PublishedRow row : synthetic ? List.<PublishedRow>of() : evidence.published()) {
      if (row.indicator().equals(indicator) && row.region().equals(Regions.NATIONAL)) {
        told.add(row.source(), Quality.NONE, row.year());
        years.put(row.year(), new SeriesFigure.Year(row.year(), published(row)));
      }
    }
    for (PrevalenceRow row : evidence.national(indicator)) {
      told.add(row.source(), row.quality(), row.year());
      years.put(row.year(), new SeriesFigure.Year(row.year(), PlottedValues.estimate(row)));
    }

    return List.copyOf(years.values());
  }

  private static PlottedLevel published(PublishedRow row) {
    return new PlottedLevel(
        row.percent(),
        row.percent() - Z * row.standardError(),
        row.percent() + Z * row.standardError(),
        PlottedLevel.Showing.SHOWN);
  }

  /** The people whom prevention informed in a region, or in the country, by year. */
  Optional<Figure> reach(String region) {
    SortedMap<Integer, AnnualReach.Year> years =
        AnnualReach.byYear(evidence.programs(), region, ServiceFigure.PEOPLE_INFORMED);
    if (years.isEmpty()) {
      return Optional.empty();
    }

    Collected told = new Collected();
    List<ReachFigure.Year> bars = new ArrayList<>();
    years.forEach(
        (year, reach) -> {
          told.add(reach.source(), Quality.NONE, year);
          bars.add(
              new ReachFigure.Year(
                  year,
                  reach.value(),
                  reach.whole() ? "" : labels.months(reach.fromMonth(), reach.toMonth())));
        });
    About about =
        new About(
            labels.language(),
            "",
            labels.text("reach.universe"),
            labels.text(told.synthetic() ? "source.programs.synthetic" : "source.programs"),
            told.marks,
            "");

    return Optional.of(ReachFigure.of(about, labels.region(region), bars));
  }

  /** The levels of a year on a map. */
  Optional<Figure> map(String indicator, int year, Boundaries boundaries) {
    Collected told = new Collected();
    Map<String, PlottedLevel> levels = new HashMap<>();
    for (String region : Regions.codes()) {
      levels.put(labels.region(region), estimate(indicator, region, year, told));
    }

    return levels.values().stream().anyMatch(FigureBuilder::isThere)
        ? Optional.of(
            MapFigure.ofLevels(told.about(indicator, ""), year, boundaries.areas(labels), levels))
        : Optional.empty();
  }

  /** The changes between two years on a map. */
  Optional<Figure> map(String indicator, YearRange span, Boundaries boundaries) {
    List<ChangeRow> rows = evidence.regionalChanges(indicator, span);
    if (rows.isEmpty()) {
      return Optional.empty();
    }

    Collected told = new Collected();
    Map<String, PlottedChange> changes = new HashMap<>();
    for (ChangeRow row : rows) {
      told.add(row, span);
      changes.put(labels.region(row.domain()), PlottedValues.change(row));
    }

    return Optional.of(
        MapFigure.ofChanges(
            told.about(indicator, ""),
            span.from(),
            span.to(),
            boundaries.areas(labels),
            changes,
            family(rows.get(0), labels)));
  }

  /** Sources, years and marks of the rows that went into one figure. */
  private final class Collected {
    private final Set<Integer> years = new TreeSet<>();
    private final Set<Provenance> sources = EnumSet.noneOf(Provenance.class);
    private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
    private final Set<YearRange> windows = new java.util.HashSet<>();

    void add(Provenance source, Quality quality, int year) {
      sources.add(source);
      years.add(year);
      marks.addAll(PlottedValues.marks(source, quality));
    }

    void add(ChangeRow row, YearRange span) {
      add(row.source(), row.quality(), span.from());
      years.add(span.to());
    }

    void add(AssociationPointRow row, YearRange span, YearRange window) {
      add(row.source(), row.quality(), span.from());
      years.add(span.to());
      windows.add(window);
      marks.addAll(PlottedValues.marks(row.coverageSource(), Quality.NONE));
    }

    boolean synthetic() {
      return marks.contains(Mark.SYNTHETIC);
    }

    About about(String indicator, String highlighted) {
      String survey = labels.source(years, sources);
      String source =
          windows.isEmpty()
              ? survey
              : survey
                  + "; "
                  + labels.text(synthetic() ? "source.programs.synthetic" : "source.programs");

      return new About(
          labels.language(),
          labels.indicator(indicator),
          labels.universe(indicator),
          source,
          marks,
          highlighted.isEmpty() ? "" : labels.region(highlighted));
    }
  }
}
