package org.quipu.association;

import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.quipu.meta.Effects;
import org.quipu.meta.MetaFit;

/**
 * The intercept of a regression on coverage: with the slope all that its line and band need.
 *
 * @param estimate change at coverage 0, at 0 of all covariates and, where a method holds the first
 *     level equal, at the mean of the regions' first levels; in percentage points
 * @param variance in squared points
 * @param slopeCovariance with the slope of coverage
 */
public record Intercept(double estimate, double variance, double slopeCovariance) {
  /** Of a method without one. */
  public static final Intercept NONE = new Intercept(Double.NaN, Double.NaN, Double.NaN);

  static Intercept of(MetaFit fit) {
    RealVector row = new ArrayRealVector(fit.effects().terms().size());
    row.setEntry(fit.position(Effects.INTERCEPT), 1);
    return of(fit.beta(), fit.covariance(), row, fit.position(AssociationAnalysis.COVERAGE));
  }

  /**
   * The fitted value at a row of the design.
   *
   * @param beta p coefficients
   * @param covariance p × p
   * @param row p values
   * @param slope position of the slope among the coefficients
   */
  static Intercept of(RealVector beta, RealMatrix covariance, RealVector row, int slope) {
    RealVector variances = covariance.operate(row);
    return new Intercept(
        row.dotProduct(beta), row.dotProduct(variances), variances.getEntry(slope));
  }

  /** The same of values that are all less by a constant. */
  Intercept lessBy(double constant) {
    return new Intercept(estimate - constant, variance, slopeCovariance);
  }
}
