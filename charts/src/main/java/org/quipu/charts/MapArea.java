package org.quipu.charts;

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

  /** The centre of gravity of the largest part. */
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

    return middle;
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
