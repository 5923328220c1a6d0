package org.quipu.charts;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quipu.text.Messages;

/**
 * The levels of all regions in two years, joined by lines: clear changes have their colour, the
 * others are grey.
 */
public final class SlopeFigure {
  /** A region's or the country's two levels, and the change between them. */
  public record Line(String label, PlottedLevel from, PlottedLevel to, PlottedChange change) {
    boolean drawn() {
      return from.drawn() && to.drawn();
    }
  }

  /** The years of the levels, and how many changes were tested together. */
  public record Years(int from, int to, ChangeFigure.Family family) {}

  private final About about;
  private final Form form;
  private final Messages texts;
  private final Years years;
  private final Line nation;
  private final List<Line> regions;

  private SlopeFigure(About about, Form form, Years years, Line nation, List<Line> regions) {
    this.about = about;
    this.form = form;
    this.texts = about.texts();
    this.years = years;
    this.nation = nation;
    this.regions = regions;
  }

  /** Draws the figure. */
  public static Figure of(About about, Years years, Line nation, List<Line> regions) {
    return Figure.of(form -> new SlopeFigure(about, form, years, nation, regions).draw());
  }

  private Figure.Drawing draw() {
    List<PlottedChange> changes = regions.stream().map(Line::change).toList();
    Sheet sheet =
        new Sheet(about, form, ChangeFigure.finding(texts, changes))
            .subtitle(texts.of("slope.title", about.indicator(), years.from(), years.to()));
    ChangeFigure.legend(sheet, changes, about.better());
    sheet.legend(nation.label(), Palette.bar(8, 1.2), Palette.INK, Palette.INK);
    if (years.family().tests() > 0) {
      sheet.note(texts.of("slope.family", years.family().tests(), years.family().method()));
    }
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
        Stream.concat(regions.stream(), Stream.of(nation)).filter(Line::drawn).toList();
    SlopePlot plot = new SlopePlot(about, form, years, nation, lines);

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

    return texts.of("map.description", sheet.title(), sheet.subtitleLine(), "", values);
  }
}
