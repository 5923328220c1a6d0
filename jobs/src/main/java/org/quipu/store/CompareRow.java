package org.quipu.store;

import org.quipu.survey.GroupTest;
import org.quipu.survey.regression.TermEstimate;
import org.quipu.survey.regression.TermTest;

/**
 * One row of the {@code compare} table: a group against the reference, or all groups together.
 *
 * @param level the group; empty for all groups together
 * @param reference the group that it is compared with
 * @param estimate difference of the means, or of the mean scores of the ranks; empty for all groups
 * @param statistic t of a group, F of all
 * @param df1 numerator degrees of freedom of F; empty for t
 * @param df degrees of freedom of t, or of F's denominator
 */
public record CompareRow(
    GroupTest test,
    String level,
    String reference,
    double estimate,
    double standardError,
    double ciLow,
    double ciHigh,
    double statistic,
    double df1,
    double df,
    double pValue) {
  /** A group as a row. */
  public static CompareRow of(GroupTest test, TermEstimate group, String reference) {
    return new CompareRow(
        test,
        group.level(),
        reference,
        group.estimate(),
        group.standardError(),
        group.low(),
        group.high(),
        group.statistic(),
        Double.NaN,
        group.df(),
        group.pValue());
  }

  /** The test of all groups as a row. */
  public static CompareRow of(GroupTest test, TermTest all, String reference) {
    return new CompareRow(
        test,
        "",
        reference,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        all.wald().statistic(),
        all.wald().df1(),
        all.wald().df2(),
        all.wald().pValue());
  }
}
