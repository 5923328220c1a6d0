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
 * @param smallestDetectable the smallest true value found in 80 % of such data: never less than
 *     half the width of the interval, within which not even every second would be found
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

  public MethodResult {
    double half = (test.high() - test.low()) / 2;
    smallestDetectable = half > smallestDetectable ? half : smallestDetectable;
  }

  static MethodResult of(Method method, MetaFit fit, double pPermutation) {
    Effects effects = fit.effects();
    double[] mean = new double[effects.terms().size()];
    for (int j = 0; j < mean.length; j++) {
      for (double x : effects.design().getColumn(j)) {
        mean[j] += x / effects.size();
      }
    }
    Prediction prediction = fit.predict(mean);
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
        Power.withDefaults()
            .smallestCoefficient(fit.largerError(AssociationAnalysis.COVERAGE), test.df()));
  }

  static MethodResult of(
      Method method,
      int k,
      TestedEstimate test,
      Intercept intercept,
      double tau2,
      double smallest) {
    double none = Double.NaN;
    return new MethodResult(
        method, k, test, intercept, none, ResidualSummary.of(tau2), none, none, smallest);
  }

  static MethodResult of(Method method, Correlation c, double smallest) {
    TestedEstimate test =
        new TestedEstimate(
            c.estimate(), c.standardError(), c.low(), c.high(), c.statistic(), c.df(), c.pValue());
    return of(method, c.k(), test, Intercept.NONE, Double.NaN, smallest);
  }

  static MethodResult notEstimated(Method method, int k) {
    return of(method, k, TestedEstimate.NONE, Intercept.NONE, Double.NaN, Double.NaN);
  }

  /** The same under the name of another method. */
  MethodResult as(Method other) {
    return new MethodResult(
        other,
        k,
        test,
        intercept,
        pPermutation,
        residual,
        predictionLow,
        predictionHigh,
        smallestDetectable);
  }

  /**
   * The one of two results with the larger p-value. Where they point in opposite directions there
   * is no evidence for either, and p is 1.
   */
  static MethodResult lessConclusive(Method method, MethodResult a, MethodResult b) {
    MethodResult less = a.test.pValue() > b.test.pValue() ? a : b;
    boolean opposed = a.test.estimate() * b.test.estimate() < 0;
    TestedEstimate test = opposed ? less.test.withPValue(1) : less.test;
    double smallest = Math.max(a.smallestDetectable, b.smallestDetectable);
    return of(method, less.k, test, less.intercept, less.residual.tau2(), smallest);
  }
}
