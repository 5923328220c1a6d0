package org.quipu.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quipu.charts.PanelsFigure.Panel;
import org.quipu.charts.PanelsFigure.Year;

/**
 * Small charts in rows. Lines break where a year is missing; two years alone are joined, so that
 * the slope is seen.
 */
final class PanelsPlot extends DrawnPlot {
  private static final long serialVersionUID = 1L;

  private static final double TITLE = 24;
  private static final double YEARS = 18;
  private static final double NUMBERS = 26;
  private static final double VALUE = 34;
  private static final double BETWEEN = 10;

  /** Pixels that a number of the scale needs. */
  private static final double NUMBER = 16;

  private static final double LEAST_PANEL = 104;
  private static final double POINT = 3.2;
  private static final BasicStroke GRID = Palette.stroke(0.8f);
  private static final BasicStroke BAR = Palette.stroke(1.1f);

  private final transient About about;
  private final transient List<Panel> panels;
  private final boolean shared;
  private final int columns;
  private final int first;
  private final int last;

  /** The scale of a panel, with a line at every step. */
  private record Levels(double low, double high, double step) {
    double y(double level, Rectangle2D area) {
      return area.getMaxY() - (level - low) / (high - low) * area.getHeight();
    }
  }

  /**
   * @param shared whether all panels have one scale
   */
  PanelsPlot(Form form, About about, List<Panel> panels, boolean shared) {
    this.about = about;
    this.panels = panels;
    this.shared = shared;
    this.columns = Math.min(panels.size(), columns(form, shared));
    this.first = years(panels.stream()).mapToInt(Year::year).min().orElse(0);
    this.last = years(panels.stream()).mapToInt(Year::year).max().orElse(0);
  }

  private static int columns(Form form, boolean shared) {
    return switch (form) {
      case WIDE, CARD -> shared ? 5 : 4;
      case SQUARE -> shared ? 3 : 2;
      case PHONE -> 2;
    };
  }

  /** How many panels have room in a form whose height is given, below its title. */
  static int most(Form form, boolean shared, double height) {
    return form.fixed()
        ? columns(form, shared) * (int) Math.max(1, height / LEAST_PANEL)
        : Integer.MAX_VALUE;
  }

  private static Stream<Year> years(Stream<Panel> panels) {
    return panels
        .flatMap(panel -> Stream.concat(panel.own().stream(), panel.nation().stream()))
        .filter(year -> year.level().drawn());
  }

  int height() {
    double panel = shared ? 82 : 130;

    return (int) Math.round(rows() * (TITLE + panel + YEARS + BETWEEN));
  }

  private int rows() {
    return (panels.size() + columns - 1) / columns;
  }

  @Override
  void paint(Graphics2D g2, Rectangle2D area) {
    double numbers = shared ? NUMBERS : 0;
    double width = (area.getWidth() - numbers - (columns - 1) * BETWEEN) / columns;
    double height = area.getHeight() / rows();
    Levels all = levels(panels.stream());
    for (int i = 0; i < panels.size(); i++) {
      int column = i % columns;
      double x = area.getX() + numbers + column * (width + BETWEEN);
      double y = area.getY() + Math.floorDiv(i, columns) * height;
      double own = shared ? 0 : NUMBERS;
      Rectangle2D inside =
          new Rectangle2D.Double(x + own, y + TITLE, width - own, height - TITLE - YEARS - BETWEEN);
      Panel panel = panels.get(i);
      Levels levels = shared ? all : levels(Stream.of(panel));
      grid(g2, inside, levels, !shared || column == 0);
      draw(g2, panel, inside, x, levels);
    }
  }

  private static Levels levels(Stream<Panel> some) {
    double low = Double.MAX_VALUE;
    double high = 0;
    for (Year year : years(some).toList()) {
      PlottedLevel level = year.level();
      low = Math.min(low, level.hasInterval() ? level.low() : level.percent());
      high = Math.max(high, level.hasInterval() ? level.high() : level.percent());
    }
    double room = Math.max(0.08 * (high - low), 0.4);

    return new Levels(
        Math.max(0, low - room), high + room, Scale.step((high - low + 2 * room) / 4));
  }

  private void grid(Graphics2D g2, Rectangle2D area, Levels levels, boolean numbered) {
    double least = (levels.high() - levels.low()) * NUMBER / area.getHeight();
    double step = Math.max(levels.step(), Scale.step(least));
    double first = Math.ceil(levels.low() / step) * step;
    for (double level = first; level <= levels.high(); level += step) {
      double y = levels.y(level, area);
      g2.setPaint(Palette.GRID);
      g2.setStroke(GRID);
      g2.draw(new Line2D.Double(area.getX(), y, area.getMaxX(), y));
      if (numbered) {
        String number = about.language().decimal(level, step < 1 ? 1 : 0);
        Lettering.upTo(g2, number, area.getX() - 4, y, Palette.SMALL, Palette.SOFT_INK);
      }
    }
  }

  private void draw(Graphics2D g2, Panel panel, Rectangle2D area, double left, Levels levels) {
    ChangeFigure.Look look = ChangeFigure.look(panel.change().verdict(), about.better());
    boolean highlighted = panel.label().equals(about.highlighted());
    title(g2, panel, left, area.getY() - TITLE / 2, look, highlighted);
    double middle = area.getMaxY() + YEARS / 2;
    Lettering.around(g2, String.valueOf(first), x(first, area), middle, Palette.SMALL, Palette.INK);
    if (last > first) {
      Lettering.around(g2, String.valueOf(last), x(last, area), middle, Palette.SMALL, Palette.INK);
    }
    line(g2, panel.nation(), area, levels, Palette.GREY);
    Color color = shared ? color(panel.change(), look) : Palette.BLUE;
    line(g2, panel.own(), area, levels, color);
    panel.own().forEach(year -> point(g2, year, area, levels, color));
    values(g2, panel.own(), area, levels, color);
  }

