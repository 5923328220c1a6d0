package org.quipu.charts;

import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.xy.XYIntervalSeries;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/** The levels of all regions in a year, each compared with one of them. */
public final class StandingFigure {
  /** How a region's level stands to that of the region that the figure is about. */
  public enum Relation {
    /** It is that region. */
    ITSELF,
    HIGHER,
    NOT_DISTINGUISHED,
    LOWER;

    String key() {
      return "standing." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A region whose level is shown. */
  public record Row(String label, PlottedLevel level, Relation relation) {}

  private record Look(Shape shape, Color color, Color fill) {}

  private final About about;
  private final Form form;
  private final Language language;
  private final Messages texts;
  private final int year;
  private final int tests;
  private final Row nation;
  private final List<Row> rows;

  private StandingFigure(About about, Form form, int year, int tests, Row nation, List<Row> rows) {
    this.about = about;
    this.form = form;
    this.language = about.language();
    this.texts = about.texts();
    this.year = year;
    this.tests = tests;
    this.nation = nation;
    this.rows = rows;
  }

  /**
   * Draws the figure.
   *
   * @param about the highlighted region is the one with which the others are compared
   * @param tests pairs of regions that were tested
   * @param nation drawn as a line
   * @param rows the highest first
   */
  public static Figure of(About about, int year, int tests, Row nation, List<Row> rows) {
    return Figure.of(form -> new StandingFigure(about, form, year, tests, nation, rows).draw());
  }

  private long count(Relation relation) {
    return rows.stream().filter(row -> row.relation() == relation).count();
  }

  private Figure.Drawing draw() {
    Sheet sheet =
        new Sheet(
                about,
                form,
                texts.of(
                    count(Relation.NOT_DISTINGUISHED) == rows.size() - 1
                        ? "standing.finding.none"
                        : "standing.finding",
                    about.highlighted(),
                    count(Relation.NOT_DISTINGUISHED),
                    rows.size() - 1))
            .subtitle(texts.of("standing.title", about.indicator(), year));
    legend(sheet);
    List<Row> shown = telling(sheet.rows(names(rows), numbers(rows)));
    sheet.some(shown.size(), rows.size());
    RowsPlot plot = new RowsPlot(form, names(shown), numbers(shown), scale());
    if (nation.level().drawn()) {
      plot.line(nation.level().percent(), Palette.SOFT_INK, Palette.DASHED);
      plot.heading(
          nation.level().percent(),
          nation.label() + " " + nation.level().text(language, texts),
          RowWords.Side.AFTER,
          Palette.SOFT_INK);
    }
    points(plot, shown);
    sheet.note(texts.of("standing.tests", tests));
    sheet.note(texts.of("intervals"));
    boolean referential =
        rows.stream().anyMatch(row -> row.level().showing() == PlottedLevel.Showing.REFERENTIAL);
    sheet.note(referential ? texts.of("map.referential") : "");

    return sheet.drawing(plot.plot(), plot.height(), description(sheet));
  }

  /** As many rows as a form has room for: the region itself, the highest and the lowest. */
  private List<Row> telling(int room) {
    if (rows.size() <= room) {
      return rows;
    }

    Set<Row> shown = new HashSet<>();
    rows.stream().filter(row -> row.relation() == Relation.ITSELF).forEach(shown::add);
    for (int i = 0; i < rows.size() && shown.size() < room; i++) {
      int fromTop = Math.floorDiv(i, 2);
      shown.add(rows.get(i % 2 == 0 ? fromTop : rows.size() - 1 - fromTop));
    }

    return rows.stream().filter(shown::contains).toList();
  }

  private List<String> names(List<Row> rows) {
    List<String> names = new ArrayList<>(List.of(""));
    rows.forEach(row -> names.add(row.label()));

    return names;
  }

  private List<String> numbers(List<Row> rows) {
    List<String> numbers = new ArrayList<>(List.of(texts.of("standing.heading")));
    rows.forEach(row -> numbers.add(number(row)));

    return numbers;
  }

  private String number(Row row) {
    PlottedLevel level = row.level();
    return level.text(language, texts)
        + (level.hasInterval() ? " (" + language.interval(level.low(), level.high()) + ")" : "");
  }

  private NumberAxis scale() {
    List<PlottedLevel> levels = rows.stream().map(Row::level).toList();
    NumberAxis scale = Scale.axis(language, texts.of("prevalence.axis"));
    Scale.fit(
        scale,
        levels.stream().mapToDouble(StandingFigure::low).min().orElse(0),
        levels.stream().mapToDouble(StandingFigure::high).max().orElse(1));

    return scale;
  }

  private static double low(PlottedLevel level) {
    return level.hasInterval() ? level.low() : level.percent();
  }

  private static double high(PlottedLevel level) {
    return level.hasInterval() ? level.high() : level.percent();
  }

  private void legend(Sheet sheet) {
    for (Relation relation : Relation.values()) {
      if (count(relation) > 0) {
        Look look = look(relation);
        String words =
            relation == Relation.ITSELF
                ? about.highlighted()
                : texts.of(relation.key(), about.highlighted());
        sheet.legend(words, look.shape(), look.color(), look.fill());
      }
    }
  }

  private void points(RowsPlot plot, List<Row> rows) {
    Map<Relation, XYIntervalSeries> kinds = new EnumMap<>(Relation.class);
    for (Relation relation : Relation.values()) {
      if (count(relation) > 0) {
        Look look = look(relation);
        kinds.put(relation, plot.series(relation.name(), look.shape(), look.color(), look.fill()));
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (row.relation() == Relation.ITSELF) {
        plot.shade(i + 1, Palette.HIGHLIGHT);
      }
      double y = plot.at(i + 1);
      PlottedLevel level = row.level();
      kinds.get(row.relation()).add(level.percent(), low(level), high(level), y, y, y);
    }
  }

  private static Look look(Relation relation) {
    return switch (relation) {
      case ITSELF -> new Look(Palette.diamond(5.4), Palette.INK, Palette.INK);
      case HIGHER -> new Look(Palette.triangleUp(5), Palette.VERMILLION, Palette.VERMILLION);
      case NOT_DISTINGUISHED -> new Look(Palette.circle(4.2), Palette.SOFT_INK, Palette.PAPER);
      case LOWER -> new Look(Palette.triangleDown(5), Palette.BLUE, Palette.BLUE);
    };
  }

  private String description(Sheet sheet) {
    String values =
        rows.stream()
            .map(row -> row.label() + ": " + number(row))
            .collect(Collectors.joining("; "));

    return sheet.description(values);
  }
}
