package org.quipu.association;

import org.quipu.math.TestedEstimate;
import org.quipu.meta.Effects;
import org.quipu.meta.MetaFit;

/**
 * The intercept of a regression on coverage: with the slope all that its line and band need.
 *
 * @param estimate change at coverage 0 (and 0 of all covariates), in percentage points
 * @param variance in squared points
 * @param slopeCovariance with the slope of coverage
 */
public record Intercept(double estimate, double variance, double slopeCovariance) {
  /** Of a method without one. */
  public static final Intercept NONE = new Intercept(Double.NaN, Double.NaN, Double.NaN);

  static Intercept of(MetaFit fit) {
    TestedEstimate intercept = fit.coefficient(Effects.INTERCEPT);
    int at = fit.position(Effects.INTERCEPT);
    return new Intercept(
        intercept.estimate(),
        fit.covariance().getEntry(at, at),
        fit.covariance().getEntry(at, fit.position(AssociationAnalysis.COVERAGE)));
  }
}
