package org.quipu.change;

/** On which side of zero an estimate lies by its test. */
enum Direction {
  BELOW,
  ABOVE,
  UNCLEAR,
  UNTESTED;

  /** Adjusted p-values under this are significant. */
  static final double SIGNIFICANT = 0.05;

  static Direction of(double estimate, double pAdjusted) {
    if (Double.isNaN(pAdjusted)) {
      return UNTESTED;
    } else if (pAdjusted >= SIGNIFICANT) {
      return UNCLEAR;
    }

    return estimate < 0 ? BELOW : ABOVE;
  }
}
