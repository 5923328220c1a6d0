package org.quipu.smallarea;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts of clusters that lie in areas, and what is known of each cluster.
 *
 * @param cases one a cluster: women to whom the indicator applies
 * @param women one a cluster: women asked
 * @param terms p names of columns
 * @param design one row of p numbers a cluster, the intercept among them
 * @param area one a cluster: position in {@code areas}
 * @param areas m keys, of areas with and without clusters
 * @param groups by level, from the smallest groups up: m keys, the group of each area, such as a
 *     district's province and then its region; each group lies in one of the next level
 */
@SuppressWarnings("ArrayRecordComponent") // numbers by cluster, not values to be compared
public record ClusterData(
    int[] cases,
    int[] women,
    List<String> terms,
    double[][] design,
    int[] area,
    List<String> areas,
    List<List<String>> groups) {

  /**
   * Checks shapes and values.
   *
   * @throws IllegalArgumentException if lengths differ, a count is no count, a column holds what is
   *     no number, an area is not in the list or a group lies in two of the next level
   */
  public ClusterData {
    terms = List.copyOf(terms);
    areas = List.copyOf(areas);
    groups = groups.stream().map(List::copyOf).toList();
    int clusters = cases.length;
    if (women.length != clusters || design.length != clusters || area.length != clusters) {
      throw new IllegalArgumentException(
          "%d clusters with cases, %d with women, %d with columns and %d with an area"
              .formatted(clusters, women.length, design.length, area.length));
    }
    checkGroups(areas, groups);

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

  private static void checkGroups(List<String> areas, List<List<String>> groups) {
    for (int level = 0; level < groups.size(); level++) {
      List<String> these = groups.get(level);
      if (these.size() != areas.size()) {
        throw new IllegalArgumentException(
            "%d areas with %d groups".formatted(areas.size(), these.size()));
      }
      if (level + 1 < groups.size()) {
        Map<String, String> parents = new HashMap<>();
        for (int i = 0; i < areas.size(); i++) {
          String parent = groups.get(level + 1).get(i);
          String before = parents.putIfAbsent(these.get(i), parent);
          if (before != null && !before.equals(parent)) {
            throw new IllegalArgumentException(
                "the group %s lies in %s and in %s".formatted(these.get(i), before, parent));
          }
        }
      }
    }
  }

  int size() {
    return cases.length;
  }

  /** The effects that areas share: of each area itself, then of its groups. */
  AreaTree tree() {
    return new AreaTree(areas, groups);
  }
}
