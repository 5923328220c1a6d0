package org.quipu.survey.regression;

import java.io.Serializable;

/**
 * The margins of single rows: the prediction at each level of each factor, all else as it is, and
 * the derivative of the prediction by each number.
 */
final class MarginRows implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Model model;
  private final double[] coefficients;
  private final Places places;
  private final int count;

  /** Which factors and which numbers there are margins of. */
  static final class Places implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int[] factors;
    private final int[] numbers;

    Places(int[] factors, int[] numbers) {
      this.factors = factors;
      this.numbers = numbers;
    }

    int[] factors() {
      return factors;
    }

    int[] numbers() {
      return numbers;
    }
  }

  /**
   * @param coefficients of the standard columns
   */
  MarginRows(Model model, double[] coefficients, Places places) {
    this.model = model;
    this.coefficients = coefficients;
    this.places = places;
    int levels = 0;
    for (int factor : places.factors) {
      levels += model.levels().of().get(factor).size();
    }

    this.count = levels + places.numbers.length;
  }

  int count() {
    return count;
  }

  int coefficients() {
    return coefficients.length;
  }

  /**
   * Fills in the margins of a row, times its weight.
   *
   * @param margins room for {@link #count} or more
   * @param gradients margin by margin their derivatives by the coefficients; null if not wanted
   */
  void fill(RowReader row, double[] margins, double[] gradients) {
    int at = 0;
    for (int factor : places.factors) {
      int own = row.codes[factor];
      int levels = model.levels().of().get(factor).size();
      for (int level = 0; level < levels; level++) {
        row.codes[factor] = level;
        row.fill();
        predict(row, at++, margins, gradients);
      }

      row.codes[factor] = own;
      row.fill();
    }

    double[] slopes = new double[coefficients.length];
    for (int number : places.numbers) {
      row.slopes(number, slopes);
      derive(row, slopes, at++, margins, gradients);
    }
  }

  private void predict(RowReader row, int at, double[] margins, double[] gradients) {
    double eta = row.predictor(coefficients);
    double mean = model.family().mean(eta);
    margins[at] = row.weight() * mean;
    if (gradients != null) {
      double slope = row.weight() * model.family().slope(eta, mean);
      for (int j = 0; j < coefficients.length; j++) {
        gradients[at * coefficients.length + j] = slope * row.z[j];
      }
    }
  }

  private void derive(
      RowReader row, double[] slopes, int at, double[] margins, double[] gradients) {
    double eta = row.predictor(coefficients);
    double mean = model.family().mean(eta);
    double slope = row.weight() * model.family().slope(eta, mean);
    double change = 0;
    for (int j = 0; j < coefficients.length; j++) {
      change += coefficients[j] * slopes[j];
    }

    margins[at] = slope * change;
    if (gradients != null) {
      double bend = row.weight() * model.family().curvature(eta, mean) * change;
      for (int j = 0; j < coefficients.length; j++) {
        gradients[at * coefficients.length + j] = bend * row.z[j] + slope * slopes[j];
      }
    }
  }
}
