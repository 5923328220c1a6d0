package org.quipu.bulletin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.change.ContrastVerdict;
import org.quipu.charts.About;
import org.quipu.charts.ChangeFigure;
import org.quipu.charts.HeatFigure;
import org.quipu.charts.PanelsFigure;
import org.quipu.charts.PlottedChange;
import org.quipu.charts.PlottedLevel;
import org.quipu.charts.SlopeFigure;
import org.quipu.charts.StandingFigure;
import org.quipu.charts.StandingFigure.Relation;
import org.quipu.store.ChangeRow;
import org.quipu.store.ComparisonRow;
import org.quipu.store.PositionRow;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.Table;

/** Figures of a region's years, and of all regions beside each other. */
record RegionFigures(Evidence evidence, Labels labels) {
  /** All years of a region and of the country, a panel a form of violence. */
  Optional<Drawing> forms(String region, YearRange span) {
    FigureSources sources = new FigureSources(labels);
    List<PanelsFigure.Panel> panels =
        FigureBuilder.FORMS.stream()
            .map(form -> panel(labels.form(form), form, region, span, sources))
            .filter(PanelsFigure.Panel::drawn)
            .toList();
    if (panels.isEmpty()) {
      return Optional.empty();
    }

    About about = sources.about(FigureBuilder.ANY, "");
    return Optional.of(
        sources.drawing(
            FigureName.of(FigureKind.YEARS, region),
            about,
            PanelsFigure.ofForms(
                about,
                labels.region(region),
                labels.region(Regions.NATIONAL),
                panels,
                new PanelsFigure.Tested(span.from(), span.to(), family(FigureBuilder.ANY, span)))));
  }

  /** All years of every region, a panel each. */
  Optional<Drawing> regions(String indicator, YearRange span) {
    FigureSources sources = new FigureSources(labels);
    List<PanelsFigure.Panel> panels =
        Regions.codes().stream()
            .map(region -> panel(labels.region(region), indicator, region, span, sources))
            .filter(PanelsFigure.Panel::drawn)
            .toList();
    if (panels.size() < 2) {
      return Optional.empty();
    }

    About about = sources.about(indicator, "");
    return Optional.of(
        sources.drawing(
            FigureName.of(FigureKind.PANELS, indicator, span),
            about,
            PanelsFigure.ofRegions(
                about,
                labels.region(Regions.NATIONAL),
                panels,
                new PanelsFigure.Tested(span.from(), span.to(), family(indicator, span)))));
  }

  private PanelsFigure.Panel panel(
      String label, String indicator, String region, YearRange span, FigureSources sources) {
    return new PanelsFigure.Panel(
        label,
        years(indicator, region, sources),
        years(indicator, Regions.NATIONAL, sources),
        change(indicator, region, span, sources));
  }

  private List<PanelsFigure.Year> years(String indicator, String region, FigureSources sources) {
    List<PrevalenceRow> rows = evidence.years(indicator, region);
    rows.forEach(sources::add);

    return rows.stream()
        .map(
            row ->
                new PanelsFigure.Year(
                    row.year(), PlottedValues.estimate(row), !row.source().isComputed()))
        .toList();
  }

  private PlottedChange change(
      String indicator, String region, YearRange span, FigureSources sources) {
    Optional<ChangeRow> row = evidence.change(indicator, region, span);
    row.ifPresent(sources::addBetweenLevels);

    return row.map(PlottedValues::change).orElse(FigureBuilder.NO_CHANGE);
  }

  private ChangeFigure.Family family(String indicator, YearRange span) {
    return evidence.regionalChanges(indicator, span).stream()
        .findFirst()
        .map(row -> FigureBuilder.family(row, labels))
        .orElse(FigureBuilder.NO_TESTS);
  }

  /** The levels of all regions in two years, joined by lines. */
  Optional<Drawing> slopes(String indicator, YearRange span) {
    FigureSources sources = new FigureSources(labels);
    List<ChangeRow> changes = evidence.regionalChanges(indicator, span);
    if (changes.isEmpty()) {
      return Optional.empty();
    }

    List<SlopeFigure.Line> lines =
        Regions.codes().stream().map(region -> line(indicator, region, span, sources)).toList();
    SlopeFigure.Line nation = line(indicator, Regions.NATIONAL, span, sources);
    About about = sources.about(indicator, "");

    return Optional.of(
        sources.drawing(
            FigureName.of(FigureKind.SLOPES, indicator, span),
            about,
            SlopeFigure.of(
                about,
                new SlopeFigure.Years(span.from(), span.to(), family(indicator, span)),
                nation,
                lines)));
  }

