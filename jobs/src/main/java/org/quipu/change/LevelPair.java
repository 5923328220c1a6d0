package org.quipu.change;

import java.util.Optional;
import org.quipu.change.AssumedDesign.Assumption;
import org.quipu.change.Level.Approximation;
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

  IneiComparison inei() {
    return definition == Definition.SAME ? IneiComparison.of(from, to) : IneiComparison.NONE;
  }

  /** The design of which an effect was assumed; empty where both standard errors were estimated. */
  Optional<AssumedDesign> assumed() {
    return from.approximation().or(to::approximation).map(Approximation::design);
  }

  LevelPair under(Assumption assumption) {
    return new LevelPair(from.under(assumption), to.under(assumption), covariance, definition);
  }
}
