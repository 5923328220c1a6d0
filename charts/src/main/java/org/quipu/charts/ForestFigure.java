package org.quipu.charts;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jfree.data.xy.XYIntervalSeries;
import org.quipu.text.Messages;

/**
 * A regression: the estimate of each level of each term beside its reference, with its interval, on
 * a logarithmic scale for ratios.
 */
public final class ForestFigure {
  /** What is estimated. */
  public enum Measure {
    ODDS_RATIO,
    /** Of a higher category. */
    ORDINAL_ODDS_RATIO,
    PREVALENCE_RATIO,
    MEAN_RATIO,
    HAZARD_RATIO,
    MEAN_DIFFERENCE,
    /** The difference of the probability's normal quantile. */
    PROBIT_DIFFERENCE;

    boolean isRatio() {
      return this != MEAN_DIFFERENCE && this != PROBIT_DIFFERENCE;
    }

    String key() {
      return "forest.measure." + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A level of a factor, or what else has a coefficient.
   *
   * @param low end of its interval; NaN where that is not known
   * @param written the estimate and its interval in words
   */
  public record Level(String name, double estimate, double low, double high, String written) {}

  /**
   * A term of the formula.
   *
   * @param reference the level that the others are compared with; empty where there is none
   * @param p of the test that all its coefficients are 0, as it is written
   * @param clear whether that test finds that they are not
   */
  public record Term(String name, String reference, List<Level> levels, String p, boolean clear) {
    /** Whether it is a number with one coefficient, which has the term's name. */
    private boolean isSingle() {
      return reference.isEmpty() && levels.size() == 1;
    }
  }

  /**
   * The regression.
   *
   * @param domain the part of the population that it is about, as a sentence; empty for all of it
   * @param notes what must be known of it
   */
  public record Model(Measure measure, List<Term> terms, String domain, List<String> notes) {}

  /** What a row of the plot shows. */
  private enum Kind {
    TERM,
    REFERENCE,
    LEVEL
  }

  /** A row of the plot; the level is null where it has none. */
  private record Row(Kind kind, Term term, Level level) {}

  /** Pixels that the plot has between long names and the numbers. */
  private static final double PLOT = 150;

  private static final Shape DOT = Palette.circle(4.2);
  private static final Shape REFERENCE = Palette.bar(2.5, 6);

  private final About about;
  private final Form form;
  private final Messages texts;
  private final Model model;
  private final ForestScale scale;

  private ForestFigure(About about, Form form, Model model) {
    this.about = about;
    this.form = form;
    this.texts = about.texts();
    this.model = model;
    this.scale = new ForestScale(model.measure.isRatio(), levels(rows()));
  }

  /** Draws the figure of a regression with one term at least. */
  public static Figure of(About about, Model model) {
    return Figure.of(form -> new ForestFigure(about, form, model).draw());
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Term term : model.terms) {
      if (term.isSingle()) {
        rows.add(new Row(Kind.LEVEL, term, term.levels.get(0)));
        continue;
      }

      rows.add(new Row(Kind.TERM, term, null));
      if (!term.reference.isEmpty()) {
        rows.add(new Row(Kind.REFERENCE, term, null));
      }
      term.levels.forEach(level -> rows.add(new Row(Kind.LEVEL, term, level)));
    }

    return rows;
  }

  private static List<Level> levels(List<Row> rows) {
    return rows.stream().filter(row -> row.level != null).map(Row::level).toList();
  }

  private Figure.Drawing draw() {
    String measure = texts.of(model.measure.key());
    String brief = form.fixed() ? ".brief" : "";
    Sheet sheet =
        new Sheet(about, form, finding())
            .subtitle(texts.of("forest.title" + brief, about.indicator(), measure));
    if (form != Form.CARD) {
      String axis = model.measure.isRatio() ? "forest.axis.ratio" : "forest.axis.difference";
      sheet.below(texts.of(axis + brief, measure));
    }
    sheet.caution((texts.of("association.caution") + " " + model.domain).strip());
    List<Row> all = rows();
    List<Row> shown = telling(all, sheet);
    sheet.some(levels(shown).size(), levels(all).size());
    RowsPlot plot = new RowsPlot(form, names(shown), numbers(shown), scale.axis(about.language()));
    plot.line(0, Palette.INK, Palette.THIN);
    fill(plot, sheet, shown);
    model.notes.forEach(sheet::note);
    if (levels(shown).stream().anyMatch(this::isCut)) {
      sheet.note(texts.of("forest.cut"));
    }
    sheet.note(texts.of("intervals"));
    sheet.note(texts.of("forest.cause"));

    return sheet.drawing(plot.plot(), plot.height(), description(sheet));
  }

  private String finding() {
    long clear = model.terms.stream().filter(Term::clear).count();
    int terms = model.terms.size();
    String ending = terms == 1 ? ".one" : "";

    return clear == 0
        ? texts.of("forest.finding.none" + ending, terms)
        : texts.of("forest.finding" + ending, clear, terms);
  }

