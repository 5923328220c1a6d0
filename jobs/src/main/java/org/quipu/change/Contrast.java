package org.quipu.change;

import org.quipu.math.TestedEstimate;

/**
 * A domain's change compared with that of all other domains taken together, in percentage points.
 *
 * @param change of the domain
 * @param changeOfRest of all members outside the domain
 * @param difference change − changeOfRest
 * @param pAdjusted p after correction for the number of contrasts
 */
public record Contrast(
    double change,
    double changeOfRest,
    TestedEstimate difference,
    double pAdjusted,
    ContrastVerdict verdict) {
  static Contrast of(
      double change, double changeOfRest, TestedEstimate difference, double pAdjusted) {
    return new Contrast(
        change,
        changeOfRest,
        difference,
        pAdjusted,
        ContrastVerdict.of(difference.estimate(), pAdjusted));
  }
}
