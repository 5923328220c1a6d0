package org.quipu.panel;

import java.util.Arrays;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.quipu.math.ThinQr;

/**
 * A panel freed of the levels of its regions and years, in which one column after another can be
 * tried at little cost: the coefficient is that of the two-way model (Frisch and Waugh 1933; Lovell
 * 1963).
 */
final class WithinTransformation {
  /** The levels' columns, made orthonormal, on the scale of standardised errors. */
  private final RealMatrix levels;

  private final double[] roots;
  private final int[] clusters;
  private final RealVector outcome;

  private WithinTransformation(Panel panel) {
    this.roots = Arrays.stream(panel.weights()).map(Math::sqrt).toArray();
    this.clusters = panel.clusters();
    RealMatrix scaled = MatrixUtils.createRealDiagonalMatrix(roots).multiply(panel.levels());
    this.levels = ThinQr.of(scaled, panel.levelNames()).q();
    this.outcome = free(panel.values().toArray());
  }

  static WithinTransformation of(Panel panel) {
    return new WithinTransformation(panel);
  }

  /** What the levels leave of a column, on the scale of standardised errors. */
  private RealVector free(double[] column) {
    RealVector scaled = MatrixUtils.createRealVector(column);
    for (int i = 0; i < roots.length; i++) {
      scaled.setEntry(i, roots[i] * column[i]);
    }

    return scaled.subtract(levels.operate(levels.preMultiply(scaled)));
  }

  /**
   * The column's coefficient over its standard error, robust by region without a correction for few
   * regions (CR0): to be compared with its own values under other columns, not with a t.
   */
  double t(double[] column) {
    RealVector free = free(column);
    RealVector residuals =
        outcome.subtract(free.mapMultiply(outcome.dotProduct(free) / free.dotProduct(free)));
    double[] scores = new double[1 + Arrays.stream(clusters).max().orElse(0)];
    for (int i = 0; i < clusters.length; i++) {
      scores[clusters[i]] += free.getEntry(i) * residuals.getEntry(i);
    }

    double squares = Arrays.stream(scores).map(score -> score * score).sum();
    return outcome.dotProduct(free) / Math.sqrt(squares);
  }
}
