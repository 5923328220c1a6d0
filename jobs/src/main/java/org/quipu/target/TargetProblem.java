package org.quipu.target;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.quipu.UserException;

/**
 * Areas and the bounds of a plan, whose sum of value is to be as large as it can be. Some plan
 * keeps the bounds, or the problem is refused.
 */
public final class TargetProblem {
  private final List<Area> areas;
  private final Bounds bounds;
  private final Instance instance;

  /**
   * Checks that there is a plan.
   *
   * @throws IllegalArgumentException if two areas have the same key
   * @throws UserException if a required or excluded area is not among the areas, or no plan keeps
   *     the bounds; the message says which of them
   */
  public TargetProblem(List<Area> areas, Bounds bounds) {
    this.areas = List.copyOf(areas);
    this.bounds = bounds;
    Set<String> keys = new HashSet<>();
    for (Area area : areas) {
      if (!keys.add(area.key())) {
        throw new IllegalArgumentException("area " + area.key() + " stands twice");
      }
    }

    requireKnown(bounds.required(), "required", keys);
    requireKnown(bounds.excluded(), "excluded", keys);
    new Feasibility(this.areas, bounds).check();
    this.instance = Instance.of(this.areas, bounds);
  }

  private static void requireKnown(Collection<String> named, String role, Set<String> keys) {
    Set<String> unknown = new TreeSet<>(named);
    unknown.removeAll(keys);
    if (!unknown.isEmpty()) {
      throw UserException.input(
          "the " + role + " areas",
          String.join(", ", unknown),
          "areas that may be chosen, each by its own key",
          "Correct the key or leave the area out.");
    }
  }

  public List<Area> areas() {
    return areas;
  }

  public Bounds bounds() {
    return bounds;
  }

  /** How many areas there are. */
  public int size() {
    return areas.size();
  }

  /** The plan of these areas, whether it keeps the bounds or not. */
  public Plan plan(List<Integer> positions) {
    double value = 0;
    double cost = 0;
    for (int position : positions) {
      value += areas.get(position).value();
      cost += areas.get(position).cost();
    }

    return new Plan(positions, value, cost);
  }

  /** The same choice with other values, area by area. */
  TargetProblem withValues(double[] values) {
    return new TargetProblem(
        IntStream.range(0, size())
            .mapToObj(
                i ->
                    new Area(
                        areas.get(i).key(), areas.get(i).region(), values[i], areas.get(i).cost()))
            .toList(),
        bounds);
  }

  /** What is left to choose. */
  Instance instance() {
    return instance;
  }
}
