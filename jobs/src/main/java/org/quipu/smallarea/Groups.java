package org.quipu.smallarea;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the areas of a group add up to.
 *
 * @param sizes m sizes of the areas, such as women of 15 to 49 in union
 * @param targets the direct estimate of each group; a group without one is not benchmarked
 * @param standardErrors of the targets, as far as they are known
 */
@SuppressWarnings("ArrayRecordComponent") // numbers by area, not values to be compared
public record Groups(
    double[] sizes, Map<String, Double> targets, Map<String, Double> standardErrors) {
  /** Keeps copies in the order of the groups, so that sums over them are always the same. */
  public Groups {
    targets = Collections.unmodifiableMap(new TreeMap<>(targets));
    standardErrors = Collections.unmodifiableMap(new TreeMap<>(standardErrors));
  }

  /** Targets whose standard errors are not known. */
  public Groups(double[] sizes, Map<String, Double> targets) {
    this(sizes, targets, Map.of());
  }
}
