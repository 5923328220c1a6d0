package org.quipu.target;

/**
 * A place that may be chosen.
 *
 * @param key its name or code, of its own
 * @param region the part of the country in which floors are counted
 * @param value what choosing it adds, such as women affected; finite
 * @param cost what choosing it takes from the budget; finite, not negative
 */
public record Area(String key, String region, double value, double cost) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the value is not finite, or the cost is not finite or under
   *     0
   */
  public Area {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("area " + key + " has no value");
    }
    if (!(cost >= 0 && Double.isFinite(cost))) {
      throw new IllegalArgumentException("area " + key + " has no cost of 0 or more");
    }
  }
}
