package org.quipu.meta;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.quipu.UserException;

/**
 * What one region does to a meta-regression, by fitting it again without it (R: {@code
 * metafor::influence.rma.uni}).
 *
 * @param leftOut the region
 * @param without the fit without it
 * @param hat its leverage
 * @param cook Cook's distance
 * @param rstudent its residual from the fit without it, in its standard errors
 * @param dffits change of its own fitted value, in standard errors
 * @param covarianceRatio determinant of the coefficients' covariance without it against with it
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
   * One for each region, in order, but for those without which the model cannot be fitted. The
   * effects must be independent and more than the terms by two.
   */
  public static List<Influence> of(MetaFit fit) {
    Effects effects = fit.effects();
    if (!effects.independent()) {
      throw new IllegalArgumentException("influence needs independent effects");
    }

    RealMatrix precision = MatrixUtils.inverse(fit.covariance());
    double determinant = new LUDecomposition(fit.covariance()).getDeterminant();
    RealVector beta = fit.beta();
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
      double hat = x.dotProduct(fit.unscaled().operate(x)) / (v + fit.tau2());
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
