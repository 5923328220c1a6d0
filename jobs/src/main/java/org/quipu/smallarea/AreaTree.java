package org.quipu.smallarea;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Areas in groups that lie in larger groups. Level 0 are the areas; a level of a single group is
 * none, as all areas have it in common.
 */
final class AreaTree {
  /** By level and node: the node itself and those above it, one a level. */
  private final int[][][] paths;

  /**
   * The tree.
   *
   * @param groups by level, from the smallest groups up: one key an area
   */
  AreaTree(List<String> areas, List<List<String>> groups) {
    List<int[]> levels = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    int[] own = new int[areas.size()];
    for (int i = 0; i < own.length; i++) {
      own[i] = i;
    }
    levels.add(own);
    sizes.add(own.length);
    for (List<String> keys : groups) {
      Map<String, Integer> numbers = new HashMap<>();
      int[] of = new int[own.length];
      for (int i = 0; i < of.length; i++) {
        of[i] = numbers.computeIfAbsent(keys.get(i), key -> numbers.size());
      }
      if (numbers.size() > 1) {
        levels.add(of);
        sizes.add(numbers.size());
      }
    }

    this.paths = new int[levels.size()][][];
    for (int level = 0; level < paths.length; level++) {
      paths[level] = new int[sizes.get(level)][paths.length - level];
      for (int i = 0; i < own.length; i++) {
        for (int up = level; up < paths.length; up++) {
          paths[level][levels.get(level)[i]][up - level] = levels.get(up)[i];
        }
      }
    }
  }

  int levels() {
    return paths.length;
  }

  /** How many nodes a level has. */
  int size(int level) {
    return paths[level].length;
  }

  /** A node and those above it, one a level; not to be changed. */
  int[] path(int level, int node) {
    return paths[level][node];
  }

  /** One number a node, by level. */
  double[][] numbers() {
    double[][] numbers = new double[levels()][];
    for (int level = 0; level < numbers.length; level++) {
      numbers[level] = new double[size(level)];
    }

    return numbers;
  }
}
