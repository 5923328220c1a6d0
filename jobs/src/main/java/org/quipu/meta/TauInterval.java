package org.quipu.meta;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.quipu.math.Distributions;

/**
 * The Q-profile interval of τ² (Viechtbauer 2007, Statistics in Medicine 26; R: {@code
 * confint.rma.uni}): the values at which the generalized Q statistic lies between the quantiles of
 * its χ² distribution. Both ends are 0 where Q is smaller than that for every τ².
 *
 * @param low in squared units of the effects, as is {@code high}
 * @param i2Low I² at the lower end, percent
 * @param i2High I² at the upper end, percent
 */
record TauInterval(double low, double high, double i2Low, double i2High) {
  static TauInterval of(Effects effects, double level) {
    RotatedModel model = RotatedModel.of(effects);
    int df = model.k() - model.p();
    double low = solve(model, Distributions.chiSquaredQuantile((1 + level) / 2, df));
    double high = solve(model, Distributions.chiSquaredQuantile((1 - level) / 2, df));
    double typical = df / model.at(0).traceP();
    return new TauInterval(low, high, 100 * low / (typical + low), 100 * high / (typical + high));
  }

  private static double solve(RotatedModel model, double target) {
    UnivariateFunction excess = tau2 -> model.at(tau2).residualSum() - target;
    if (excess.value(0) <= 0) {
      return 0;
    }

    double upper = model.meanVariance();
    while (excess.value(upper) > 0) {
      upper *= 2;
    }
    return new BrentSolver(1e-14, 1e-14 * upper).solve(1000, excess, 0, upper);
  }
}
