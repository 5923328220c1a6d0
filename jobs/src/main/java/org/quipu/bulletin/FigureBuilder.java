package org.quipu.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.charts.About;
import org.quipu.charts.Better;
import org.quipu.charts.ChangeFigure;
import org.quipu.charts.PlottedChange;
import org.quipu.charts.PlottedLevel;
import org.quipu.charts.PrevalenceFigure;
import org.quipu.charts.ReachFigure;
import org.quipu.charts.SeriesFigure;
import org.quipu.endes.Indicator;
import org.quipu.endes.Indicator.Form;
import org.quipu.endes.Indicator.Period;
import org.quipu.program.ServiceFigure;
import org.quipu.store.ChangeRow;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.ProgramRow;
import org.quipu.store.PublishedRow;

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
  Optional<Drawing> prevalence(String indicator, YearRange span, String highlighted) {
    FigureSources sources = new FigureSources(labels);
    List<PrevalenceFigure.Pair> regions = new ArrayList<>();
    for (String region : Regions.codes()) {
      regions.add(pair(indicator, region, span, sources));
    }
    PrevalenceFigure.Pair nation = pair(indicator, Regions.NATIONAL, span, sources);
    boolean any = regions.stream().anyMatch(pair -> isThere(pair.from()) || isThere(pair.to()));

    if (!any) {
      return Optional.empty();
    }

    About about = sources.about(indicator, highlighted);

    return Optional.of(
        sources.drawing(
            FigureName.of(FigureKind.PREVALENCE, indicator, span),
            about,
            PrevalenceFigure.of(about, span.from(), span.to(), nation, regions)));
  }

  private PrevalenceFigure.Pair pair(
      String indicator, String region, YearRange span, FigureSources sources) {
    return new PrevalenceFigure.Pair(
        labels.region(region),
        sources.level(evidence.level(indicator, region, span.from())),
        sources.level(evidence.level(indicator, region, span.to())));
  }

  private static boolean isThere(PlottedLevel estimate) {
    return !Double.isNaN(estimate.percent());
  }

  /** The change of all regions. */
  Optional<Drawing> change(String indicator, YearRange span, String highlighted) {
    List<ChangeRow> rows = evidence.regionalChanges(indicator, span);
    if (rows.isEmpty()) {
      return Optional.empty();
    }

    FigureSources sources = new FigureSources(labels);
    Optional<ChangeRow> nation = evidence.change(indicator, Regions.NATIONAL, span);
    rows.forEach(row -> sources.add(row, span));
    nation.ifPresent(row -> sources.add(row, span));

    About about = sources.about(indicator, highlighted);
    ChangeFigure.Row country =
        new ChangeFigure.Row(
            labels.region(Regions.NATIONAL), nation.map(PlottedValues::change).orElse(NO_CHANGE));

    return Optional.of(
        sources.drawing(
            FigureName.of(FigureKind.CHANGE, indicator, span),
            about,
            ChangeFigure.of(
                about,
                span.from(),
                span.to(),
                country,
                rows.stream()
                    .map(
                        row ->
                            new ChangeFigure.Row(
                                labels.region(row.domain()), PlottedValues.change(row)))
                    .toList(),
                family(rows.get(0), labels))));
  }

  static final PlottedChange NO_CHANGE = PlottedChange.without(PlottedLevel.Showing.ABSENT);

  /** How many tests were corrected together with this one, and how. */
  static ChangeFigure.Family family(ChangeRow row, Labels labels) {
    return new ChangeFigure.Family(row.tests(), labels.names().correction(row.correction()));
  }

  /**
   * The country's levels year by year, from the survey and, where that is not at hand, as
   * published.
   */
  Optional<Drawing> series() {
    FigureSources sources = new FigureSources(labels);
    List<SeriesFigure.Series> forms = new ArrayList<>();
    for (String indicator : FORMS) {
      forms.add(new SeriesFigure.Series(labels.form(indicator), years(indicator, sources)));
    }
    boolean enough = forms.stream().anyMatch(form -> form.years().size() > 1);
    SeriesFigure.Break inPerson =
        new SeriesFigure.Break(IN_PERSON_ONLY, labels.text("break.in.person"));

    if (!enough) {
      return Optional.empty();
    }

    About about = sources.about(ANY, "");

    return Optional.of(
        sources.drawing(
            FigureName.of(FigureKind.SERIES, Regions.NATIONAL),
            about,
            SeriesFigure.of(about, forms, List.of(inPerson), verdict(forms.get(0)))));
  }

  /** What the test says of the country's change from the first year of a series to its last. */
  private Optional<PlottedChange.Verdict> verdict(SeriesFigure.Series series) {
    List<SeriesFigure.Year> years =
        series.years().stream().filter(year -> isThere(year.estimate())).toList();

    return years.size() < 2
        ? Optional.empty()
        : evidence
            .change(
                ANY,
                Regions.NATIONAL,
                new YearRange(years.get(0).year(), years.get(years.size() - 1).year()))
            .map(row -> PlottedValues.change(row).verdict());
  }

  private List<SeriesFigure.Year> years(String indicator, FigureSources sources) {
    SortedMap<Integer, SeriesFigure.Year> years = new TreeMap<>();
    boolean synthetic = evidence.synthetic();
    for (PublishedRow row : synthetic ? List.<PublishedRow>of() : evidence.published()) {
      if (row.indicator().equals(indicator) && row.region().equals(Regions.NATIONAL)) {
        sources.add(row);
        years.put(row.year(), new SeriesFigure.Year(row.year(), published(row)));
      }
    }
    for (PrevalenceRow row : evidence.years(indicator, Regions.NATIONAL)) {
      sources.add(row);
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
  Optional<Drawing> reach(String region) {
    List<ProgramRow> rows =
        AnnualReach.rows(evidence.programs(), region, ServiceFigure.PEOPLE_INFORMED);
    if (rows.isEmpty()) {
      return Optional.empty();
    }

    FigureSources sources = new FigureSources(labels);
    rows.forEach(sources::add);
    List<ReachFigure.Year> bars = new ArrayList<>();
    AnnualReach.byYear(rows)
        .forEach(
            (year, reach) ->
                bars.add(
                    new ReachFigure.Year(
                        year,
                        reach.value(),
                        reach.whole() ? "" : labels.months(reach.fromMonth(), reach.toMonth()))));
    About about =
        new About(
            labels.language(),
            "",
            labels.text("reach.universe"),
            labels.text(sources.synthetic() ? "source.programs.synthetic" : "source.programs"),
            sources.marks(),
            Better.HIGHER,
            "");

    return Optional.of(
        sources.drawing(
            FigureName.of(FigureKind.REACH, region),
            about,
            ReachFigure.of(about, labels.region(region), bars)));
  }
}
