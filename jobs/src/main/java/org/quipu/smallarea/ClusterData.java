package org.quipu.smallarea;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * Counts of clusters that lie in areas, and what is known of each cluster.
 *
 * @param cases one a cluster: women to whom the indicator applies
 * @param women one a cluster: women asked
 * @param terms p names of columns
 * @param design one row of p numbers a cluster, the intercept among them
 * @param area one a cluster: position in {@code areas}
 * @param areas m keys, of areas with and without clusters
 * @param groups m keys: the group of each area, such as a province's region
 */
@SuppressWarnings("ArrayRecordComponent") // numbers by cluster, not values to be compared
public record ClusterData(
    int[] cases,
    int[] women,
    List<String> terms,
    double[][] design,
    int[] area,
    List<String> areas,
    List<String> groups) {

  /**
   * Checks shapes and values.
   *
   * @throws IllegalArgumentException if lengths differ, a count is no count, a column holds what is
   *     no number or an area is not in the list
   */
  public ClusterData {
    terms = List.copyOf(terms);
    areas = List.copyOf(areas);
    groups = List.copyOf(groups);
    int clusters = cases.length;
    if (women.length != clusters || design.length != clusters || area.length != clusters) {
      throw new IllegalArgumentException(
          "%d clusters with cases, %d with women, %d with columns and %d with an area"
              .formatted(clusters, women.length, design.length, area.length));
    }
    if (groups.size() != areas.size()) {
      throw new IllegalArgumentException(
          "%d areas with %d groups".formatted(areas.size(), groups.size()));
    }

    for (int c = 0; c < clusters; c++) {
      if (cases[c] < 0 || women[c] < cases[c] || women[c] == 0) {
        throw new IllegalArgumentException(
            "cluster %d has a number of cases outside 0 to its women, or no women".formatted(c));
      }
      if (design[c].length != terms.size()
          || !Arrays.stream(design[c]).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException(
            "cluster %d has not %d numbers as columns".formatted(c, terms.size()));
      }
      if (area[c] < 0 || area[c] >= areas.size()) {
        throw new IllegalArgumentException(
            "cluster %d lies in area %d of %d".formatted(c, area[c], areas.size()));
      }
    }
  }

  int size() {
    return cases.length;
  }

  /** The groups, each once. */
  List<String> groupKeys() {
    return groups.stream().distinct().toList();
  }

  /** The position of each area's group in {@link #groupKeys}. */
  int[] groupOfArea() {
    List<String> keys = groupKeys();
    return groups.stream().mapToInt(keys::indexOf).toArray();
  }

  boolean hasGroups() {
    return new HashSet<>(groups).size() > 1;
  }
}
