package org.quipu.charts;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** The names of the points of a plot, placed so that they do not overlap. */
final class PointLabels extends AbstractXYAnnotation {
  private static final long serialVersionUID = 1L;
  private static final double LEADER_FROM = 9;

  /**
   * A name for the point at (x, y).
   *
   * @param text may have several lines
   * @param low lower end of a vertical line through the point, NaN for none
   * @param high upper end
   * @param radius of the point in pixels; 0 sets the name on it
   */
  record Label(
      String text, double x, double y, double low, double high, double radius, boolean strong) {
    private LabelBox box() {
      return new LabelBox(text, strong);
    }
  }

  private static final double PIECE = 12;
  private static final double ON_LINE = 1.2;

  private final transient List<Label> labels;
  private final transient List<Line2D> avoided = new ArrayList<>();
  private transient List<Rectangle2D> boxes = List.of();

  PointLabels(List<Label> labels) {
    this.labels = labels;
  }

  /** A line between two points of the plot that labels had better not cover. */
  void avoid(double x1, double y1, double x2, double y2) {
    avoided.add(new Line2D.Double(x1, y1, x2, y2));
  }

  /** Where the last drawing put the labels. */
  List<Rectangle2D> boxes() {
    return boxes;
  }

  @Override
  public void draw(
      Graphics2D g2,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis domainAxis,
      ValueAxis rangeAxis,
      int rendererIndex,
      PlotRenderingInfo info) {
    List<LabelPlacer.Anchor> anchors = new ArrayList<>();
    List<Rectangle2D.Double> lines = new ArrayList<>();
    for (Label label : labels) {
      double x = domainAxis.valueToJava2D(label.x(), area, RectangleEdge.BOTTOM);
      double y = rangeAxis.valueToJava2D(label.y(), area, RectangleEdge.LEFT);
      anchors.add(label.box().anchor(g2, x, y, label.radius()));
      if (!Double.isNaN(label.low())) {
        double top = rangeAxis.valueToJava2D(label.high(), area, RectangleEdge.LEFT);
        double bottom = rangeAxis.valueToJava2D(label.low(), area, RectangleEdge.LEFT);
        lines.add(new Rectangle2D.Double(x - 0.7, top, 1.4, bottom - top));
      }
    }
    for (Line2D line : avoided) {
      double x1 = domainAxis.valueToJava2D(line.getX1(), area, RectangleEdge.BOTTOM);
      double y1 = rangeAxis.valueToJava2D(line.getY1(), area, RectangleEdge.LEFT);
      double x2 = domainAxis.valueToJava2D(line.getX2(), area, RectangleEdge.BOTTOM);
      double y2 = rangeAxis.valueToJava2D(line.getY2(), area, RectangleEdge.LEFT);
      lines.addAll(pieces(x1, y1, x2, y2));
    }
    boxes = LabelPlacer.place(area, anchors, (label, box) -> onLines(lines, box));
    for (int i = 0; i < labels.size(); i++) {
      leader(g2, anchors.get(i), boxes.get(i));
    }
    for (int i = 0; i < labels.size(); i++) {
      labels.get(i).box().write(g2, boxes.get(i));
    }
  }

  private static double onLines(List<Rectangle2D.Double> lines, Rectangle2D box) {
    double cost = 0;
    double left = box.getX();
    double right = box.getMaxX();
    double top = box.getY();
    double bottom = box.getMaxY();
    for (Rectangle2D.Double line : lines) {
      double lineRight = line.x + line.width;
      double lineBottom = line.y + line.height;
      if (line.x < right && lineRight > left && line.y < bottom && lineBottom > top) {
        double width = Math.min(right, lineRight) - Math.max(left, line.x);
        double height = Math.min(bottom, lineBottom) - Math.max(top, line.y);
        cost += ON_LINE * Math.max(width, height);
      }
    }

    return cost;
  }

  /** A slanted line as small boxes, which is what the placer knows. */
  private static List<Rectangle2D.Double> pieces(double x1, double y1, double x2, double y2) {
    List<Rectangle2D.Double> pieces = new ArrayList<>();
    int count = 1 + (int) (Math.hypot(x2 - x1, y2 - y1) / PIECE);
    for (int i = 0; i < count; i++) {
      Rectangle2D piece = new Rectangle2D.Double();
      double from = (double) i / count;
      double to = (i + 1.0) / count;
      piece.setFrameFromDiagonal(
          x1 + (x2 - x1) * from, y1 + (y2 - y1) * from, x1 + (x2 - x1) * to, y1 + (y2 - y1) * to);
      pieces.add(
          new Rectangle2D.Double(
              piece.getX(),
              piece.getY() - 0.5,
              Math.max(piece.getWidth(), 1),
              Math.max(piece.getHeight(), 1)));
    }

    return pieces;
  }

  /** A thin line from a label to its point, where it had to go far from it. */
  private static void leader(Graphics2D g2, LabelPlacer.Anchor anchor, Rectangle2D box) {
    double x = Math.min(Math.max(anchor.x(), box.getMinX()), box.getMaxX());
    double y = Math.min(Math.max(anchor.y(), box.getMinY()), box.getMaxY());
    double distance = Point2D.distance(anchor.x(), anchor.y(), x, y) - anchor.radius();
    if (distance > LEADER_FROM || (anchor.radius() == 0 && distance > 0)) {
      g2.setPaint(Palette.GREY);
      g2.setStroke(Palette.stroke(0.7f));
      g2.draw(new Line2D.Double(anchor.x(), anchor.y(), x, y));
      g2.setPaint(Palette.INK);
      g2.fill(new Ellipse2D.Double(anchor.x() - 1.2, anchor.y() - 1.2, 2.4, 2.4));
    }
  }
}
