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
import org.quipu.charts.Figure;
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
import org.quipu.store.PublishedRow;
import org.quipu.survey.quality.Quality;

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
    FigureSources sources = new FigureSources(labels);
    List<PrevalenceFigure.Pair> regions = new ArrayList<>();
    for (String region : Regions.codes()) {
      regions.add(pair(indicator, region, span, sources));
    }
    PrevalenceFigure.Pair nation = pair(indicator, Regions.NATIONAL, span, sources);
    boolean any = regions.stream().anyMatch(pair -> isThere(pair.from()) || isThere(pair.to()));

    return any
        ? Optional.of(
            PrevalenceFigure.of(
                sources.about(indicator, highlighted), span.from(), span.to(), nation, regions))
        : Optional.empty();
  }

  private PrevalenceFigure.Pair pair(
      String indicator, String region, YearRange span, FigureSources sources) {
    return new PrevalenceFigure.Pair(
        labels.region(region),
        estimate(indicator, region, span.from(), sources),
        estimate(indicator, region, span.to(), sources));
  }

  private PlottedLevel estimate(String indicator, String region, int year, FigureSources sources) {
    Optional<PrevalenceRow> row = evidence.level(indicator, region, year);
    row.ifPresent(found -> sources.add(found.source(), found.quality(), found.year()));

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

    FigureSources sources = new FigureSources(labels);
    Optional<ChangeRow> nation = evidence.change(indicator, Regions.NATIONAL, span);
    rows.forEach(row -> sources.add(row, span));
    nation.ifPresent(row -> sources.add(row, span));

    return Optional.of(
        ChangeFigure.of(
            sources.about(indicator, highlighted),
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

  static final PlottedChange NO_CHANGE = PlottedChange.without(PlottedLevel.Showing.ABSENT);

  /** How many tests were corrected together with this one, and how. */
  static ChangeFigure.Family family(ChangeRow row, Labels labels) {
    return new ChangeFigure.Family(row.tests(), labels.names().correction(row.correction()));
  }

  /**
   * The country's levels year by year, from the survey and, where that is not at hand, as
   * published.
   */
  Optional<Figure> series() {
    FigureSources sources = new FigureSources(labels);
    List<SeriesFigure.Form> forms = new ArrayList<>();
    for (String indicator : FORMS) {
      forms.add(new SeriesFigure.Form(labels.form(indicator), years(indicator, sources)));
    }
    boolean enough = forms.stream().anyMatch(form -> form.years().size() > 1);
    SeriesFigure.Break inPerson =
        new SeriesFigure.Break(IN_PERSON_ONLY, labels.text("break.in.person"));

    return enough
        ? Optional.of(SeriesFigure.of(sources.about(ANY, ""), forms, List.of(inPerson)))
        : Optional.empty();
  }

  private List<SeriesFigure.Year> years(String indicator, FigureSources sources) {
    SortedMap<Integer, SeriesFigure.Year> years = new TreeMap<>();
    boolean synthetic = evidence.synthetic();
    for (PublishedRow row : synthetic ? List.<PublishedRow>of() : evidence.published()) {
      if (row.indicator().equals(indicator) && row.region().equals(Regions.NATIONAL)) {
        sources.add(row.source(), Quality.NONE, row.year());
        years.put(row.year(), new SeriesFigure.Year(row.year(), published(row)));
      }
    }
    for (PrevalenceRow row : evidence.national(indicator)) {
      sources.add(row.source(), row.quality(), row.year());
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

    FigureSources sources = new FigureSources(labels);
    List<ReachFigure.Year> bars = new ArrayList<>();
    years.forEach(
        (year, reach) -> {
          sources.add(reach.source(), Quality.NONE, year);
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
            labels.text(sources.synthetic() ? "source.programs.synthetic" : "source.programs"),
            sources.marks(),
            Better.HIGHER,
            "");

    return Optional.of(ReachFigure.of(about, labels.region(region), bars));
  }
}
