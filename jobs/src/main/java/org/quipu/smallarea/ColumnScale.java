package org.quipu.smallarea;

import java.util.stream.IntStream;

/**
 * Columns of a design, set to mean 0 and standard deviation 1 so that a search takes steps of one
 * size in all of them. A constant column stays as it is; without one the means stay.
 */
final class ColumnScale {
  private final double[] means;
  private final double[] deviations;

  /** The position of the constant column, −1 without one, and its value. */
  private final int constant;

  private final double value;

  ColumnScale(double[][] design) {
    int terms = design[0].length;
    this.means = new double[terms];
    this.deviations = new double[terms];
    for (double[] row : design) {
      for (int t = 0; t < terms; t++) {
        means[t] += row[t] / design.length;
      }
    }
    for (double[] row : design) {
      for (int t = 0; t < terms; t++) {
        deviations[t] += Math.pow(row[t] - means[t], 2) / design.length;
      }
    }
    this.constant =
        IntStream.range(0, terms).filter(t -> deviations[t] < 1e-20).findFirst().orElse(-1);
    this.value = constant < 0 ? 1 : means[constant];
    for (int t = 0; t < terms; t++) {
      deviations[t] = t == constant ? 1 : Math.sqrt(deviations[t]);
      if (t == constant || constant < 0) {
        means[t] = 0;
      }
    }
  }

  double[] scaled(double[] row) {
    double[] scaled = new double[row.length];
    for (int t = 0; t < row.length; t++) {
      scaled[t] = (row[t] - means[t]) / deviations[t];
    }

    return scaled;
  }

  /** The position of the constant column, −1 without one. */
  int constant() {
    return constant;
  }

  /** The matrix that takes coefficients of scaled columns to those of the columns themselves. */
  double[][] back() {
    double[][] back = new double[means.length][means.length];
    for (int t = 0; t < means.length; t++) {
      back[t][t] = 1 / deviations[t];
      if (constant >= 0 && t != constant) {
        back[constant][t] = -means[t] / (deviations[t] * value);
      }
    }

    return back;
  }
}
