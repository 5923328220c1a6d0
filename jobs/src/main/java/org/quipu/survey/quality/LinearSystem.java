package org.quipu.survey.quality;

import java.util.stream.IntStream;

/** Sums of unknown numbers. */
final class LinearSystem {
  /** Of coefficients that start as -1, 0 and 1. */
  private static final double ROUNDING = 1e-9;

  private LinearSystem() {}

  /**
   * The unknowns that the equations determine, whatever their right-hand sides (Gauss-Jordan: those
   * that are left alone in an equation).
   *
   * @param equations a row of coefficients each; overwritten
   */
  static int[] determined(double[][] equations) {
    int unknowns = equations.length == 0 ? 0 : equations[0].length;
    int solved = 0;
    for (int column = 0; column < unknowns && solved < equations.length; column++) {
      int pivot = pivot(equations, solved, column);
      if (Math.abs(equations[pivot][column]) > ROUNDING) {
        double[] row = equations[pivot];
        equations[pivot] = equations[solved];
        equations[solved] = row;
        eliminate(equations, solved++, column);
      }
    }

    return IntStream.range(0, solved)
        .mapToObj(row -> nonzero(equations[row]))
        .filter(columns -> columns.length == 1)
        .mapToInt(columns -> columns[0])
        .toArray();
  }

  private static int pivot(double[][] equations, int from, int column) {
    int largest = from;
    for (int row = from + 1; row < equations.length; row++) {
      if (Math.abs(equations[row][column]) > Math.abs(equations[largest][column])) {
        largest = row;
      }
    }

    return largest;
  }

  /** Leaves the column in one equation alone. */
  private static void eliminate(double[][] equations, int from, int column) {
    double[] pivot = equations[from];
    double scale = pivot[column];
    for (int i = column; i < pivot.length; i++) {
      pivot[i] /= scale;
    }

    for (int row = 0; row < equations.length; row++) {
      double factor = equations[row][column];
      if (row != from && Math.abs(factor) > ROUNDING) {
        for (int i = column; i < pivot.length; i++) {
          equations[row][i] -= factor * pivot[i];
        }
      }
    }
  }

  private static int[] nonzero(double[] row) {
    return IntStream.range(0, row.length).filter(i -> Math.abs(row[i]) > ROUNDING).toArray();
  }
}
