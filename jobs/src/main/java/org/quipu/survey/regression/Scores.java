package org.quipu.survey.regression;

/** What each row adds to the score at some parameters. */
final class Scores implements PlaceTotals.RowValues {
  private static final long serialVersionUID = 1L;

  private final Likelihood likelihood;
  private final double[] parameters;

  Scores(Likelihood likelihood, double[] parameters) {
    this.likelihood = likelihood;
    this.parameters = parameters;
  }

  @Override
  public int count() {
    return likelihood.count();
  }

  @Override
  public void fill(RowReader row, double[] values) {
    likelihood.score(row, parameters, values);
  }
}
