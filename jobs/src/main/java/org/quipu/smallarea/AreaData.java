package org.quipu.smallarea;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Direct estimates of m areas and p columns that are known of all of them, on the scale of the
 * model.
 *
 * @param areas m keys
 * @param direct m direct estimates; NaN for an area without sample
 * @param variances m sampling variances, positive where there is a direct estimate
 * @param terms p names of columns
 * @param design m rows of p numbers, the intercept among them
 */
@SuppressWarnings("ArrayRecordComponent") // numbers by area, not values to be compared
public record AreaData(
    List<String> areas,
    double[] direct,
    double[] variances,
    List<String> terms,
    double[][] design) {

  /**
   * Checks shapes and values.
   *
   * @throws IllegalArgumentException if lengths differ, a direct estimate has no positive variance,
   *     a column holds what is no number, or fewer areas have a direct estimate than there are
   *     terms plus one
   */
  public AreaData {
    areas = List.copyOf(areas);
    terms = List.copyOf(terms);
    int m = areas.size();
    if (direct.length != m || variances.length != m || design.length != m) {
      throw new IllegalArgumentException(
          "%d areas with %d direct estimates, %d variances and %d rows of columns"
              .formatted(m, direct.length, variances.length, design.length));
    }

    int sampled = 0;
    for (int i = 0; i < m; i++) {
      if (design[i].length != terms.size()) {
        throw new IllegalArgumentException(
            "area %s has %d columns, not %d"
                .formatted(areas.get(i), design[i].length, terms.size()));
      }
      for (double x : design[i]) {
        if (!Double.isFinite(x)) {
          throw new IllegalArgumentException("area " + areas.get(i) + " lacks a column");
        }
      }
      if (!Double.isNaN(direct[i])) {
        sampled++;
        if (!(variances[i] > 0) || Double.isInfinite(variances[i])) {
          throw new IllegalArgumentException(
              "area " + areas.get(i) + " has no positive sampling variance");
        }
      }
    }

    if (sampled <= terms.size()) {
      throw new IllegalArgumentException(
          "%d areas with a direct estimate do not suffice for %d terms"
              .formatted(sampled, terms.size()));
    }
  }

  /** How many areas there are, with and without a direct estimate. */
  public int size() {
    return areas.size();
  }

  boolean isSampled(int area) {
    return !Double.isNaN(direct[area]);
  }

  /** The positions of the areas with a direct estimate. */
  int[] sampled() {
    return IntStream.range(0, size()).filter(this::isSampled).toArray();
  }
}
