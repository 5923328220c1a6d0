package org.quipu.meta;

/**
 * Residual heterogeneity with the interval of τ². NaN where a method has no such number.
 *
 * @param tau2 residual variance between units, in squared units of the effects
 * @param tau2Low lower end of its Q-profile interval
 * @param tau2High upper end of its Q-profile interval
 * @param i2 percent of the residual variance that is between units
 * @param r2 percent of τ² that the moderators explain
 * @param q Cochran's Q of the residuals (QE), χ² with {@code qDf} degrees of freedom
 */
public record ResidualSummary(
    double tau2,
    double tau2Low,
    double tau2High,
    double i2,
    double r2,
    double q,
    double qDf,
    double qPValue) {

  /** Of a fitted meta-regression. */
  public static ResidualSummary of(MetaFit fit) {
    ResidualHeterogeneity left = fit.heterogeneity();
    TauInterval interval = fit.tauInterval();
    return new ResidualSummary(
        fit.tau2(),
        interval.low(),
        interval.high(),
        left.i2(),
        left.r2(),
        left.q(),
        left.df(),
        left.pValue());
  }

  /** Of a method that estimates τ² alone. */
  public static ResidualSummary of(double tau2) {
    double none = Double.NaN;
    return new ResidualSummary(tau2, none, none, none, none, none, none, none);
  }
}
