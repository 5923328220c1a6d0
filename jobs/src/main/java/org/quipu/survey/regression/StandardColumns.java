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

  /** What is taken off a column. */
  double centre(int column) {
    return centres[column];
  }

  /** The coefficient of a column as it is, from that of the standard one. */
  double own(int column, double coefficient) {
    return coefficient / scales[column];
  }
}
