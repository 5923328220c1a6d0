package org.quipu.survey.regression;

import java.util.Arrays;
import org.quipu.math.Vectors;
import org.quipu.survey.regression.PlaceTotals.RowValues;

/**
 * Errors by linearization: the design's covariance of the totals of scores (Binder 1983,
 * International Statistical Review 51).
 */
final class LinearizedErrors implements SampleErrors {
  private final EncodedRows rows;
  private final ModelInput input;
  private final Model model;
  private final Sample sample;

  LinearizedErrors(EncodedRows rows, ModelInput input, Model model, Sample sample) {
    this.rows = rows;
    this.input = input;
    this.model = model;
    this.sample = sample;
  }

  @Override
  public double[][] ofParameters(Likelihood likelihood, Newton newton) {
    Scores scores = new Scores(likelihood, newton.parameters());
    double[] limits = new double[likelihood.count()];
    Arrays.fill(limits, newton.largestScore());
    double[][] inverse = newton.inverse();
    return Vectors.product(Vectors.product(inverse, ofTotals(scores, limits)), inverse);
  }

  @Override
  public double[][] ofMeans(RowValues values, double[] largest, double[] totals) {
    int k = totals.length - 1;
    double weight = totals[k];
    double[][] scatter = ofTotals(values, largest);
    double[][] covariance = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double mean = totals[i] / weight;
        double other = totals[j] / weight;
        covariance[i][j] =
            (scatter[i][j]
                    - mean * scatter[j][k]
                    - other * scatter[i][k]
                    + mean * other * scatter[k][k])
                / (weight * weight);
      }
    }

    return covariance;
  }

  private double[][] ofTotals(RowValues values, double[] largest) {
    return sample.covariance(
        Residuals.totals(rows, input, model, values, largest, sample.individually()));
  }

  @Override
  public double df() {
    return sample.df();
  }
}
