package org.quipu.meta;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.quipu.UserException;

/**
 * The influence of one unit on a meta-regression, from refitting without it (Viechtbauer and Cheung
 * 2010, Research Synthesis Methods 1; R: {@code metafor::influence.rma.uni}).
 *
 * @param leftOut key of the unit
 * @param without the fit without it
 * @param hat its leverage, the diagonal of the hat matrix
 * @param cook Cook's distance
 * @param rstudent externally standardized residual: from the fit without the unit, in standard
 *     errors
 * @param dffits change of the unit's fitted value, in standard errors
 * @param covarianceRatio determinant of the coefficients' covariance without the unit, over that
 *     with it
 */
public record Influence(
    String leftOut,
    MetaFit without,
    double hat,
    double cook,
    double rstudent,
    double dffits,
    double covarianceRatio) {

  /**
   * The influence of each unit, in their order, except units without which the model cannot be
   * fitted. There must be at least p + 2.
   *
   * @throws IllegalArgumentException if the effects are not independent
   */
  public static List<Influence> of(MetaFit fit) {
    Effects effects = fit.effects();
    if (!effects.independent()) {
      throw new IllegalArgumentException("influence needs independent effects");
    }

    RealMatrix precision = MatrixUtils.inverse(fit.covariance());
    double determinant = new LUDecomposition(fit.covariance()).getDeterminant();
    RealVector beta = fit.beta();
    double[] leverages = fit.leverages();
    List<Influence> all = new ArrayList<>();
    for (int i = 0; i < effects.size(); i++) {
      RealVector x = effects.design().getRowVector(i);
      double v = effects.variance(i);
      MetaFit without;
      try {
        without = fit.options().fit(effects.without(i));
      } catch (UserException e) {
        continue;
      }
      double scale = without.covariance().getEntry(0, 0) / without.unscaled().getEntry(0, 0);
      RealVector moved = beta.subtract(without.beta());
      double hat = leverages[i];
      double spread = scale * (v + without.tau2());
      double deleted = effects.values().getEntry(i) - x.dotProduct(without.beta());
      double deletedError = Math.sqrt(spread + x.dotProduct(without.covariance().operate(x)));
      all.add(
          new Influence(
              effects.keys().get(i),
              without,
              hat,
              moved.dotProduct(precision.operate(moved)),
              deleted / deletedError,
              x.dotProduct(moved) / Math.sqrt(hat * spread),
              new LUDecomposition(without.covariance()).getDeterminant() / determinant));
    }

    return all;
  }
}
