package org.quipu.change;

import org.quipu.Coded;

/** What the test of a change between two years says, after correction for the number of tests. */
public enum ChangeVerdict implements Coded {
  DECREASE,
  INCREASE,
  NO_CLEAR_CHANGE,
  /** Another design effect, no less likely than the one assumed, gives another verdict. */
  DEPENDS_ON_ASSUMED_ERROR,
  NOT_TESTED;

  static ChangeVerdict of(double change, double pAdjusted) {
    return switch (Direction.of(change, pAdjusted)) {
      case BELOW -> DECREASE;
      case ABOVE -> INCREASE;
      case UNCLEAR -> NO_CLEAR_CHANGE;
      case UNTESTED -> NOT_TESTED;
    };
  }

  ChangeVerdict confirmedBy(ChangeVerdict other) {
    return this == other ? this : DEPENDS_ON_ASSUMED_ERROR;
  }
}
