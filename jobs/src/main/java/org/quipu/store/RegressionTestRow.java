package org.quipu.store;

import org.quipu.Provenance;
import org.quipu.math.WaldTest;
import org.quipu.survey.regression.TermTest;

/**
 * One row of the {@code regression_test} table: whether all coefficients of a term are 0.
 *
 * @param f Wald's, on the covariance of the design
 * @param raoScottF on the covariance of a simple random sample, corrected as Rao and Scott do, with
 *     its own numerator degrees of freedom and the same of the denominator
 * @param source of the data; empty where that is not known
 */
public record RegressionTestRow(
    String term,
    double f,
    double df1,
    double df2,
    double pValue,
    double raoScottF,
    double raoScottDf1,
    double raoScottP,
    Provenance source) {
  /** A test as a row. */
  public static RegressionTestRow of(TermTest test, Provenance source) {
    WaldTest wald = test.wald();
    WaldTest raoScott = test.raoScott();
    return new RegressionTestRow(
        test.term(),
        wald.statistic(),
        wald.df1(),
        wald.df2(),
        wald.pValue(),
        raoScott.statistic(),
        raoScott.df1(),
        raoScott.pValue(),
        source);
  }
}
