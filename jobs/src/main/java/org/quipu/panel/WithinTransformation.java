package org.quipu.panel;

import java.util.Arrays;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.quipu.math.ThinQr;

/**
 * The residuals of a panel on its unit and time effects. The regression of these on the residuals
 * of a covariate has the coefficient of the two-way model (Frisch and Waugh 1933; Lovell 1963), so
 * that many covariates can be tried at little cost.
 */
final class WithinTransformation {
  /** An orthonormal basis of the effects' columns, on the scale of standardized errors. */
  private final RealMatrix effects;

  private final double[] roots;
  private final int[] clusters;
  private final RealVector outcome;

  private WithinTransformation(Panel panel) {
    this.roots = Arrays.stream(panel.weights()).map(Math::sqrt).toArray();
    this.clusters = panel.clusters();
    RealMatrix scaled = MatrixUtils.createRealDiagonalMatrix(roots).multiply(panel.effects());
    this.effects = ThinQr.of(scaled, panel.effectNames()).q();
    this.outcome = residuals(panel.values().toArray());
  }

  static WithinTransformation of(Panel panel) {
    return new WithinTransformation(panel);
  }

  /** The residuals of a column on the effects, on the scale of standardized errors. */
  private RealVector residuals(double[] column) {
    RealVector scaled = MatrixUtils.createRealVector(column);
    for (int i = 0; i < roots.length; i++) {
      scaled.setEntry(i, roots[i] * column[i]);
    }

    return scaled.subtract(effects.operate(effects.preMultiply(scaled)));
  }

  /**
   * A covariate's coefficient over its cluster-robust standard error without a correction for few
   * clusters (CR0): a statistic for permutation tests, not one that has a t distribution.
   *
   * @param column one value for each row of the panel
   */
  double t(double[] column) {
    RealVector covariate = residuals(column);
    double slope = outcome.dotProduct(covariate) / covariate.dotProduct(covariate);
    RealVector errors = outcome.subtract(covariate.mapMultiply(slope));
    double[] scores = new double[1 + Arrays.stream(clusters).max().orElse(0)];
    for (int i = 0; i < clusters.length; i++) {
      scores[clusters[i]] += covariate.getEntry(i) * errors.getEntry(i);
    }

    double squares = Arrays.stream(scores).map(score -> score * score).sum();
    return outcome.dotProduct(covariate) / Math.sqrt(squares);
  }
}
