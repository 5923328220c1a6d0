package org.quipu.smallarea;

import java.util.Map;

/**
 * What the areas of a group add up to.
 *
 * @param sizes m sizes of the areas, such as women of 15 to 49 in union
 * @param targets the direct estimate of each group; a group without one is not benchmarked
 */
@SuppressWarnings("ArrayRecordComponent") // numbers by area, not values to be compared
public record Groups(double[] sizes, Map<String, Double> targets) {
  public Groups {
    targets = Map.copyOf(targets);
  }
}