  /** All rows, or as many from the first on as have room; none ends with the name of a term. */
  private List<Row> telling(List<Row> all, Sheet sheet) {
    int room = Math.min(all.size(), sheet.rows(names(all), numbers(all)));
    while (room > 1 && all.get(room - 1).level == null) {
      room--;
    }

    return all.subList(0, room);
  }

  private List<String> names(List<Row> rows) {
    double room = RowsPlot.room(form, numbers(rows), PLOT);
    List<String> names = new ArrayList<>(List.of(""));
    rows.forEach(row -> names.add(Lettering.shortened(name(row), Palette.LABEL, room)));

    return names;
  }

  private static String name(Row row) {
    return switch (row.kind) {
      case TERM -> "";
      case REFERENCE -> row.term.reference;
      case LEVEL -> row.term.isSingle() ? row.term.name : row.level.name;
    };
  }

  private List<String> numbers(List<Row> rows) {
    List<String> numbers = new ArrayList<>(List.of(texts.of("forest.heading")));
    rows.forEach(row -> numbers.add(number(row)));

    return numbers;
  }

  private String number(Row row) {
    return switch (row.kind) {
      case TERM -> "";
      case REFERENCE -> texts.of("forest.reference");
      case LEVEL -> row.level.written + (row.term.isSingle() ? ", " + row.term.p : "");
    };
  }

  private boolean isCut(Level level) {
    return scale.isLeft(level.low) || scale.isRight(level.high) || isOutside(level.estimate);
  }

  private boolean isOutside(double value) {
    return scale.isLeft(value) || scale.isRight(value);
  }

  private void fill(RowsPlot plot, Sheet sheet, List<Row> rows) {
    XYIntervalSeries open = plot.series("open", DOT, Palette.SOFT_INK, Palette.PAPER);
    XYIntervalSeries clear = plot.series("clear", DOT, Palette.BLUE, Palette.BLUE);
    XYIntervalSeries references =
        plot.series("reference", REFERENCE, Palette.SOFT_INK, Palette.SOFT_INK);
    double room = RowsPlot.width(form, names(rows), numbers(rows));
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      double y = plot.at(i + 1);
      switch (row.kind) {
        case TERM -> {
          plot.shade(i + 1, Palette.BAND);
          plot.title(i + 1, heading(row.term, room));
        }
        case REFERENCE -> references.add(0, 0, 0, y, y, y);
        case LEVEL -> {
          if (row.term.isSingle()) {
            plot.shade(i + 1, Palette.BAND);
          }
          point(plot, row.term.clear ? clear : open, row, y);
        }
      }
    }
    if (clear.getItemCount() > 0) {
      sheet.legend(texts.of("forest.clear"), DOT, Palette.BLUE, Palette.BLUE);
    }
    if (open.getItemCount() > 0) {
      sheet.legend(texts.of("forest.open"), DOT, Palette.SOFT_INK, Palette.PAPER);
    }
  }

  private static String heading(Term term, double room) {
    String p = " (" + term.p + ")";

    return Lettering.shortened(term.name, Palette.STRONG, room - Lettering.width(p, Palette.STRONG))
        + p;
  }

  private void point(RowsPlot plot, XYIntervalSeries series, Row row, double y) {
    Level level = row.level;
    double at = scale.at(level.estimate);
    double low = Double.isNaN(level.low) ? at : scale.at(level.low);
    double high = Double.isNaN(level.high) ? at : scale.at(level.high);
    Color color = row.term.clear ? Palette.BLUE : Palette.SOFT_INK;
    if (!isOutside(level.estimate)) {
      series.add(at, low, high, y, y, y);
    } else {
      XYIntervalSeries whisker = plot.series("whisker " + y, new Path2D.Double(), color, color);
      whisker.add(at, low, high, y, y, y);
    }
    if (scale.isLeft(Math.min(level.estimate, level.low))) {
      cut(plot, low, y, -1, color);
    }
    if (scale.isRight(Math.max(level.estimate, level.high))) {
      cut(plot, high, y, 1, color);
    }
  }

  /** What goes on beyond an edge of the plot. */
  private static void cut(RowsPlot plot, double at, double y, int direction, Color color) {
    Path2D triangle = new Path2D.Double();
    triangle.moveTo(0, 0);
    triangle.lineTo(-8.0 * direction, -4.5);
    triangle.lineTo(-8.0 * direction, 4.5);
    triangle.closePath();
    plot.series("cut " + y + " " + direction, triangle, color, color).add(at, at, at, y, y, y);
  }

  private String description(Sheet sheet) {
    String values =
        model.terms.stream().map(ForestFigure::description).collect(Collectors.joining("; "));

    return sheet.description(values);
  }

  private static String description(Term term) {
    return term.name
        + " ("
        + term.p
        + "): "
        + term.levels.stream()
            .map(level -> (level.name + " " + level.written).strip())
            .collect(Collectors.joining(", "));
  }
}
