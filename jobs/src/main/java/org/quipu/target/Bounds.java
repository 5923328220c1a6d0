package org.quipu.target;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a plan must keep to.
 *
 * @param budget the most that the chosen areas may cost; infinite where there is none
 * @param maxAreas the most areas; {@link Integer#MAX_VALUE} where there is no such bound
 * @param floor the fewest areas of each region; a region that has fewer gives all of its own
 * @param required keys of areas that every plan has
 * @param excluded keys of areas that no plan has
 */
public record Bounds(
    double budget, int maxAreas, int floor, Set<String> required, Set<String> excluded) {
  /** No bound at all. */
  public static final Bounds NONE =
      new Bounds(Double.POSITIVE_INFINITY, Integer.MAX_VALUE, 0, Set.of(), Set.of());

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one of them is under 0 or no number
   */
  public Bounds {
    required = Collections.unmodifiableSet(new TreeSet<>(required));
    excluded = Collections.unmodifiableSet(new TreeSet<>(excluded));
    if (!(budget >= 0)) {
      throw new IllegalArgumentException("a budget of " + budget);
    }
    if (maxAreas < 0 || floor < 0) {
      throw new IllegalArgumentException("%d areas, a floor of %d".formatted(maxAreas, floor));
    }
  }

  /** Whether all areas may be chosen: there is neither a budget nor a number. */
  public boolean isUnlimited() {
    return budget == Double.POSITIVE_INFINITY && maxAreas == Integer.MAX_VALUE;
  }

  public Bounds withBudget(double most) {
    return new Bounds(most, maxAreas, floor, required, excluded);
  }

  public Bounds withMaxAreas(int most) {
    return new Bounds(budget, most, floor, required, excluded);
  }

  public Bounds withFloor(int fewest) {
    return new Bounds(budget, maxAreas, fewest, required, excluded);
  }

  public Bounds requiring(Collection<String> keys) {
    return new Bounds(budget, maxAreas, floor, new TreeSet<>(keys), excluded);
  }

  public Bounds excluding(Collection<String> keys) {
    return new Bounds(budget, maxAreas, floor, required, new TreeSet<>(keys));
  }
}
