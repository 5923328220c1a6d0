package org.quipu.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.charts.About;
import org.quipu.charts.Better;
import org.quipu.charts.ChangeFigure;
import org.quipu.charts.PlottedChange;
import org.quipu.charts.PlottedLevel;
import org.quipu.charts.PrevalenceFigure;
import org.quipu.charts.ReachFigure;
import org.quipu.endes.Indicator;
import org.quipu.endes.Indicator.Form;
import org.quipu.endes.Indicator.Period;
import org.quipu.program.ServiceFigure;
import org.quipu.store.ChangeRow;
import org.quipu.store.ProgramRow;

/** Rows of the tables as figures. A figure for which there are no rows is empty. */
final class FigureBuilder {
  /** The indicator that pages lead with. */
  static final String ANY = Indicator.summary(Form.ANY, Period.EVER);

  /** The indicators of the national series, any form of violence first. */
  static final List<String> FORMS = Indicator.summaries(Period.EVER);

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

  static boolean isThere(PlottedLevel estimate) {
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

  static final ChangeFigure.Family NO_TESTS = new ChangeFigure.Family(0, "");

  static final PlottedChange NO_CHANGE = PlottedChange.without(PlottedLevel.Showing.ABSENT);

  /** How many tests were corrected together with this one, and how. */
  static ChangeFigure.Family family(ChangeRow row, Labels labels) {
    return new ChangeFigure.Family(row.tests(), labels.names().correction(row.correction()));
  }

  /** The country's levels year by year. */
  Optional<Drawing> series() {
    return new NationalSeries(evidence, labels).figure();
  }

  /** The people whom prevention informed in a region, or in the country, by year. */
  Optional<Drawing> reach(String region) {
    List<ProgramRow> rows =
        AnnualReach.rows(evidence.programs(region), ServiceFigure.PEOPLE_INFORMED);
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
