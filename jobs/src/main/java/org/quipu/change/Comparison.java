package org.quipu.change;

import org.quipu.math.TestedEstimate;

/**
 * The level of one domain compared with that of another in the same year, in percentage points.
 *
 * @param domain its place among the levels that were compared, {@code other} that of the other
 * @param difference level of the domain − level of the other
 * @param pAdjusted p of the direction that the difference has, corrected for both directions of all
 *     pairs: under 0.05 the direction is sure
 */
public record Comparison(
    int domain, int other, TestedEstimate difference, double pAdjusted, ContrastVerdict verdict) {
  /** The verdict, if another analysis gives it too; else that nothing is clear. */
  Comparison confirmedBy(Comparison another) {
    return verdict == another.verdict || verdict == ContrastVerdict.NOT_TESTED
        ? this
        : new Comparison(domain, other, difference, pAdjusted, ContrastVerdict.NO_CLEAR_DIFFERENCE);
  }
}
