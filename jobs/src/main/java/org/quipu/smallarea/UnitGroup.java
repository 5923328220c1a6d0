package org.quipu.smallarea;

import java.util.List;

/**
 * The sampled units of an area: how many, their mean outcome and their mean columns; zeros without
 * any.
 *
 * @param squares Σ x x' over the units, p × p
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record UnitGroup(double n, double y, double[] x, double[][] squares) {
  static UnitGroup of(UnitData data, List<Integer> units) {
    int p = data.terms().size();
    double n = units.size();
    double y = 0;
    double[] x = new double[p];
    double[][] squares = new double[p][p];
    for (int i : units) {
      double[] row = data.design()[i];
      y += data.y()[i] / n;
      for (int a = 0; a < p; a++) {
        x[a] += row[a] / n;
        for (int b = 0; b < p; b++) {
          squares[a][b] += row[a] * row[b];
        }
      }
    }

    return new UnitGroup(n, y, x, squares);
  }
}
