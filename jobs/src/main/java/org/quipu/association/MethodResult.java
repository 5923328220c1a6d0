package org.quipu.association;

import org.quipu.math.Power;
import org.quipu.math.TestedEstimate;
import org.quipu.meta.Effects;
import org.quipu.meta.MetaFit;
import org.quipu.meta.Prediction;
import org.quipu.meta.ResidualSummary;

/**
 * The result of one method for a question. Slopes are in points of change per unit of coverage;
 * what a method does not have is NaN.
 *
 * @param test the slope or correlation with its test
 * @param intercept of a meta-regression of the change
 * @param predictionLow end of the interval in which the true change of a new region of mean
 *     coverage would lie
 * @param smallestDetectable the smallest true value found in 80 % of such data
 */
public record MethodResult(
    Method method,
    int k,
    TestedEstimate test,
    Intercept intercept,
    double pPermutation,
    ResidualSummary residual,
    double predictionLow,
    double predictionHigh,
    double smallestDetectable) {

  static MethodResult of(Method method, MetaFit fit, double pPermutation) {
    Effects effects = fit.effects();
    int at = fit.position(AssociationAnalysis.COVERAGE);
    double[] mean = new double[effects.terms().size()];
    for (int j = 0; j < mean.length; j++) {
      for (double x : effects.design().getColumn(j)) {
        mean[j] += x / effects.size();
      }
    }
    Prediction prediction = fit.predict(mean);
    double modelError = Math.sqrt(fit.unscaled().getEntry(at, at));
    TestedEstimate test = fit.coefficient(AssociationAnalysis.COVERAGE);
    return new MethodResult(
        method,
        effects.size(),
        test,
        Intercept.of(fit),
        pPermutation,
        ResidualSummary.of(fit),
        prediction.predictionLow(),
        prediction.predictionHigh(),
        Power.withDefaults().smallestCoefficient(modelError, test.df()));
  }

  static MethodResult of(Method method, int k, TestedEstimate test, double tau2, double smallest) {
    double none = Double.NaN;
    return new MethodResult(
        method, k, test, Intercept.NONE, none, ResidualSummary.of(tau2), none, none, smallest);
  }

  static MethodResult of(Method method, Correlation c, double smallest) {
    TestedEstimate test =
        new TestedEstimate(
            c.estimate(), c.standardError(), c.low(), c.high(), c.statistic(), c.df(), c.pValue());
    return of(method, c.k(), test, Double.NaN, smallest);
  }
}
