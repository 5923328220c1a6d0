package org.quipu.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An area of a map: a region, a province or a district.
 *
 * @param code its UBIGEO, by which figures know it
 * @param label its name
 * @param rings each a list of (longitude, latitude) pairs: the outlines of its parts, and of what
 *     they leave out
 */
public record MapArea(String code, String label, List<double[][]> rings) {

  /** A point in the middle: the centre of gravity of the largest part where it lies inside. */
  double[] middle() {
    double largest = -1;
    double[] middle = {0, 0};
    for (double[][] ring : rings) {
      double twiceArea = 0;
      double x = 0;
      double y = 0;
      for (int i = 0; i < ring.length; i++) {
        double[] p = ring[i];
        double[] q = ring[(i + 1) % ring.length];
        double cross = p[0] * q[1] - q[0] * p[1];
        twiceArea += cross;
        x += (p[0] + q[0]) * cross;
        y += (p[1] + q[1]) * cross;
      }
      if (Math.abs(twiceArea) > largest) {
        largest = Math.abs(twiceArea);
        middle = new double[] {x / (3 * twiceArea), y / (3 * twiceArea)};
      }
    }

    return inside(middle);
  }

  /** The point itself, or where it is outside the middle of the widest part at its latitude. */
  private double[] inside(double[] point) {
    double[] crossings = crossings(point[1]);
    double[] best = point;
    double widest = 0;
    for (int i = 0; i + 1 < crossings.length; i += 2) {
      if (crossings[i] <= point[0] && point[0] <= crossings[i + 1]) {
        return point;
      }
      if (crossings[i + 1] - crossings[i] > widest) {
        widest = crossings[i + 1] - crossings[i];
        best = new double[] {(crossings[i] + crossings[i + 1]) / 2, point[1]};
      }
    }

    return best;
  }

  /** The longitudes at which the outlines cross a latitude, in order. */
  private double[] crossings(double latitude) {
    List<Double> found = new ArrayList<>();
    for (double[][] ring : rings) {
      for (int i = 0; i < ring.length; i++) {
        double[] p = ring[i];
        double[] q = ring[(i + 1) % ring.length];
        if (p[1] <= latitude != q[1] <= latitude) {
          found.add(p[0] + (q[0] - p[0]) * (latitude - p[1]) / (q[1] - p[1]));
        }
      }
    }

    return found.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  /** Bounds of these areas: west, south, east, north. */
  static double[] bounds(List<MapArea> areas) {
    double[] bounds = {
      Double.POSITIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    areas.stream()
        .flatMap(area -> area.rings().stream())
        .flatMap(Arrays::stream)
        .forEach(
            point -> {
              bounds[0] = Math.min(bounds[0], point[0]);
              bounds[1] = Math.min(bounds[1], point[1]);
              bounds[2] = Math.max(bounds[2], point[0]);
              bounds[3] = Math.max(bounds[3], point[1]);
            });

    return bounds;
  }
}
