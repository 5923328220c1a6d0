package org.quipu.association;

/**
 * What a regression leaves between the regions. What a method does not have is NaN.
 *
 * @param tau2 variance between regions, in squared units of the effects
 * @param tau2Low end of its Q-profile interval
 * @param i2 percent of the variance left that is between regions
 * @param r2 percent of τ² that the moderators explain
 * @param q Cochran's Q of what is left (QE), χ² with {@code qDf} degrees of freedom
 */
record Residual(
    double tau2,
    double tau2Low,
    double tau2High,
    double i2,
    double r2,
    double q,
    double qDf,
    double qPValue) {

  static Residual of(MetaFit fit) {
    Heterogeneity left = fit.heterogeneity();
    TauInterval interval = fit.tauInterval();
    return new Residual(
        fit.tau2(),
        interval.low(),
        interval.high(),
        left.i2(),
        left.r2(),
        left.q(),
        left.df(),
        left.pValue());
  }

  /** Of a method that knows no more than τ². */
  static Residual of(double tau2) {
    double none = Double.NaN;
    return new Residual(tau2, none, none, none, none, none, none, none);
  }
}
