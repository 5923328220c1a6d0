package org.quipu.bulletin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.charts.About;
import org.quipu.charts.ChangeFigure;
import org.quipu.charts.PlottedChange;
import org.quipu.charts.PlottedLevel;
import org.quipu.charts.SeriesFigure;
import org.quipu.charts.SlopeFigure;
import org.quipu.store.ChangeRow;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.PublishedRow;

/** The country's levels year by year, a line a form of violence; of two years alone, slopes. */
record NationalSeries(Evidence evidence, Labels labels) {
  private static final double Z = 1.96;

  /** The year of which INEI publishes interviews in person only. */
  private static final int IN_PERSON_ONLY = 2020;

  /**
   * The country's levels year by year, from the survey and, where that is not at hand, as
   * published.
   */
  Optional<Drawing> figure() {
    FigureSources sources = new FigureSources(labels);
    List<SeriesFigure.Series> forms = new ArrayList<>();
    for (String indicator : FigureBuilder.FORMS) {
      forms.add(new SeriesFigure.Series(labels.form(indicator), years(indicator, sources)));
    }
    int[] drawn =
        forms.stream()
            .flatMap(form -> form.years().stream())
            .filter(year -> FigureBuilder.isThere(year.estimate()))
            .mapToInt(SeriesFigure.Year::year)
            .distinct()
            .sorted()
            .toArray();

    if (drawn.length < 2) {
      return Optional.empty();
    }

    List<SeriesFigure.Break> breaks =
        List.of(new SeriesFigure.Break(IN_PERSON_ONLY, labels.text("break.in.person")));
    YearRange span = new YearRange(drawn[0], drawn[drawn.length - 1]);

    if (drawn.length == 2) {
      return slopes(forms, span, breaks, sources);
    }

    About about = sources.about(FigureBuilder.ANY, "");

    return Optional.of(
        sources.drawing(
            FigureName.of(FigureKind.SERIES, Regions.NATIONAL),
            about,
            SeriesFigure.of(about, forms, breaks, verdict(forms.get(0)))));
  }

  /** A series of two years alone: lines between them, each with the test of its own change. */
  private Optional<Drawing> slopes(
      List<SeriesFigure.Series> forms,
      YearRange span,
      List<SeriesFigure.Break> breaks,
      FigureSources sources) {
    List<SlopeFigure.Line> lines = new ArrayList<>();
    Set<ChangeFigure.Family> families = new HashSet<>();
    for (int i = 0; i < forms.size(); i++) {
      SeriesFigure.Series form = forms.get(i);
      Optional<ChangeRow> change =
          evidence.change(FigureBuilder.FORMS.get(i), Regions.NATIONAL, span);
      SlopeFigure.Line line =
          new SlopeFigure.Line(
              form.label(),
              level(form, span.from()),
              level(form, span.to()),
              change.map(PlottedValues::change).orElse(FigureBuilder.NO_CHANGE));
      if (FigureBuilder.isThere(line.from()) && FigureBuilder.isThere(line.to())) {
        lines.add(line);
        change.ifPresent(
            row -> {
              sources.addBetweenLevels(row);
              families.add(FigureBuilder.family(row, labels));
            });
      }
    }

    if (lines.isEmpty()) {
      return Optional.empty();
    }

    About about = sources.about(FigureBuilder.ANY, "");

    return Optional.of(
        sources.drawing(
            FigureName.of(FigureKind.SERIES, Regions.NATIONAL),
            about,
            SlopeFigure.ofForms(
                about,
                new SlopeFigure.Years(
                    span.from(),
                    span.to(),
                    families.size() == 1 ? families.iterator().next() : FigureBuilder.NO_TESTS),
                lines,
                breaks.stream()
                    .filter(gap -> gap.year() == span.from() || gap.year() == span.to())
                    .toList())));
  }

  private static PlottedLevel level(SeriesFigure.Series form, int year) {
    return form.years().stream()
        .filter(level -> level.year() == year)
        .map(SeriesFigure.Year::estimate)
        .findFirst()
        .orElse(PlottedLevel.NONE);
  }

  /** What the test says of the country's change from the first year of a series to its last. */
  private Optional<PlottedChange.Verdict> verdict(SeriesFigure.Series series) {
    List<SeriesFigure.Year> years =
        series.years().stream().filter(year -> FigureBuilder.isThere(year.estimate())).toList();

    return years.size() < 2
        ? Optional.empty()
        : evidence
            .change(
                FigureBuilder.ANY,
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
}
