package org.quipu.store;

import org.quipu.Provenance;
import org.quipu.math.WaldTest;
import org.quipu.survey.GroupTest;
import org.quipu.survey.regression.TermEstimate;

/**
 * One row of the {@code compare} table: a group against the reference, all groups together, or the
 * mean against a value.
 *
 * @param level the group; empty for all groups together and for the mean
 * @param reference the group or the value that it is compared with
 * @param estimate difference of the means, or of the mean scores of the ranks; empty for all groups
 * @param standardError empty where the test has none, as all groups and ranks that were imputed
 * @param statistic t of a group or mean; F of all groups, and of a group where imputations were
 *     pooled by their statistics
 * @param df1 numerator degrees of freedom of F; empty for t
 * @param df degrees of freedom of t, or of F's denominator
 * @param source of the data; empty where that is not known
 * @param missingInformation the share of the information on the estimate that missing values took
 *     away; empty where no estimates of imputations were pooled
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
    double pValue,
    Provenance source,
    double missingInformation) {
  /** A difference with its t test as a row. */
  public static CompareRow of(
      GroupTest test, String level, String reference, TermEstimate difference, Provenance source) {
    return new CompareRow(
        test,
        level,
        reference,
        difference.estimate(),
        difference.standardError(),
        difference.low(),
        difference.high(),
        difference.statistic(),
        Double.NaN,
        difference.df(),
        difference.pValue(),
        source,
        difference.missingInformation());
  }

  /**
   * An F test as a row.
   *
   * @param difference NaN where several groups are tested together
   */
  public static CompareRow of(
      GroupTest test,
      String level,
      String reference,
      double difference,
      WaldTest f,
      Provenance source) {
    return new CompareRow(
        test,
        level,
        reference,
        difference,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        f.statistic(),
        f.df1(),
        f.df2(),
        f.pValue(),
        source,
        Double.NaN);
  }
}