  /** A clear change has its colour; all else is grey. */
  private static Color color(PlottedChange change, ChangeFigure.Look look) {
    return change.drawn() && change.verdict().clear() ? look.color() : Palette.SOFT_INK;
  }

  private void title(
      Graphics2D g2,
      Panel panel,
      double left,
      double middle,
      ChangeFigure.Look look,
      boolean highlighted) {
    double x = left;
    if (highlighted) {
      g2.setPaint(Palette.HIGHLIGHT);
      double wide = Lettering.width(panel.label(), Palette.STRONG) + 22;
      g2.fill(new Rectangle2D.Double(left - 2, middle - 9, wide, 17));
    }
    if (panel.change().drawn()) {
      Shape sign =
          AffineTransform.getTranslateInstance(left + 6, middle)
              .createTransformedShape(look.shape());
      g2.setPaint(look.fill());
      g2.fill(sign);
      g2.setPaint(look.color());
      g2.setStroke(Palette.THIN);
      g2.draw(sign);
      x += 16;
    }
    Lettering.from(g2, panel.label(), x, middle, Palette.STRONG, Palette.INK);
  }

  private double x(double year, Rectangle2D area) {
    double from = area.getX() + (isSlope() ? VALUE : 14);
    double to = area.getMaxX() - VALUE;

    return last == first ? (from + to) / 2 : from + (year - first) / (last - first) * (to - from);
  }

  /** Whether all series have the same two years at most. */
  private boolean isSlope() {
    return years(panels.stream()).mapToInt(Year::year).distinct().count() <= 2;
  }

  private void line(Graphics2D g2, List<Year> years, Rectangle2D area, Levels levels, Color color) {
    List<Year> drawn = drawn(years);
    Path2D path = new Path2D.Double();
    for (int i = 1; i < drawn.size(); i++) {
      if (isJoined(drawn, i)) {
        Year from = drawn.get(i - 1);
        Year to = drawn.get(i);
        if (i == 1 || !isJoined(drawn, i - 1)) {
          path.moveTo(x(from.year(), area), y(from, area, levels));
        }
        path.lineTo(x(to.year(), area), y(to, area, levels));
      }
    }
    g2.setPaint(color);
    g2.setStroke(Palette.LINE);
    g2.draw(path);
  }

  private static List<Year> drawn(List<Year> years) {
    return years.stream().filter(year -> year.level().drawn()).toList();
  }

  /** Whether a year is joined with the one before it. */
  private static boolean isJoined(List<Year> drawn, int at) {
    return drawn.size() == 2 || drawn.get(at).year() == drawn.get(at - 1).year() + 1;
  }

  /** How many years are joined with the one before them. */
  static long joined(List<Year> years) {
    List<Year> drawn = drawn(years);

    return IntStream.range(1, drawn.size()).filter(i -> isJoined(drawn, i)).count();
  }

  private void point(Graphics2D g2, Year year, Rectangle2D area, Levels levels, Color color) {
    PlottedLevel level = year.level();
    if (!level.drawn()) {
      return;
    }

    double x = x(year.year(), area);
    g2.setPaint(color);
    g2.setStroke(BAR);
    if (level.hasInterval()) {
      g2.draw(new Line2D.Double(x, levels.y(level.low(), area), x, levels.y(level.high(), area)));
    }
    boolean hollow = year.published() || level.showing() == PlottedLevel.Showing.REFERENTIAL;
    Shape point =
        AffineTransform.getTranslateInstance(x, levels.y(level.percent(), area))
            .createTransformedShape(Palette.circle(POINT));
    g2.setPaint(hollow ? Palette.PAPER : color);
    g2.fill(point);
    g2.setPaint(color);
    g2.draw(point);
  }

  /** The last level, and where there are two, the first one too. */
  private void values(
      Graphics2D g2, List<Year> years, Rectangle2D area, Levels levels, Color color) {
    List<Year> drawn = drawn(years);
    if (drawn.isEmpty() || area.getHeight() < 2 * NUMBER) {
      return;
    }

    Color ink = Palette.words(color);
    Year end = drawn.get(drawn.size() - 1);
    Lettering.from(
        g2, value(end), x(end.year(), area) + 6, wordsY(end, area, levels), Palette.SMALL, ink);
    if (drawn.size() == 2 && isSlope()) {
      Year start = drawn.get(0);
      Lettering.upTo(
          g2,
          value(start),
          x(start.year(), area) - 6,
          wordsY(start, area, levels),
          Palette.SMALL,
          ink);
    }
  }

  private static double y(Year year, Rectangle2D area, Levels levels) {
    return levels.y(year.level().percent(), area);
  }

  /** The height of a level's words, which keep away from the years below and the title above. */
  private static double wordsY(Year year, Rectangle2D area, Levels levels) {
    double y = Math.min(y(year, area, levels), area.getMaxY() - POINT - 3);

    return Math.max(y, area.getY() + POINT + 3);
  }

  private String value(Year year) {
    return year.level().text(about.language(), about.texts());
  }
}
