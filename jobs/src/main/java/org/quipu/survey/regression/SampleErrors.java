package org.quipu.survey.regression;

import org.quipu.survey.regression.PlaceTotals.RowValues;

/** The errors that a sample gives to what is computed of it. */
interface SampleErrors {
  /** The covariance of the parameters of standard columns at which a search ended. */
  double[][] ofParameters(Likelihood likelihood, Newton newton);

  /**
   * The covariance of weighted means.
   *
   * @param values of rows: k, then 1, each times the row's weight
   * @param largest what the size of each does not exceed
   * @param totals of these values over the rows
   * @return k × k
   */
  double[][] ofMeans(RowValues values, double[] largest, double[] totals);

  /** The degrees of freedom of the design. */
  double df();
}
