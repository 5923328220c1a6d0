package org.quipu.survey;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.quipu.math.WaldTest;

/**
 * Rao and Scott's corrections of the statistics of simple random sampling that the rows and columns
 * of a table of population proportions are independent (Rao and Scott 1984, Annals of Statistics
 * 12; R: {@code svychisq(statistic = "F")}; Stata: {@code svy: tabulate, pearson lr}).
 *
 * @param pearson Pearson's statistic with the second-order correction, on F
 * @param likelihoodRatio the likelihood-ratio statistic with the same correction; an empty cell
 *     adds nothing
 */
record RaoScott(WaldTest pearson, WaldTest likelihoodRatio) {
  /**
   * Tests a table.
   *
   * @param rows of the table, which has as many columns as cells per row
   * @param p the cells' proportions, which sum to 1, row by row
   * @param covariance of the cells; what is beyond them is not regarded
   * @param df clusters minus strata of the whole design
   */
  static RaoScott test(int rows, double[] p, double[][] covariance, int df) {
    int columns = p.length / rows;
    RealMatrix contrasts = contrasts(rows, columns);
    RealMatrix inverse = MatrixUtils.createRealDiagonalMatrix(p.clone());
    for (int i = 0; i < p.length; i++) {
      inverse.setEntry(i, i, p[i] == 0 ? 0 : 1 / p[i]);
    }

    RealMatrix simple = contrasts.transpose().multiply(inverse).multiply(contrasts);
    RealMatrix design =
        contrasts
            .transpose()
            .multiply(inverse)
            .multiply(
                new Array2DRowRealMatrix(covariance).getSubMatrix(0, p.length - 1, 0, p.length - 1))
            .multiply(inverse)
            .multiply(contrasts);
    RealMatrix effects = new LUDecomposition(simple).getSolver().solve(design);
    double trace = effects.getTrace();
    double numeratorDf = trace * trace / effects.multiply(effects).getTrace();
    double denominatorDf = numeratorDf * df;
    double[] expected = expected(p, rows, columns);
    return new RaoScott(
        WaldTest.f(pearson(p, expected) / trace, numeratorDf, denominatorDf),
        WaldTest.f(likelihoodRatio(p, expected) / trace, numeratorDf, denominatorDf));
  }

  /** The proportions of the cells if rows and columns were independent. */
  private static double[] expected(double[] p, int rows, int columns) {
    double[] row = new double[rows];
    double[] column = new double[columns];
    for (int i = 0; i < p.length; i++) {
      row[i / columns] += p[i];
      column[i % columns] += p[i];
    }

    double[] expected = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      expected[i] = row[i / columns] * column[i % columns];
    }

    return expected;
  }

  /** Pearson's statistic of the proportions, for one observation. */
  private static double pearson(double[] p, double[] expected) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += (p[i] - expected[i]) * (p[i] - expected[i]) / expected[i];
    }

    return sum;
  }

  /** The likelihood-ratio statistic of the proportions, for one observation. */
  private static double likelihoodRatio(double[] p, double[] expected) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += p[i] == 0 ? 0 : 2 * p[i] * StrictMath.log(p[i] / expected[i]);
    }

    return sum;
  }

  /** The interaction contrasts, orthogonal to the main effects: one column each. */
  private static RealMatrix contrasts(int rows, int columns) {
    List<double[]> main = new ArrayList<>();
    List<double[]> interactions = new ArrayList<>();
    main.add(indicator(rows, columns, -1, -1));
    for (int i = 1; i < rows; i++) {
      main.add(indicator(rows, columns, i, -1));
    }

    for (int j = 1; j < columns; j++) {
      main.add(indicator(rows, columns, -1, j));
      for (int i = 1; i < rows; i++) {
        interactions.add(indicator(rows, columns, i, j));
      }
    }

    RealMatrix x = new Array2DRowRealMatrix(main.toArray(double[][]::new)).transpose();
    RealMatrix y = new Array2DRowRealMatrix(interactions.toArray(double[][]::new)).transpose();
    RealMatrix fitted =
        new LUDecomposition(x.transpose().multiply(x)).getSolver().solve(x.transpose().multiply(y));
    return y.subtract(x.multiply(fitted));
  }

  /** 1 in the cells of this row and column, 0 elsewhere; -1 stands for all rows or columns. */
  private static double[] indicator(int rows, int columns, int row, int column) {
    double[] cells = new double[rows * columns];
    for (int i = 0; i < cells.length; i++) {
      boolean in = (row < 0 || i / columns == row) && (column < 0 || i % columns == column);
      cells[i] = in ? 1 : 0;
    }

    return cells;
  }
}
