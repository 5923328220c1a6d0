package org.quipu.store;

import org.quipu.Provenance;
import org.quipu.survey.Independence;

/**
 * One row of the {@code crosstab_test} table: whether rows and columns are independent.
 *
 * @param statistic F, or χ² where {@code df2} is empty
 * @param source of the data; empty where that is not known
 */
public record CrosstabTestRow(
    Independence.Kind test,
    double statistic,
    double df1,
    double df2,
    double pValue,
    Provenance source) {
  /** A test as a row. */
  public static CrosstabTestRow of(Independence test, Provenance source) {
    return new CrosstabTestRow(
        test.kind(),
        test.test().statistic(),
        test.test().df1(),
        test.test().df2(),
        test.test().pValue(),
        source);
  }
}
