package org.quipu.change;

import org.quipu.Coded;

/**
 * What the test of a domain's change against that of the rest says, after correction for the number
 * of tests.
 */
public enum ContrastVerdict implements Coded {
  /** The domain fell more than the rest or rose less. */
  LOWER,
  HIGHER,
  NO_CLEAR_DIFFERENCE,
  NOT_TESTED;

  static ContrastVerdict of(double difference, double pAdjusted) {
    return switch (Direction.of(difference, pAdjusted)) {
      case BELOW -> LOWER;
      case ABOVE -> HIGHER;
      case UNCLEAR -> NO_CLEAR_DIFFERENCE;
      case UNTESTED -> NOT_TESTED;
    };
  }
}
