package org.quipu.bulletin;

import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.quipu.charts.MapArea;

/**
 * The map of the index, by which a reader chooses a region: light enough to stand beside the table,
 * each region at least as wide as a finger, with its name where there is room.
 */
final class RegionChooser {
  /** Pixels across, as it is shown. */
  private static final int WIDTH = 360;

  /** From a region's middle to the end of what can be touched, in pixels. */
  private static final double FINGER = 12;

  /** Pixels that a letter of a name takes. */
  private static final double LETTER = 5.8;

  private final List<MapArea> areas;
  private final double west;
  private final double north;
  private final double down;
  private final double across;
  private final int height;

  RegionChooser(Boundaries boundaries, Labels labels) {
    this.areas = boundaries.ground(MapLevel.REGION, labels).areas();
    DoubleSummaryStatistics longitudes = all(point -> point[0]);
    DoubleSummaryStatistics latitudes = all(point -> point[1]);
    this.west = longitudes.getMin();
    this.north = latitudes.getMax();
    this.across = (WIDTH - 2) / (longitudes.getMax() - west);
    this.down = across / Math.cos(Math.toRadians((north + latitudes.getMin()) / 2));
    this.height = (int) Math.ceil((north - latitudes.getMin()) * down) + 2;
  }

  private DoubleSummaryStatistics all(ToDoubleFunction<double[]> coordinate) {
    return areas.stream()
        .flatMap(area -> area.rings().stream())
        .flatMap(Arrays::stream)
        .collect(Collectors.summarizingDouble(coordinate));
  }

  /**
   * The map with the regions that have a page.
   *
   * @param entries of the index, by the regions' codes
   */
  PageParts.Chooser of(Map<String, PageParts.Entry> entries) {
    return new PageParts.Chooser(
        WIDTH, height, areas.stream().map(area -> place(area, entries.get(area.code()))).toList());
  }

  private PageParts.Place place(MapArea area, PageParts.Entry entry) {
    long[][] largest =
        area.rings().stream()
            .map(this::pixels)
            .max(Comparator.comparingDouble(ring -> Math.abs(twiceArea(ring))))
            .orElseThrow();
    long[] middle = middle(largest);
    double width = chord(largest, middle[1]);

    return new PageParts.Place(
        area.label(),
        entry == null ? "" : entry.file(),
        entry == null ? "" : entry.tone(),
        entry == null ? "" : entry.verdict(),
        area.rings().stream()
            .map(this::pixels)
            .map(RegionChooser::path)
            .collect(Collectors.joining()),
        String.valueOf(middle[0]),
        String.valueOf(middle[1]),
        width < 2 * FINGER ? String.valueOf((int) FINGER) : "",
        area.label().length() * LETTER < width);
  }

  private long[][] pixels(double[][] ring) {
    return Arrays.stream(ring)
        .map(
            point ->
                new long[] {
                  Math.round(1 + (point[0] - west) * across),
                  Math.round(1 + (north - point[1]) * down)
                })
        .toArray(long[][]::new);
  }

  /** An outline as SVG writes it; steps within a pixel are left out. */
  private static String path(long[][] ring) {
    StringBuilder path = new StringBuilder();
    path.append('M').append(ring[0][0]).append(' ').append(ring[0][1]).append('l');
    for (int i = 1; i < ring.length; i++) {
      long x = ring[i][0] - ring[i - 1][0];
      long y = ring[i][1] - ring[i - 1][1];
      if (x != 0 || y != 0) {
        path.append(path.charAt(path.length() - 1) == 'l' || x < 0 ? "" : " ").append(x);
        path.append(y < 0 ? "" : " ").append(y);
      }
    }

    return path.append(path.charAt(path.length() - 1) == 'l' ? "0 0z" : "z").toString();
  }

  private static long twiceArea(long[][] ring) {
    long area = 0;
    for (int i = 0; i < ring.length; i++) {
      long[] next = ring[(i + 1) % ring.length];
      area += ring[i][0] * next[1] - next[0] * ring[i][1];
    }

    return area;
  }

  /** The centre of gravity. */
  private static long[] middle(long[][] ring) {
    double x = 0;
    double y = 0;
    for (int i = 0; i < ring.length; i++) {
      long[] next = ring[(i + 1) % ring.length];
      long cross = ring[i][0] * next[1] - next[0] * ring[i][1];
      x += (double) (ring[i][0] + next[0]) * cross;
      y += (double) (ring[i][1] + next[1]) * cross;
    }
    double whole = 3.0 * twiceArea(ring);

    return new long[] {Math.round(x / whole), Math.round(y / whole)};
  }

  /** How wide an outline is at a height, from its westernmost to its easternmost point there. */
  private static double chord(long[][] ring, long y) {
    DoubleSummaryStatistics crossings = new DoubleSummaryStatistics();
    for (int i = 0; i < ring.length; i++) {
      long[] next = ring[(i + 1) % ring.length];
      if (ring[i][1] <= y != next[1] <= y) {
        double share = (double) (y - ring[i][1]) / (next[1] - ring[i][1]);
        crossings.accept(ring[i][0] + share * (next[0] - ring[i][0]));
      }
    }

    return crossings.getMax() - crossings.getMin();
  }
}
