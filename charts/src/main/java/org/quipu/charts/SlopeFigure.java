package org.quipu.charts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quipu.text.Messages;

/**
 * Levels in two years, joined by lines, of all regions or of the forms of violence in a place:
 * clear changes have their colour, the others are grey.
 */
public final class SlopeFigure {
  /** Two levels of a region, the country or a form, and the change between them. */
  public record Line(String label, PlottedLevel from, PlottedLevel to, PlottedChange change) {
    boolean drawn() {
      return from.drawn() && to.drawn();
    }

    private Optional<PlottedChange.Verdict> verdict() {
      return change.drawn() ? Optional.of(change.verdict()) : Optional.empty();
    }
  }

  /** The years of the levels, and how many changes were tested together. */
  public record Years(int from, int to, ChangeFigure.Family family) {}

  private final About about;
  private final Form form;
  private final Messages texts;
  private final Years years;

  private SlopeFigure(About about, Form form, Years years) {
    this.about = about;
    this.form = form;
    this.texts = about.texts();
    this.years = years;
  }

  /** Draws the levels of all regions and of the country. */
  public static Figure of(About about, Years years, Line nation, List<Line> regions) {
    return Figure.of(form -> new SlopeFigure(about, form, years).regions(nation, regions));
  }

  /**
   * Draws the country's levels of up to five forms of violence with their intervals; the first form
   * says what the figure finds.
   *
   * @param breaks years that cannot simply be compared with others
   */
  public static Figure ofForms(
      About about, Years years, List<Line> forms, List<SeriesFigure.Break> breaks) {
    return Figure.of(form -> new SlopeFigure(about, form, years).forms(forms, breaks));
  }

  private Figure.Drawing regions(Line nation, List<Line> regions) {
    List<PlottedChange> changes = regions.stream().map(Line::change).toList();
    Sheet sheet =
        new Sheet(about, form, ChangeFigure.finding(texts, changes))
            .subtitle(texts.of("slope.title", about.indicator(), years.from(), years.to()));
    ChangeFigure.legend(sheet, changes, about.better());
    sheet.legend(nation.label(), Palette.bar(8, 1.2), Palette.INK, Palette.INK);
    List<Line> drawn = regions.stream().filter(Line::drawn).toList();
    List<Line> telling = telling(drawn, sheet);
    sheet.some(telling.size(), drawn.size());
    family(sheet);
    sheet.note(
        regions.stream().allMatch(Line::drawn)
            ? ""
            : texts.of(
                "slope.missing",
                regions.stream()
                    .filter(line -> !line.drawn())
                    .map(Line::label)
                    .collect(Collectors.joining(", "))));
    List<Line> lines =
        Stream.concat(telling.stream(), Stream.of(nation)).filter(Line::drawn).toList();

    return drawing(sheet, new SlopePlot(about, form, years, nation.label(), lines), lines);
  }

  /** As many regions as a form has room for: the clear changes, then the largest. */
  private List<Line> telling(List<Line> regions, Sheet sheet) {
    if (!form.fixed()) {
      return regions;
    }

    return regions.stream()
        .sorted(
            Comparator.comparing((Line line) -> !line.change().verdict().clear())
                .thenComparingDouble(
                    line -> -Math.abs(line.to().percent() - line.from().percent())))
        .limit(SlopePlot.most(sheet.plotHeight()) - 1L)
        .toList();
  }

  private Figure.Drawing forms(List<Line> forms, List<SeriesFigure.Break> breaks) {
    Line first = forms.get(0);
    Sheet sheet =
        new Sheet(
                about,
                form,
                SeriesFigure.finding(
                    about,
                    first.label(),
                    new SeriesFigure.Year(years.from(), first.from()),
                    new SeriesFigure.Year(years.to(), first.to()),
                    first.verdict()))
            .subtitle(
                texts.of(
                    forms.size() > 1 ? "series.title" : "series.single",
                    about.indicator(),
                    years.from(),
                    years.to()))
            .above(texts.of("series.axis"));
    ChangeFigure.legend(sheet, forms.stream().map(Line::change).toList(), about.better());
    family(sheet);
    sheet.note(texts.of("series.intervals"));
    breaks.forEach(gap -> sheet.note(gap.reason()));

    return drawing(sheet, SlopePlot.withIntervals(about, form, years, forms), forms);
  }

  private void family(Sheet sheet) {
    int tests = years.family().tests();
    sheet.note(
        tests == 0
            ? ""
            : tests == 1
                ? texts.of("slope.alone")
                : texts.of("slope.family", tests, years.family().method()));
  }

  private Figure.Drawing drawing(Sheet sheet, SlopePlot plot, List<Line> lines) {
    return sheet.drawing(plot, plot.height(), description(sheet, lines));
  }

  private String description(Sheet sheet, List<Line> lines) {
    String values =
        lines.stream()
            .map(
                line ->
                    line.label()
                        + ": "
                        + line.from().text(about.language(), texts)
                        + " → "
                        + line.to().text(about.language(), texts))
            .collect(Collectors.joining("; "));

    return sheet.description(values);
  }
}
