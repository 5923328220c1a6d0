package org.quipu.charts;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Degrees as pixels: equal distances in both directions at the middle latitude, which is enough for
 * a country near the equator.
 *
 * @param west longitude at {@code left}
 * @param north latitude at {@code top}
 * @param squeeze length of a degree of longitude in degrees of latitude
 * @param scale pixels a degree of latitude
 */
record MapProjection(
    double west, double north, double left, double top, double squeeze, double scale) {
  /** Pixels from a line within which a point of it is not missed. */
  private static final double UNSEEN = 0.45;

  private static final int PASSES = 6;

  /** Length of a degree of longitude, in degrees of latitude, in the middle of these bounds. */
  static double squeeze(double[] bounds) {
    return Math.cos(Math.toRadians((bounds[1] + bounds[3]) / 2));
  }

  Point2D point(double longitude, double latitude) {
    return new Point2D.Double(
        left + (longitude - west) * squeeze * scale, top + (north - latitude) * scale);
  }

  /**
   * An area's outline without the points that the eye does not miss. Whether a point is left out
   * depends on where it and its neighbours are, not on where the outline begins, so that two areas
   * keep the same points of their common border.
   */
  Path2D outline(MapArea area) {
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (double[][] ring : area.rings()) {
      List<Point2D> points = Arrays.stream(ring).map(at -> point(at[0], at[1])).toList();
      for (int pass = 0; pass < PASSES; pass++) {
        points = thinned(points, pass);
      }
      for (int i = 0; i < points.size(); i++) {
        Point2D at = points.get(i);
        if (i == 0) {
          path.moveTo(at.getX(), at.getY());
        } else {
          path.lineTo(at.getX(), at.getY());
        }
      }
      if (!points.isEmpty()) {
        path.closePath();
      }
    }

    return path;
  }

  /** Without some of the points that are next to the line between their neighbours. */
  private static List<Point2D> thinned(List<Point2D> points, int pass) {
    List<Point2D> kept = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      Point2D at = points.get(i);
      boolean end = i == 0 || i == points.size() - 1;
      boolean plain =
          !end
              && isChosen(at, pass)
              && Line2D.ptSegDist(
                      points.get(i - 1).getX(),
                      points.get(i - 1).getY(),
                      points.get(i + 1).getX(),
                      points.get(i + 1).getY(),
                      at.getX(),
                      at.getY())
                  < UNSEEN;
      if (!plain) {
        kept.add(at);
      }
    }

    return kept;
  }

  /** About half of all points, another half in each pass, so that no curve goes as a whole. */
  private static boolean isChosen(Point2D at, int pass) {
    long mixed = (Math.round(1000 * at.getX()) * 31 + Math.round(1000 * at.getY())) * 0x9E3779B9L;

    return (mixed >> (8 + pass) & 1) == 0;
  }
}
