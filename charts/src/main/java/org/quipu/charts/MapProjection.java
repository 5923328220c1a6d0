package org.quipu.charts;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

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
  private static final double LEAST_STEP = 0.5;

  /** Length of a degree of longitude, in degrees of latitude, in the middle of these bounds. */
  static double squeeze(double[] bounds) {
    return Math.cos(Math.toRadians((bounds[1] + bounds[3]) / 2));
  }

  Point2D point(double longitude, double latitude) {
    return new Point2D.Double(
        left + (longitude - west) * squeeze * scale, top + (north - latitude) * scale);
  }

  /** An area's outline without the points that are closer together than the eye can see. */
  Path2D outline(MapArea area) {
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (double[][] ring : area.rings()) {
      Point2D last = null;
      for (double[] degrees : ring) {
        Point2D point = point(degrees[0], degrees[1]);
        if (last == null) {
          path.moveTo(point.getX(), point.getY());
          last = point;
        } else if (point.distance(last) > LEAST_STEP) {
          path.lineTo(point.getX(), point.getY());
          last = point;
        }
      }
      if (last != null) {
        path.closePath();
      }
    }

    return path;
  }
}
