package org.quipu.charts;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Stream;
import org.quipu.charts.RidgesFigure.Area;

/** Curves one under the other on one scale; names at the left or, where it is narrow, above. */
final class RidgePlot extends DrawnPlot {
  private static final long serialVersionUID = 1L;

  private static final double BETWEEN_GROUPS = 14;
  private static final double AXIS = 20;
  private static final double HEADING = 18;
  private static final double TICK_ROOM = 46;

  private final transient About about;
  private final transient PlottedLevel nation;
  private final String nationLabel;
  private final transient List<Area> highest;
  private final transient List<Area> lowest;
  private final boolean beside;
  private final double names;
  private final double low;
  private final double high;
  private final double steepest;

  RidgePlot(
      About about,
      Form form,
      List<Area> highest,
      List<Area> lowest,
      String nationLabel,
      PlottedLevel nation) {
    this.about = about;
    this.nation = nation;
    this.nationLabel = nationLabel;
    this.highest = highest;
    this.lowest = lowest;
    this.beside = form == Form.WIDE || form == Form.CARD;
    this.names =
        beside
            ? all().mapToDouble(area -> Lettering.width(name(area), Palette.SMALL)).max().orElse(0)
                + 10
            : 0;
    this.low = points().mapToDouble(Point2D::getX).min().orElse(0);
    this.high = points().mapToDouble(Point2D::getX).max().orElse(100);
    this.steepest = points().mapToDouble(Point2D::getY).max().orElse(1);
  }

  private Stream<Area> all() {
    return Stream.concat(highest.stream(), lowest.stream());
  }

  private Stream<Point2D> points() {
    return all().flatMap(area -> area.density().stream());
  }

  /** Pixels that an area needs at least. */
  static double row(Form form) {
    return form == Form.WIDE || form == Form.CARD ? 14 : 30;
  }

  /** Pixels that all but the areas take. */
  static double around() {
    return BETWEEN_GROUPS + AXIS + HEADING + 12;
  }

  int height() {
    return (int) Math.round((highest.size() + lowest.size()) * (beside ? 22 : 36) + around());
  }

  @Override
  void paint(Graphics2D g2, Rectangle2D area) {
    Rectangle2D inside =
        new Rectangle2D.Double(
            area.getX() + names,
            area.getY() + HEADING,
            area.getWidth() - names - 12,
            area.getHeight() - HEADING - AXIS);
    scale(g2, inside);
    int rows = highest.size() + lowest.size();
    double row = (inside.getHeight() - (lowest.isEmpty() ? 0 : BETWEEN_GROUPS)) / rows;
    double base = inside.getY() + row;
    for (Area one : highest) {
      curve(g2, one, Palette.VERMILLION, area.getX(), base, row, inside);
      base += row;
    }
    base += BETWEEN_GROUPS;
    for (Area one : lowest) {
      curve(g2, one, Palette.BLUE, area.getX(), base, row, inside);
      base += row;
    }
  }

  private void scale(Graphics2D g2, Rectangle2D inside) {
    double step = Scale.step((high - low) * TICK_ROOM / inside.getWidth());
    for (double value = Math.ceil(low / step) * step; value <= high; value += step) {
      double x = x(value, inside);
      g2.setPaint(Palette.GRID);
      g2.setStroke(Palette.stroke(1));
      g2.draw(new Line2D.Double(x, inside.getY(), x, inside.getMaxY()));
      Lettering.around(
          g2,
          about.language().decimal(value, step < 1 ? 1 : 0),
          x,
          inside.getMaxY() + AXIS / 2 + 2,
          Palette.SMALL,
          Palette.INK);
    }
    if (nation.drawn() && nation.percent() > low && nation.percent() < high) {
      double x = x(nation.percent(), inside);
      g2.setPaint(Palette.SOFT_INK);
      g2.setStroke(Palette.DASHED);
      g2.draw(new Line2D.Double(x, inside.getY(), x, inside.getMaxY()));
      String words = nationLabel + " " + nation.text(about.language(), about.texts());
      double half = Lettering.width(words, Palette.STRONG) / 2;
      double middle = Math.min(Math.max(x, inside.getX() + half), inside.getMaxX() - half);
      Lettering.around(
          g2, words, middle, inside.getY() - HEADING / 2, Palette.STRONG, Palette.SOFT_INK);
    }
  }

  private double x(double value, Rectangle2D inside) {
    return inside.getX() + (value - low) / (high - low) * inside.getWidth();
  }

  private void curve(
      Graphics2D g2,
      Area area,
      Color color,
      double left,
      double base,
      double row,
      Rectangle2D inside) {
    double most = (beside ? 1.5 : 0.95) * (beside ? row : row - 15);
    Path2D path = new Path2D.Double();
    for (Point2D point : area.density()) {
      double x = x(point.getX(), inside);
      double y = base - point.getY() / steepest * most;
      if (path.getCurrentPoint() == null) {
        path.moveTo(x, base);
      }
      path.lineTo(x, y);
    }
    path.lineTo(path.getCurrentPoint().getX(), base);
    path.closePath();
    g2.setPaint(Palette.faint(color, area.unsampled() ? 25 : 90));
    g2.fill(path);
    g2.setPaint(color);
    g2.setStroke(Palette.stroke(1));
    g2.draw(path);
    g2.setStroke(Palette.LINE);
    double at = x(area.level().percent(), inside);
    g2.draw(new Line2D.Double(at, base, at, base - 6));
    if (beside) {
      Lettering.upTo(g2, name(area), left + names - 6, base - 5, Palette.SMALL, Palette.INK);
    } else {
      double width = Lettering.width(name(area), Palette.SMALL);
      g2.setPaint(Palette.faint(Palette.PAPER, 225));
      g2.fill(new Rectangle2D.Double(left, base - row, width + 2, 15));
      Lettering.from(g2, name(area), left, base - row + 8, Palette.SMALL, Palette.INK);
    }
  }

  private String name(Area area) {
    return area.label() + "  " + area.level().text(about.language(), about.texts());
  }
}
