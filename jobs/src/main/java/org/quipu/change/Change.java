package org.quipu.change;

import org.quipu.math.TestedEstimate;

/**
 * The change of one domain as a test of its family.
 *
 * @param points the change in percentage points
 * @param relative in percent of the first level
 * @param covariance of the two levels, in squared points; NaN where the change was not tested
 * @param pAdjusted p after correction for the number of tests of the family
 * @param approximated whether a standard error was derived with an assumed design effect
 */
public record Change(
    TestedEstimate points,
    RelativeChange relative,
    double covariance,
    double pAdjusted,
    ChangeVerdict verdict,
    LevelPair.Definition definition,
    boolean approximated) {
  static Change of(LevelPair pair, TestedEstimate test, double pAdjusted) {
    return new Change(
        test,
        pair.relative(),
        test.isTested() ? pair.covariance() : Double.NaN,
        pAdjusted,
        ChangeVerdict.of(test.estimate(), pAdjusted),
        pair.definition(),
        pair.isApproximated());
  }
}
