package org.quipu.meta;

/**
 * What a regression leaves between the regions. What a method does not have is NaN.
 *
 * @param tau2 variance between regions, in squared units of the effects
 * @param tau2Low end of its Q-profile interval
 * @param i2 percent of the variance left that is between regions
 * @param r2 percent of τ² that the moderators explain
 * @param q Cochran's Q of what is left (QE), χ² with {@code qDf} degrees of freedom
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

  /** Of a method that knows no more than τ². */
  public static ResidualSummary of(double tau2) {
    double none = Double.NaN;
    return new ResidualSummary(tau2, none, none, none, none, none, none, none);
  }
}
