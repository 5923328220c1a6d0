package org.quipu.change;

import java.util.Optional;
import org.quipu.math.SimultaneousIntervals;
import org.quipu.math.TestedEstimate;

/**
 * The change of one domain as a test of its family.
 *
 * @param points the change in percentage points, with its interval and test taken alone
 * @param relative in percent of the first level
 * @param covariance of the two levels, in squared points; NaN where the change was not tested
 * @param pAdjusted p after correction for the number of tests of the family
 * @param simultaneous the interval that goes with the corrected test
 * @param verdict of the corrected test
 * @param uncorrected the verdict of the test taken alone, as its interval shows it
 * @param inei the same comparison as INEI prints it
 * @param assumed the design of which an effect was assumed for a standard error; empty where both
 *     were estimated
 * @param smallestDetectable the smallest true change, in points, that the test taken alone finds
 *     with 80 % power; NaN where the change was not tested
 */
public record Change(
    TestedEstimate points,
    RelativeChange relative,
    double covariance,
    double pAdjusted,
    SimultaneousIntervals.Interval simultaneous,
    ChangeVerdict verdict,
    ChangeVerdict uncorrected,
    IneiComparison inei,
    LevelPair.Sampling sampling,
    LevelPair.Definition definition,
    Optional<AssumedDesign> assumed,
    double smallestDetectable) {
  static Change of(
      LevelPair pair,
      TestedEstimate test,
      double pAdjusted,
      SimultaneousIntervals.Interval simultaneous,
      double smallestDetectable) {
    return new Change(
        test,
        pair.relative(),
        test.isTested() ? pair.overlap().covariance() : Double.NaN,
        pAdjusted,
        simultaneous,
        ChangeVerdict.of(test.estimate(), pAdjusted),
        ChangeVerdict.of(test.estimate(), test.pValue()),
        pair.inei(),
        pair.sampling(),
        pair.definition(),
        pair.assumed(),
        smallestDetectable);
  }

  /** The same with its verdict, where another assumed design effect gives it too. */
  Change confirmedBy(Change other) {
    return new Change(
        points,
        relative,
        covariance,
        pAdjusted,
        simultaneous,
        verdict.confirmedBy(other.verdict),
        uncorrected,
        inei,
        sampling,
        definition,
        assumed,
        smallestDetectable);
  }
}