  private SlopeFigure.Line line(
      String indicator, String region, YearRange span, FigureSources sources) {
    return new SlopeFigure.Line(
        labels.region(region),
        sources.level(evidence.level(indicator, region, span.from())),
        sources.level(evidence.level(indicator, region, span.to())),
        change(indicator, region, span, sources));
  }

  /** The levels of all regions in a year, each compared with one of them. */
  Optional<Drawing> standing(String indicator, String region, int year) {
    Optional<PositionRow> position = evidence.position(indicator, region, year);
    if (position.isEmpty()) {
      return Optional.empty();
    }

    FigureSources sources = new FigureSources(labels);
    Map<String, Relation> relations = new HashMap<>(Map.of(region, Relation.ITSELF));
    for (ComparisonRow pair : evidence.comparisons(indicator, year)) {
      if (pair.domain().equals(region)) {
        relations.put(pair.other(), relation(pair.verdict(), ContrastVerdict.LOWER));
        sources.show(Table.COMPARISON, List.of(pair));
      } else if (pair.other().equals(region)) {
        relations.put(pair.domain(), relation(pair.verdict(), ContrastVerdict.HIGHER));
        sources.show(Table.COMPARISON, List.of(pair));
      }
    }
    List<StandingFigure.Row> rows = new ArrayList<>();
    for (String other : Regions.codes()) {
      PlottedLevel level = sources.level(evidence.level(indicator, other, year));
      if (relations.containsKey(other) && !Double.isNaN(level.percent())) {
        rows.add(new StandingFigure.Row(labels.region(other), level, relations.get(other)));
      }
    }
    rows.sort(
        Comparator.comparingDouble((StandingFigure.Row row) -> -row.level().percent())
            .thenComparing(StandingFigure.Row::label));
    StandingFigure.Row nation =
        new StandingFigure.Row(
            labels.region(Regions.NATIONAL),
            sources.level(evidence.level(indicator, Regions.NATIONAL, year)),
            Relation.NOT_DISTINGUISHED);
    About about = sources.about(indicator, region);

    return Optional.of(
        sources.drawing(
            FigureName.of(FigureKind.STANDING, indicator, region, year),
            about,
            StandingFigure.of(about, year, position.get().tests(), nation, rows)));
  }

  /**
   * How the other region stands to the one that the figure is about.
   *
   * @param higher the verdict that says that the other is higher
   */
  private static Relation relation(ContrastVerdict verdict, ContrastVerdict higher) {
    return switch (verdict) {
      case LOWER, HIGHER -> verdict == higher ? Relation.HIGHER : Relation.LOWER;
      case NO_CLEAR_DIFFERENCE, NOT_TESTED -> Relation.NOT_DISTINGUISHED;
    };
  }

  /** The regions and the forms of violence in a year. */
  Optional<Drawing> heat(int year) {
    FigureSources sources = new FigureSources(labels);
    List<String> columns =
        LevelSection.FORMS.stream()
            .filter(
                form ->
                    Regions.codes().stream()
                        .anyMatch(region -> evidence.level(form, region, year).isPresent()))
            .toList();
    List<HeatFigure.Row> rows =
        Stream.concat(Stream.of(Regions.NATIONAL), Regions.codes().stream())
            .map(
                region ->
                    new HeatFigure.Row(
                        labels.region(region),
                        columns.stream()
                            .map(form -> sources.level(evidence.level(form, region, year)))
                            .toList()))
            .toList();
    if (columns.size() < 2) {
      return Optional.empty();
    }

    About about = sources.about(FigureBuilder.ANY, "");
    return Optional.of(
        sources.drawing(
            new FigureName(FigureKind.HEAT, List.of(), List.of(year)),
            about,
            HeatFigure.of(
                about,
                year,
                columns.stream().map(labels::form).toList(),
                rows.get(0),
                rows.subList(1, rows.size()))));
  }
}
