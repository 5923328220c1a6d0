package org.quipu.charts;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;
import org.quipu.text.Language;

/** Scatters side by side, each with the line on which both numbers are the same. */
final class PointPanels extends DrawnPlot {
  private static final long serialVersionUID = 1L;

  private static final double NUMBERS = 30;
  private static final double BELOW = 36;
  private static final double ABOVE = 20;
  private static final double BETWEEN = 22;
  private static final double TICK_ROOM = 44;
  private static final int HIGH = 270;

  /**
   * A scatter.
   *
   * @param up what is measured upwards
   * @param across what is measured to the right
   */
  record Panel(String up, String across, List<ModelFigure.Point> points) {
    /** The ends of both axes. */
    private double low() {
      return values().min().orElse(0);
    }

    private double high() {
      return values().max().orElse(1);
    }

    private DoubleStream values() {
      return points.stream().flatMapToDouble(point -> DoubleStream.of(point.across(), point.up()));
    }
  }

  private final transient Language language;
  private final transient List<Panel> panels;
  private final int columns;

  PointPanels(Language language, Form form, List<Panel> panels) {
    this.language = language;
    this.panels = panels;
    this.columns = form == Form.PHONE ? 1 : panels.size();
  }

  int height() {
    return HIGH * ((panels.size() + columns - 1) / columns) + 16;
  }

  @Override
  void paint(Graphics2D g2, Rectangle2D area) {
    int rows = (panels.size() + columns - 1) / columns;
    double width = (area.getWidth() - (columns - 1) * BETWEEN) / columns;
    double height = area.getHeight() / rows;
    for (int i = 0; i < panels.size(); i++) {
      double left = area.getX() + i % columns * (width + BETWEEN);
      double top = area.getY() + Math.floorDiv(i, columns) * height;
      Rectangle2D inside =
          new Rectangle2D.Double(
              left + NUMBERS, top + ABOVE, width - NUMBERS - 8, height - ABOVE - BELOW);
      draw(g2, panels.get(i), left, inside);
    }
  }

  private void draw(Graphics2D g2, Panel panel, double left, Rectangle2D inside) {
    double low = panel.low();
    double high = panel.high();
    double room = 0.04 * Math.max(high - low, 1);
    Range range = new Range(low - room, high + room);
    grid(g2, range, inside);
    g2.setPaint(Palette.SOFT_INK);
    g2.setStroke(Palette.DASHED);
    g2.draw(new Line2D.Double(inside.getX(), inside.getMaxY(), inside.getMaxX(), inside.getY()));
    for (ModelFigure.Point point : panel.points()) {
      g2.setPaint(Palette.faint(Palette.BLUE, 150));
      g2.fill(
          AffineTransform.getTranslateInstance(
                  range.x(point.across(), inside), range.y(point.up(), inside))
              .createTransformedShape(Palette.circle(2.8)));
    }
    double heading = inside.getY() - ABOVE / 2 - 1;
    Lettering.from(g2, panel.up(), left, heading, Palette.SMALL, Palette.SOFT_INK);
    Lettering.upTo(
        g2,
        panel.across(),
        inside.getMaxX(),
        inside.getMaxY() + BELOW - 9,
        Palette.SMALL,
        Palette.SOFT_INK);
  }

  private void grid(Graphics2D g2, Range range, Rectangle2D inside) {
    double length = range.high() - range.low();
    double least = Math.min(inside.getWidth(), inside.getHeight());
    double step = Scale.step(length * TICK_ROOM / least);
    for (double value = Math.ceil(range.low() / step) * step;
        value <= range.high();
        value += step) {
      double x = range.x(value, inside);
      double y = range.y(value, inside);
      g2.setPaint(Palette.GRID);
      g2.setStroke(Palette.stroke(1));
      g2.draw(new Line2D.Double(x, inside.getY(), x, inside.getMaxY()));
      g2.draw(new Line2D.Double(inside.getX(), y, inside.getMaxX(), y));
      String number = language.decimal(value, step < 1 ? 1 : 0);
      Lettering.around(g2, number, x, inside.getMaxY() + 10, Palette.SMALL, Palette.INK);
      if (y < inside.getMaxY() - 4) {
        Lettering.upTo(g2, number, inside.getX() - 5, y, Palette.SMALL, Palette.INK);
      }
    }
  }

  /** The values of both axes. */
  private record Range(double low, double high) {
    double x(double value, Rectangle2D inside) {
      return inside.getX() + (value - low) / (high - low) * inside.getWidth();
    }

    double y(double value, Rectangle2D inside) {
      return inside.getMaxY() - (value - low) / (high - low) * inside.getHeight();
    }
  }
}
