package org.quipu.charts;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.quipu.text.Language;

/**
 * Areas side by side in an order, so many that none has a name: a step for each, filled from one
 * value to another.
 */
final class OrderPlot extends DrawnPlot {
  private static final long serialVersionUID = 1L;

  private static final int HEIGHT = 330;
  private static final double NUMBERS = 38;
  private static final double BELOW = 20;
  private static final double GRID_ROOM = 44;
  private static final double PLACE_ROOM = 60;

  /** What an area's step is filled between. */
  record Span(double low, double high) {}

  /**
   * Steps of one colour, the first of them at a place in the order.
   *
   * @param first 1 for that of the first area
   */
  record Layer(int first, List<Span> spans, Color color) {}

  /**
   * The axis upwards.
   *
   * @param bottom the value at the lower end
   * @param top the value at the upper end, which may be the smaller one
   */
  record Axis(double bottom, double top, DoubleFunction<String> text) {}

  private final transient Language language;
  private final int count;
  private final transient Axis axis;
  private final transient List<Layer> layers = new ArrayList<>();
  private final transient List<Double> lines = new ArrayList<>();

  /**
   * @param count how many areas
   */
  OrderPlot(Language language, int count, Axis axis) {
    this.language = language;
    this.count = count;
    this.axis = axis;
  }

  int height() {
    return HEIGHT;
  }

  /** Draws these steps over those before. */
  OrderPlot layer(Layer layer) {
    layers.add(layer);

    return this;
  }

  /** Draws a dashed line across, under the steps. */
  OrderPlot line(double value) {
    lines.add(value);

    return this;
  }

  @Override
  void paint(Graphics2D g2, Rectangle2D area) {
    Rectangle2D inside =
        new Rectangle2D.Double(
            area.getX() + NUMBERS,
            area.getY() + 8,
            area.getWidth() - NUMBERS - 8,
            area.getHeight() - BELOW - 8);
    grid(g2, inside);
    for (Layer layer : layers) {
      g2.setPaint(layer.color());
      g2.fill(steps(layer, inside));
    }
    g2.setPaint(Palette.SOFT_INK);
    g2.setStroke(Palette.DASHED);
    for (double value : lines) {
      double y = y(value, inside);
      g2.draw(new Line2D.Double(inside.getX(), y, inside.getMaxX(), y));
    }
  }

  private void grid(Graphics2D g2, Rectangle2D inside) {
    double low = Math.min(axis.bottom(), axis.top());
    double high = Math.max(axis.bottom(), axis.top());
    double step = Scale.step((high - low) * GRID_ROOM / inside.getHeight());
    for (double value = Math.ceil(low / step) * step; value <= high; value += step) {
      double y = y(value, inside);
      g2.setPaint(Palette.GRID);
      g2.setStroke(Palette.stroke(1));
      g2.draw(new Line2D.Double(inside.getX(), y, inside.getMaxX(), y));
      String number = axis.text().apply(value);
      Lettering.upTo(g2, number, inside.getX() - 5, y, Palette.SMALL, Palette.INK);
    }
    int every = (int) Math.max(1, Scale.step(count * PLACE_ROOM / inside.getWidth()));
    place(g2, 1, inside);
    for (int place = Math.max(2, every); place <= count; place += every) {
      place(g2, place, inside);
    }
  }

  private void place(Graphics2D g2, int place, Rectangle2D inside) {
    Lettering.around(
        g2,
        language.count((double) place),
        x(place - 0.5, inside),
        inside.getMaxY() + BELOW / 2 + 2,
        Palette.SMALL,
        Palette.INK);
  }

  private Path2D steps(Layer layer, Rectangle2D inside) {
    Path2D path = new Path2D.Double();
    int first = layer.first() - 1;
    List<Span> spans = layer.spans();
    for (int i = 0; i < spans.size(); i++) {
      double y = y(spans.get(i).high(), inside);
      if (i == 0) {
        path.moveTo(x(first, inside), y);
      } else {
        path.lineTo(x(first + i, inside), y);
      }
      path.lineTo(x(first + i + 1.0, inside), y);
    }
    for (int i = spans.size() - 1; i >= 0; i--) {
      double y = y(spans.get(i).low(), inside);
      path.lineTo(x(first + i + 1.0, inside), y);
      path.lineTo(x(first + (double) i, inside), y);
    }
    path.closePath();

    return path;
  }

  private double x(double place, Rectangle2D inside) {
    return inside.getX() + place / count * inside.getWidth();
  }

  private double y(double value, Rectangle2D inside) {
    double share = (value - axis.bottom()) / (axis.top() - axis.bottom());

    return inside.getMaxY() - share * inside.getHeight();
  }
}
