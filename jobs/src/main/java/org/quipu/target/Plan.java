package org.quipu.target;

import java.util.List;

/**
 * Chosen areas.
 *
 * @param positions of the areas in the problem, rising
 * @param value the sum of their values
 * @param cost the sum of their costs
 */
public record Plan(List<Integer> positions, double value, double cost) {
  public Plan {
    positions = List.copyOf(positions);
  }

  /** How many areas are chosen. */
  public int size() {
    return positions.size();
  }
}
