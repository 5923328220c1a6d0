package org.quipu.meta;

import org.quipu.math.Distributions;
import org.quipu.math.WeightedLeastSquares;

/**
 * Heterogeneity of the effects beyond sampling errors and moderators, as metafor 3.8 defines it.
 *
 * @param q Cochran's Q of the residuals (QE), χ² with {@code df} degrees of freedom
 * @param tau2StandardError of τ², from the expected information; NaN in the common-effect model
 * @param i2 I², percent of the residual variance that is between units
 * @param h2 H², residual variance over sampling variance
 * @param r2 R², percent of τ² that the moderators explain, at least 0; NaN without moderators. In
 *     the common-effect model the adjusted R² of the weighted regression
 * @param logLikelihood restricted for REML, full for the other estimators
 */
public record ResidualHeterogeneity(
    double q,
    int df,
    double pValue,
    double tau2StandardError,
    double i2,
    double h2,
    double r2,
    double logLikelihood) {

  static ResidualHeterogeneity of(
      MetaRegression options,
      Effects effects,
      RotatedModel model,
      WeightedLeastSquares solution,
      double tau2) {
    int df = model.k() - model.p();
    WeightedLeastSquares common = model.at(0);
    double q = common.residualSum();
    boolean fixed = options.estimator() == TauSquared.FIXED_EFFECT;
    double typical = df / common.traceP();
    double i2 = fixed ? Math.max(0, 100 * (q - df) / q) : 100 * tau2 / (typical + tau2);
    double h2 = fixed ? q / df : tau2 / typical + 1;
    return new ResidualHeterogeneity(
        q,
        df,
        Distributions.upperChiSquared(q, df),
        Math.sqrt(2 / options.estimator().information(solution)),
        i2,
        h2,
        explained(options, effects, q, tau2),
        logLikelihood(options.estimator(), model, solution));
  }

  private static double explained(MetaRegression options, Effects effects, double q, double tau2) {
    if (effects.terms().size() < 2 || !effects.terms().get(0).equals(Effects.INTERCEPT)) {
      return Double.NaN;
    }

    RotatedModel without = RotatedModel.of(effects.withoutModerators());
    if (options.estimator() == TauSquared.FIXED_EFFECT) {
      int k = without.k();
      double left = q / (k - effects.terms().size());
      return Math.max(0, 100 * (1 - left / (without.at(0).residualSum() / (k - 1))));
    }
    double total = options.estimator().estimate(without);
    return total == 0 ? 0 : Math.max(0, 100 * (total - tau2) / total);
  }

  private static double logLikelihood(
      TauSquared estimator, RotatedModel model, WeightedLeastSquares solution) {
    int k = model.k();
    double full = solution.sumOfLogVariances() + solution.residualSum();
    if (estimator != TauSquared.REML) {
      return -0.5 * (k * Math.log(2 * Math.PI) + full);
    }

    // In the rotated coordinates |X'X| is 1, so that metafor's term for it drops out.
    int p = model.p();
    return -0.5 * ((k - p) * Math.log(2 * Math.PI) + full + solution.logDeterminant());
  }
}
