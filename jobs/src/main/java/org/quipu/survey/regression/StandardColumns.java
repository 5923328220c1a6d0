package org.quipu.survey.regression;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A model's columns moved and scaled into −1 to 1, on which normal equations keep their digits
 * whatever the units, and sums have bounds. The intercept and indicators stay as they are.
 */
final class StandardColumns implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[] centres;
  private final double[] scales;

  /**
   * @param centres what is taken off each column
   * @param scales what it is then divided by
   */
  StandardColumns(double[] centres, double[] scales) {
    this.centres = centres;
    this.scales = scales;
  }

  /** Leaves so many columns as they are. */
  static StandardColumns none(int count) {
    double[] scales = new double[count];
    Arrays.fill(scales, 1);
    return new StandardColumns(new double[count], scales);
  }

  /** Standardizes a row of the model. */
  void standardize(double[] x) {
    for (int j = 1; j < x.length; j++) {
      x[j] = (x[j] - centres[j]) / scales[j];
    }
  }

  /** Scales differences of rows of the model. */
  void scale(double[] differences) {
    for (int j = 1; j < differences.length; j++) {
      differences[j] /= scales[j];
    }
  }

  /** Coefficients of the columns themselves. */
  double[] coefficients(double[] standard) {
    double[] own = standard.clone();
    for (int j = 1; j < own.length; j++) {
      own[j] = standard[j] / scales[j];
      own[0] -= own[j] * centres[j];
    }

    return own;
  }

  /** The covariance of coefficients of the columns themselves, p × p. */
  double[][] covariance(double[][] standard) {
    int p = centres.length;
    double[][] half = new double[p][];
    for (int i = 0; i < p; i++) {
      half[i] = coefficients(standard[i]);
    }

    double[][] own = new double[p][p];
    double[] column = new double[p];
    for (int j = 0; j < p; j++) {
      for (int i = 0; i < p; i++) {
        column[i] = half[i][j];
      }

      double[] transformed = coefficients(column);
      for (int i = 0; i < p; i++) {
        own[i][j] = transformed[i];
      }
    }

    return own;
  }
}
