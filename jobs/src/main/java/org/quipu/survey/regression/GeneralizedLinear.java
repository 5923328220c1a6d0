package org.quipu.survey.regression;

/**
 * A generalized linear model. A row adds w·(y−μ)·μ'/V(μ)·z to the score and w·μ'²/V(μ)·zz' to the
 * expected information.
 */
final class GeneralizedLinear implements Likelihood {
  private static final long serialVersionUID = 1L;

  private final Model model;
  private final double mean;

  /**
   * @param mean of the outcome
   */
  GeneralizedLinear(Model model, double mean) {
    this.model = model;
    this.mean = mean;
  }

  @Override
  public Model model() {
    return model;
  }

  @Override
  public int count() {
    return model.count();
  }

  @Override
  public String term(int parameter) {
    return model.columns().get(parameter).term;
  }

  @Override
  public String level(int parameter) {
    return model.columns().get(parameter).level;
  }

  @Override
  public int constants() {
    return 1;
  }

  @Override
  public double[] start() {
    double[] start = new double[count()];
    start[0] = model.family().predictor(mean);
    return start;
  }

  @Override
  public void add(RowReader row, double[] parameters, NewtonSums sums) {
    Family family = model.family();
    double eta = row.predictor(parameters);
    double mu = family.mean(eta);
    double slope = family.slope(eta, mu);
    double perVariance = row.weight() * slope / family.variance(mu);
    double residual = perVariance * (row.outcome() - mu);
    double curvature = perVariance * slope;
    double loss = row.weight() * family.deviance(row.outcome(), mu);
    sums.reach(Math.abs(residual), curvature, loss);
    sums.deviance(loss);
    int present = row.present();
    for (int a = 0; a < present; a++) {
      int i = row.present[a];
      double z = row.z[i];
      sums.score(i, residual * z);
      for (int b = 0; b <= a; b++) {
        sums.information(i, row.present[b], curvature * z * row.z[row.present[b]]);
      }
    }
  }

  @Override
  public void score(RowReader row, double[] parameters, double[] score) {
    Family family = model.family();
    double eta = row.predictor(parameters);
    double mu = family.mean(eta);
    double residual =
        row.weight() * family.slope(eta, mu) / family.variance(mu) * (row.outcome() - mu);
    for (int j = 0; j < score.length; j++) {
      score[j] = residual * row.z[j];
    }
  }

  /** Fills in a row's score, and after it the lower triangle of its information, by row. */
  void scoreAndInformation(RowReader row, double[] parameters, double[] values) {
    Family family = model.family();
    double eta = row.predictor(parameters);
    double mu = family.mean(eta);
    double slope = family.slope(eta, mu);
    double perVariance = row.weight() * slope / family.variance(mu);
    int p = count();
    for (int i = 0, at = p; i < p; i++) {
      values[i] = perVariance * (row.outcome() - mu) * row.z[i];
      for (int j = 0; j <= i; j++, at++) {
        values[at] = perVariance * slope * row.z[i] * row.z[j];
      }
    }
  }

  @Override
  public double[] own(double[] parameters) {
    double[] own = parameters.clone();
    for (int j = 1; j < own.length; j++) {
      own[j] = model.standard().own(j, parameters[j]);
      own[0] -= own[j] * model.standard().centre(j);
    }

    return own;
  }
}
