package org.quipu.smallarea;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.quipu.math.Vectors;

/**
 * Columns of a design, set to mean 0 and standard deviation 1 so that a search takes steps of one
 * size in all of them. A constant column stays as it is; without one the means stay.
 */
final class ColumnScale {
  /** What is left of a column's square is rounding below this share. */
  private static final double COLLINEAR = 1e-12;

  /** The variance of a constant column is rounding below this. */
  private static final double CONSTANT = 1e-20;

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
        IntStream.range(0, terms).filter(t -> deviations[t] < CONSTANT).findFirst().orElse(-1);
    this.value = constant < 0 ? 1 : means[constant];
    for (int t = 0; t < terms; t++) {
      deviations[t] = t == constant ? 1 : deviations[t] < CONSTANT ? 0 : Math.sqrt(deviations[t]);
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

  /**
   * Refuses columns that say nothing new.
   *
   * @throws IllegalArgumentException if a column is a sum of those before it
   */
  void requireIndependent(List<String> terms, double[][] design) {
    requireIndependent(terms, Arrays.stream(design).map(this::scaled).toList(), "clusters");
  }

  /**
   * Refuses columns that say nothing new, by Gram and Schmidt's procedure.
   *
   * @param rows of columns of one size, as {@link #scaled} makes them
   * @param units what the rows are
   * @throws IllegalArgumentException if a column is a sum of those before it
   */
  static void requireIndependent(List<String> terms, List<double[]> rows, String units) {
    double[][] basis = new double[terms.size()][];
    for (int t = 0; t < basis.length; t++) {
      int term = t;
      double[] column = rows.stream().mapToDouble(row -> row[term]).toArray();
      double before = Vectors.dot(column, column);
      for (int other = 0; other < t; other++) {
        double share = Vectors.dot(column, basis[other]);
        for (int row = 0; row < column.length; row++) {
          column[row] -= share * basis[other][row];
        }
      }
      double left = Vectors.dot(column, column);
      if (!(left > COLLINEAR * before)) {
        throw new IllegalArgumentException(
            "the covariate %s is the same in all %s or a sum of the others"
                .formatted(terms.get(t), units));
      }
      for (int row = 0; row < column.length; row++) {
        column[row] /= Math.sqrt(left);
      }
      basis[t] = column;
    }
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
