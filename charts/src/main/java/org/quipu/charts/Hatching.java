package org.quipu.charts;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/**
 * What covers a surface beside its colour, as lines and dots of its own, so that it is the same on
 * screen, in print and in SVG. The pattern runs on from one surface into the next.
 */
enum Hatching {
  NONE {
    @Override
    Path2D pattern(Shape surface) {
      return new Path2D.Double();
    }
  },
  /** Slanted lines. */
  LINES {
    @Override
    Path2D pattern(Shape surface) {
      Path2D lines = new Path2D.Double();
      for (Point2D[] run : runs(surface, Math.PI / 4, SPACING)) {
        lines.moveTo(run[0].getX(), run[0].getY());
        lines.lineTo(run[1].getX(), run[1].getY());
      }

      return lines;
    }
  },
  /** Dots in rows. */
  DOTS {
    @Override
    Path2D pattern(Shape surface) {
      Path2D dots = new Path2D.Double();
      for (Point2D[] run : runs(surface, 0, SPACING)) {
        double shift = Math.rint(run[0].getY() / SPACING) % 2 == 0 ? 0 : SPACING / 2;
        double first = Math.ceil((run[0].getX() - shift) / SPACING) * SPACING + shift;
        for (double x = first; x < run[1].getX(); x += SPACING) {
          dots.moveTo(x, run[0].getY());
          dots.lineTo(x + DOT, run[0].getY());
        }
      }

      return dots;
    }
  };

  private static final double SPACING = 5;
  private static final double DOT = 0.1;

  private record Edge(double x1, double y1, double x2, double y2) {
    boolean crosses(double y) {
      return y1 <= y != y2 <= y;
    }

    double at(double y) {
      return x1 + (x2 - x1) * (y - y1) / (y2 - y1);
    }
  }

  abstract Path2D pattern(Shape surface);

  /** Draws the pattern over a surface of this colour. */
  void draw(Graphics2D g2, Shape surface, Color fill) {
    if (this == NONE) {
      return;
    }

    g2.setPaint(Palette.isDark(fill) ? Palette.PAPER : Palette.SOFT_INK);
    g2.setStroke(Palette.stroke(this == DOTS ? 1.7f : 0.8f));
    g2.draw(pattern(surface));
  }

  /** The pieces inside a surface of parallel lines, which rise at this angle. */
  private static List<Point2D[]> runs(Shape surface, double angle, double spacing) {
    AffineTransform level = AffineTransform.getRotateInstance(angle);
    AffineTransform back = AffineTransform.getRotateInstance(-angle);
    List<Edge> edges = edges(surface, level);
    double low = edges.stream().mapToDouble(edge -> Math.min(edge.y1, edge.y2)).min().orElse(0);
    double high = edges.stream().mapToDouble(edge -> Math.max(edge.y1, edge.y2)).max().orElse(0);
    List<Point2D[]> runs = new ArrayList<>();
    for (double line = Math.ceil(low / spacing); line * spacing < high; line++) {
      double y = line * spacing;
      double[] crossings =
          edges.stream().filter(e -> e.crosses(y)).mapToDouble(e -> e.at(y)).sorted().toArray();
      for (int i = 0; i + 1 < crossings.length; i += 2) {
        runs.add(
            new Point2D[] {
              back.transform(new Point2D.Double(crossings[i], y), null),
              back.transform(new Point2D.Double(crossings[i + 1], y), null)
            });
      }
    }

    return runs;
  }

  private static List<Edge> edges(Shape surface, AffineTransform transform) {
    List<Edge> edges = new ArrayList<>();
    double[] at = new double[6];
    double[] start = {0, 0};
    double[] last = {0, 0};
    PathIterator path = surface.getPathIterator(transform, 0.5);
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> start = new double[] {at[0], at[1]};
        case PathIterator.SEG_LINETO -> edges.add(new Edge(last[0], last[1], at[0], at[1]));
        default -> {
          edges.add(new Edge(last[0], last[1], start[0], start[1]));
          at[0] = start[0];
          at[1] = start[1];
        }
      }
      last = new double[] {at[0], at[1]};
    }

    return edges;
  }
}
