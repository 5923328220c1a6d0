package org.quipu.survey.regression;

/** What each row adds to the score: w·(y−μ)·μ'/V(μ)·z. */
final class Scores implements PlaceTotals.RowValues {
  private static final long serialVersionUID = 1L;

  private final Family family;
  private final double[] coefficients;

  /**
   * @param coefficients of the standard columns
   */
  Scores(Family family, double[] coefficients) {
    this.family = family;
    this.coefficients = coefficients;
  }

  @Override
  public int count() {
    return coefficients.length;
  }

  @Override
  public void fill(RowReader row, double[] values) {
    double eta = row.predictor(coefficients);
    double mean = family.mean(eta);
    double residual =
        row.weight() * family.slope(eta, mean) / family.variance(mean) * (row.outcome() - mean);
    for (int j = 0; j < values.length; j++) {
      values[j] = residual * row.z[j];
    }
  }
}
