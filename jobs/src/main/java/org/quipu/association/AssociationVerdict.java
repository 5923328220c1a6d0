package org.quipu.association;

import org.quipu.Coded;

/** What a test says at the 5 % level once its p-value is corrected for the number of tests. */
public enum AssociationVerdict implements Coded {
  /** Significant after the correction, and below zero. */
  NEGATIVE,
  /** Significant after the correction, and above zero. */
  POSITIVE,
  /** Significant on its own, not after the correction. */
  NOT_AFTER_CORRECTION,
  /** Not significant. */
  NOT_SIGNIFICANT,
  /** The data do not allow an estimate. */
  NOT_ESTIMATED;

  /** The level of the tests. */
  private static final double LEVEL = 0.05;

  static AssociationVerdict of(double estimate, double pValue, double pAdjusted) {
    if (Double.isNaN(estimate)) {
      return NOT_ESTIMATED;
    }
    if (!(pValue < LEVEL)) {
      return NOT_SIGNIFICANT;
    }
    if (!(pAdjusted < LEVEL)) {
      return NOT_AFTER_CORRECTION;
    }

    return estimate < 0 ? NEGATIVE : POSITIVE;
  }

  /** Whether the result holds after the correction. */
  public boolean holds() {
    return this == NEGATIVE || this == POSITIVE;
  }
}
