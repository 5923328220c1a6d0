package org.quipu.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.quipu.charts.SlopeFigure.Line;

/** Lines between two years, with their names at the ends, apart from each other. */
final class SlopePlot extends DrawnPlot {
  private static final long serialVersionUID = 1L;

  private static final double LABEL = 14.5;
  private static final double LEADER = 16;
  private static final double HEADING = 24;

  /** What is above and below the names, and around the plot. */
  private static final double AROUND = HEADING + LABEL + 16;

  /** Pixels that the plot of some lines with their intervals is high. */
  private static final int HIGH = 360;

  /** Pixels between the intervals of lines that may lie over each other. */
  private static final double ASIDE = 5;

  private static final Color UNCLEAR = new Color(0xA6, 0xA6, 0xA6);

  private final transient About about;
  private final Form form;
  private final transient SlopeFigure.Years years;

  /** The name of the line that the others are seen against; empty for none. */
  private final String reference;

  private final boolean intervals;

  /** Grey lines first, so that clear changes and the country lie over them. */
  private final transient List<Line> lines;

  private SlopePlot(
      About about,
      Form form,
      SlopeFigure.Years years,
      String reference,
      boolean intervals,
      List<Line> lines) {
    this.about = about;
    this.form = form;
    this.years = years;
    this.reference = reference;
    this.intervals = intervals;
    this.lines =
        lines.stream()
            .sorted(
                Comparator.comparing(this::isReference)
                    .thenComparing(line -> line.change().verdict().clear()))
            .toList();
  }

  /** Many lines, of which one is the reference, without their intervals. */
  SlopePlot(About about, Form form, SlopeFigure.Years years, String reference, List<Line> lines) {
    this(about, form, years, reference, false, lines);
  }

  /** A few lines with the intervals of their levels. */
  static SlopePlot withIntervals(
      About about, Form form, SlopeFigure.Years years, List<Line> lines) {
    return new SlopePlot(about, form, years, "", true, lines);
  }

  /** How many lines have room for their names in a plot of this height. */
  static int most(double height) {
    return 1 + (int) ((height - AROUND) / LABEL);
  }

  int height() {
    return intervals ? HIGH : (int) Math.round(HEADING + Math.max(lines.size(), 8) * LABEL * 1.35);
  }

  private boolean isReference(Line line) {
    return line.label().equals(reference);
  }

  @Override
  void paint(Graphics2D g2, Rectangle2D area) {
    double left = area.getX() + room(this::before) + LEADER;
    double right = area.getMaxX() - room(this::after) - LEADER;
    Levels levels = levels(area.getY() + HEADING, area.getMaxY() - LABEL);
    heading(g2, years.from(), left, area.getY() + HEADING / 2);
    heading(g2, years.to(), right, area.getY() + HEADING / 2);
    g2.setPaint(Palette.GRID);
    g2.setStroke(Palette.stroke(1));
    g2.draw(new Line2D.Double(left, levels.top, left, levels.bottom));
    g2.draw(new Line2D.Double(right, levels.top, right, levels.bottom));
    double[] from = heights(Line::from, levels);
    double[] to = heights(Line::to, levels);
    double gap = Math.min(LABEL, (levels.bottom - levels.top) / Math.max(1, lines.size() - 1));
    double[] fromLabels = Spread.apart(from, gap, levels.top, levels.bottom);
    double[] toLabels = Spread.apart(to, gap, levels.top, levels.bottom);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      Color color = color(line);
      g2.setPaint(color);
      g2.setStroke(Palette.stroke(isReference(line) ? 3 : strong(line) ? 2 : 1.2f));
      g2.draw(new Line2D.Double(left, from[i], right, to[i]));
      if (intervals) {
        interval(g2, line.from(), left + aside(i, Line::from), levels);
        interval(g2, line.to(), right - aside(i, Line::to), levels);
      }
      dot(g2, left, from[i], color);
      dot(g2, right, to[i], color);
      g2.setStroke(Palette.stroke(0.6f));
      g2.draw(new Line2D.Double(left - LEADER + 3, fromLabels[i], left - 4, from[i]));
      g2.draw(new Line2D.Double(right + 4, to[i], right + LEADER - 3, toLabels[i]));
      Color ink = strong(line) || isReference(line) ? Palette.words(color) : Palette.SOFT_INK;
      Lettering.upTo(g2, before(line), left - LEADER, fromLabels[i], font(line), ink);
      Lettering.from(g2, after(line), right + LEADER, toLabels[i], font(line), ink);
    }
  }

  private double room(Function<Line, String> text) {
    return lines.stream()
        .mapToDouble(line -> Lettering.width(text.apply(line), font(line)))
        .max()
        .orElse(0);
  }

  /** The scale of the levels, from the top of the plot to its bottom. */
  private record Levels(double low, double high, double top, double bottom) {
    double y(double level) {
      return bottom - (level - low) / Math.max(high - low, 1) * (bottom - top);
    }
  }

  private Levels levels(double top, double bottom) {
    double low = Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    for (Line line : lines) {
      for (PlottedLevel level : List.of(line.from(), line.to())) {
        boolean ends = intervals && level.hasInterval();
        low = Math.min(low, ends ? level.low() : level.percent());
        high = Math.max(high, ends ? level.high() : level.percent());
      }
    }

    return new Levels(low, high, top, bottom);
  }

  private double[] heights(Function<Line, PlottedLevel> year, Levels levels) {
    return lines.stream().mapToDouble(line -> year.apply(line).percent()).map(levels::y).toArray();
  }

  /** How far an interval stands from the ends of lines: only where it lies over one before it. */
  private double aside(int at, Function<Line, PlottedLevel> year) {
    PlottedLevel level = year.apply(lines.get(at));
    long over =
        lines.subList(0, at).stream()
            .map(year)
            .filter(other -> level.low() <= other.high() && other.low() <= level.high())
            .count();

    return ASIDE * over;
  }

  private static void interval(Graphics2D g2, PlottedLevel level, double x, Levels levels) {
    if (level.hasInterval()) {
      g2.setStroke(Palette.THIN);
      g2.draw(new Line2D.Double(x, levels.y(level.low()), x, levels.y(level.high())));
    }
  }

  private boolean strong(Line line) {
    return line.change().verdict().clear() || line.label().equals(about.highlighted());
  }

  private Color color(Line line) {
    if (isReference(line)) {
      return Palette.INK;
    }

    return line.change().verdict().clear()
        ? ChangeFigure.look(line.change().verdict(), about.better()).color()
        : intervals ? Palette.SOFT_INK : UNCLEAR;
  }

  private static void dot(Graphics2D g2, double x, double y, Color color) {
    g2.setPaint(color);
    g2.fill(AffineTransform.getTranslateInstance(x, y).createTransformedShape(Palette.circle(2.6)));
  }

  private Font font(Line line) {
    return isReference(line) ? Palette.STRONG : Palette.SMALL;
  }

  /** Where the sheet is narrow the names stand at the later year alone. */
  private String before(Line line) {
    String level = line.from().text(about.language(), about.texts());

    return form == Form.PHONE || form == Form.SQUARE ? level : line.label() + "  " + level;
  }

  private String after(Line line) {
    return line.to().text(about.language(), about.texts()) + "  " + line.label();
  }

  private static void heading(Graphics2D g2, int year, double x, double middle) {
    Lettering.around(g2, String.valueOf(year), x, middle, Palette.STRONG, Palette.INK);
  }
}
