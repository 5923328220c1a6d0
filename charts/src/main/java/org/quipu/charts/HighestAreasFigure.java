package org.quipu.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.xy.XYIntervalSeries;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/** The areas with the highest estimates: each with its interval and the ranks it may have. */
public final class HighestAreasFigure {
  /**
   * An area whose level is drawn.
   *
   * @param rankLow the best rank that it may have, 1 being the highest
   * @param rankHigh the worst
   * @param unsampled whether nobody was interviewed there
   */
  public record Row(
      String label, PlottedLevel level, int rankLow, int rankHigh, boolean unsampled) {}

  /**
   * All areas, of which the figure shows the highest.
   *
   * @param nation the country's level
   * @param areas how many there are
   * @param tied how many cannot be told apart from the first, itself counted
   */
  public record Among(
      AreaKind kind, String nationLabel, PlottedLevel nation, int areas, long tied) {}

  private final About about;
  private final Form form;
  private final Language language;
  private final Messages texts;
  private final String years;
  private final Sheet sheet;
  private final List<Row> rows;
  private final Among among;

  private HighestAreasFigure(About about, Form form, String years, List<Row> rows, Among among) {
    this.about = about;
    this.form = form;
    this.language = about.language();
    this.texts = about.texts();
    this.years = years;
    this.among = among;
    this.sheet = new Sheet(about, form, finding(rows)).subtitle(subtitle(rows.size()));
    this.rows = rows.subList(0, Math.min(rows.size(), sheet.rows(names(rows), numbers(rows))));
    sheet.subtitle(subtitle(this.rows.size()));
  }

  /**
   * Draws the figure.
   *
   * @param years of the estimates, as they are written
   * @param rows the highest first
   */
  public static Figure of(About about, String years, List<Row> rows, Among among) {
    return Figure.of(form -> new HighestAreasFigure(about, form, years, rows, among).draw());
  }

  private Figure.Drawing draw() {
    RowsPlot plot = new RowsPlot(form, names(rows), numbers(rows), scale());
    if (among.nation().drawn() && !form.fixed()) {
      plot.line(among.nation().percent(), Palette.SOFT_INK, Palette.DASHED);
      plot.heading(
          among.nation().percent(),
          among.nationLabel() + " " + among.nation().text(language, texts),
          RowWords.Side.AFTER,
          Palette.SOFT_INK);
    }
    points(plot);
    sheet.note(texts.of("intervals"));
    sheet.note(texts.of("highest.ranks", among.areas()));
    boolean referential =
        rows.stream().anyMatch(row -> row.level().showing() == PlottedLevel.Showing.REFERENTIAL);
    sheet.note(referential ? texts.of("map.referential") : "");

    return sheet.drawing(plot.plot(), plot.height(), description());
  }

  private String subtitle(int shown) {
    return texts.of("highest.title", about.indicator(), years, shown, among.kind().several(texts));
  }

  private String finding(List<Row> rows) {
    String areas = among.kind().several(texts);

    return among.tied() > 1
        ? texts.of("highest.finding", among.tied() - 1, among.areas(), areas)
        : texts.of("highest.finding.one", rows.get(0).label());
  }

  private List<String> names(List<Row> rows) {
    return Stream.concat(Stream.of(""), rows.stream().map(Row::label)).toList();
  }

  private List<String> numbers(List<Row> rows) {
    List<String> numbers = new ArrayList<>();
    numbers.add(texts.of("highest.heading"));
    rows.forEach(row -> numbers.add(number(row)));

    return numbers;
  }

  private String number(Row row) {
    PlottedLevel level = row.level();
    return level.text(language, texts)
        + (level.hasInterval() ? " (" + language.interval(level.low(), level.high()) + ")" : "")
        + ", "
        + row.rankLow()
        + "–"
        + row.rankHigh();
  }

  private NumberAxis scale() {
    List<PlottedLevel> levels =
        Stream.concat(rows.stream().map(Row::level), Stream.of(among.nation()))
            .filter(PlottedLevel::drawn)
            .toList();
    NumberAxis scale = Scale.axis(language, texts.of("prevalence.axis"));
    Scale.fit(
        scale,
        levels.stream().mapToDouble(HighestAreasFigure::low).min().orElse(0),
        levels.stream().mapToDouble(HighestAreasFigure::high).max().orElse(1));

    return scale;
  }

  private static double low(PlottedLevel level) {
    return level.hasInterval() ? level.low() : level.percent();
  }

  private static double high(PlottedLevel level) {
    return level.hasInterval() ? level.high() : level.percent();
  }

  private void points(RowsPlot plot) {
    XYIntervalSeries sampled =
        plot.series("sampled", Palette.circle(4.6), Palette.BLUE, Palette.BLUE);
    XYIntervalSeries unsampled =
        plot.series("unsampled", Palette.circle(4.6), Palette.BLUE, Palette.PAPER);
    for (int i = 0; i < rows.size(); i++) {
      PlottedLevel level = rows.get(i).level();
      double y = plot.at(i + 1);
      (rows.get(i).unsampled() ? unsampled : sampled)
          .add(level.percent(), low(level), high(level), y, y, y);
    }
    if (unsampled.getItemCount() > 0) {
      sheet.legend(texts.of("highest.sampled"), Palette.circle(4.6), Palette.BLUE, Palette.BLUE);
      sheet.legend(texts.of("map.unsampled"), Palette.circle(4.6), Palette.BLUE, Palette.PAPER);
    }
  }

  private String description() {
    String values =
        rows.stream()
            .map(row -> row.label() + ": " + number(row))
            .collect(Collectors.joining("; "));

    return sheet.description(values);
  }
}
