package org.quipu.change;

import org.quipu.math.TestedEstimate;

/**
 * The levels of one domain in two years.
 *
 * @param covariance of the two estimates in squared points; 0 for independent samples
 */
public record LevelPair(Level from, Level to, double covariance, Definition definition) {
  /** Whether an indicator means the same in both years. */
  public enum Definition {
    SAME,
    /** One year's files lack items that the other's have: the difference is not a change. */
    OTHER_ITEMS
  }

  TestedEstimate test() {
    return definition == Definition.SAME ? from.changeTo(to, covariance) : TestedEstimate.NONE;
  }

  RelativeChange relative() {
    return definition == Definition.SAME
        ? RelativeChange.of(from, to, covariance)
        : RelativeChange.NONE;
  }

  boolean isApproximated() {
    return from.isApproximated() || to.isApproximated();
  }

  LevelPair withDesignEffect(double deff) {
    return new LevelPair(
        from.withDesignEffect(deff), to.withDesignEffect(deff), covariance, definition);
  }
}
