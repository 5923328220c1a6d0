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

/** Lines between two years, with the names of the places at their ends, apart from each other. */
final class SlopePlot extends DrawnPlot {
  private static final long serialVersionUID = 1L;

  private static final double LABEL = 14.5;
  private static final double LEADER = 16;
  private static final double HEADING = 24;

  private final transient About about;
  private final Form form;
  private final transient SlopeFigure.Years years;
  private final transient Line nation;

  /** Grey lines first, so that clear changes and the country lie over them. */
  private final transient List<Line> lines;

  SlopePlot(About about, Form form, SlopeFigure.Years years, Line nation, List<Line> lines) {
    this.about = about;
    this.form = form;
    this.years = years;
    this.nation = nation;
    this.lines =
        lines.stream()
            .sorted(
                Comparator.comparing((Line line) -> line.equals(nation))
                    .thenComparing(line -> line.change().verdict().clear()))
            .toList();
  }

  int height() {
    return (int) Math.round(HEADING + Math.max(lines.size(), 8) * LABEL * 1.35);
  }

  @Override
  void paint(Graphics2D g2, Rectangle2D area) {
    double left = area.getX() + room(this::before) + LEADER;
    double right = area.getMaxX() - room(this::after) - LEADER;
    double top = area.getY() + HEADING;
    double bottom = area.getMaxY() - LABEL;
    heading(g2, years.from(), left, area.getY() + HEADING / 2);
    heading(g2, years.to(), right, area.getY() + HEADING / 2);
    g2.setPaint(Palette.GRID);
    g2.setStroke(Palette.stroke(1));
    g2.draw(new Line2D.Double(left, top, left, bottom));
    g2.draw(new Line2D.Double(right, top, right, bottom));
    double[] from = heights(Line::from, top, bottom);
    double[] to = heights(Line::to, top, bottom);
    double gap = Math.min(LABEL, (bottom - top) / Math.max(1, lines.size() - 1));
    double[] fromLabels = Spread.apart(from, gap, top, bottom);
    double[] toLabels = Spread.apart(to, gap, top, bottom);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      Color color = color(line);
      g2.setPaint(color);
      g2.setStroke(Palette.stroke(line.equals(nation) ? 3 : strong(line) ? 2 : 1.2f));
      g2.draw(new Line2D.Double(left, from[i], right, to[i]));
      dot(g2, left, from[i], color);
      dot(g2, right, to[i], color);
      g2.setStroke(Palette.stroke(0.6f));
      g2.draw(new Line2D.Double(left - LEADER + 3, fromLabels[i], left - 4, from[i]));
      g2.draw(new Line2D.Double(right + 4, to[i], right + LEADER - 3, toLabels[i]));
      Color ink = strong(line) || line.equals(nation) ? Palette.words(color) : Palette.SOFT_INK;
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

  private double[] heights(Function<Line, PlottedLevel> year, double top, double bottom) {
    double low = Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    for (Line line : lines) {
      low = Math.min(low, Math.min(line.from().percent(), line.to().percent()));
      high = Math.max(high, Math.max(line.from().percent(), line.to().percent()));
    }
    double lowest = low;
    double span = Math.max(high - low, 1);

    return lines.stream()
        .mapToDouble(line -> year.apply(line).percent())
        .map(level -> bottom - (level - lowest) / span * (bottom - top))
        .toArray();
  }

  private boolean strong(Line line) {
    return line.change().verdict().clear() || line.label().equals(about.highlighted());
  }

  private Color color(Line line) {
    if (line.equals(nation)) {
      return Palette.INK;
    }

    return line.change().verdict().clear()
        ? ChangeFigure.look(line.change().verdict(), about.better()).color()
        : new Color(0xA6, 0xA6, 0xA6);
  }

  private static void dot(Graphics2D g2, double x, double y, Color color) {
    g2.setPaint(color);
    g2.fill(AffineTransform.getTranslateInstance(x, y).createTransformedShape(Palette.circle(2.6)));
  }

  private Font font(Line line) {
    return line.equals(nation) ? Palette.STRONG : Palette.SMALL;
  }

  /** On a phone the names stand at the later year alone. */
  private String before(Line line) {
    String level = line.from().text(about.language(), about.texts());

    return form == Form.PHONE ? level : line.label() + "  " + level;
  }

  private String after(Line line) {
    return line.to().text(about.language(), about.texts()) + "  " + line.label();
  }

  private static void heading(Graphics2D g2, int year, double x, double middle) {
    Lettering.around(g2, String.valueOf(year), x, middle, Palette.STRONG, Palette.INK);
  }
}
