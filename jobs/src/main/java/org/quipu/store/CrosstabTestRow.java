package org.quipu.store;

import org.quipu.survey.Independence;

/**
 * One row of the {@code crosstab_test} table: whether rows and columns are independent.
 *
 * @param statistic F, or χ² where {@code df2} is empty
 */
public record CrosstabTestRow(
    Independence.Kind test, double statistic, double df1, double df2, double pValue) {
  /** A test as a row. */
  public static CrosstabTestRow of(Independence test) {
    return new CrosstabTestRow(
        test.kind(),
        test.test().statistic(),
        test.test().df1(),
        test.test().df2(),
        test.test().pValue());
  }
}
