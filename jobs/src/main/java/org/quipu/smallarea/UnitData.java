package org.quipu.smallarea;

import java.util.List;

/**
 * The sampled units of all areas.
 *
 * @param areas n keys, of the area of each unit
 * @param y n outcomes
 * @param terms p names of columns
 * @param design n rows of p numbers, the intercept among them
 */
@SuppressWarnings("ArrayRecordComponent") // numbers by unit, not values to be compared
public record UnitData(List<String> areas, double[] y, List<String> terms, double[][] design) {
  /**
   * Checks shapes and values.
   *
   * @throws IllegalArgumentException if lengths differ, an outcome or a column is no number, or
   *     there are no more units than terms and areas
   */
  public UnitData {
    areas = List.copyOf(areas);
    terms = List.copyOf(terms);
    int n = areas.size();
    if (y.length != n || design.length != n) {
      throw new IllegalArgumentException(
          "%d units with %d outcomes and %d rows of columns".formatted(n, y.length, design.length));
    }
    for (int i = 0; i < n; i++) {
      if (design[i].length != terms.size()) {
        throw new IllegalArgumentException(
            "unit %d of area %s has %d columns, not %d"
                .formatted(i + 1, areas.get(i), design[i].length, terms.size()));
      }
      double sum = y[i];
      for (double x : design[i]) {
        sum += x;
      }
      if (!Double.isFinite(sum)) {
        throw new IllegalArgumentException(
            "unit %d of area %s lacks its outcome or a column".formatted(i + 1, areas.get(i)));
      }
    }
    if (n - areas.stream().distinct().count() < terms.size()) {
      throw new IllegalArgumentException(
          "%d units of %d areas do not suffice for %d terms"
              .formatted(n, areas.stream().distinct().count(), terms.size()));
    }
  }
}
