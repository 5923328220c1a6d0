package org.quipu.association;

/**
 * What one method says of a question. Slopes are in points of change per unit of coverage; what a
 * method does not have is NaN.
 *
 * @param test the slope or correlation with its test
 * @param predictionLow end of the interval in which the true change of a new region of mean
 *     coverage would lie
 * @param smallestDetectable the smallest true value found in 80 % of such data
 */
public record Finding(
    Method method,
    int k,
    Coefficient test,
    double pPermutation,
    Residual residual,
    double predictionLow,
    double predictionHigh,
    double smallestDetectable) {

  static Finding of(Method method, MetaFit fit, double pPermutation) {
    Effects effects = fit.effects();
    int at = fit.position(Answer.COVERAGE);
    double[] mean = new double[effects.terms().size()];
    for (int j = 0; j < mean.length; j++) {
      for (double x : effects.design().getColumn(j)) {
        mean[j] += x / effects.size();
      }
    }
    Prediction prediction = fit.predict(mean);
    double modelError = Math.sqrt(fit.unscaled().getEntry(at, at));
    Coefficient test = fit.coefficient(Answer.COVERAGE);
    return new Finding(
        method,
        effects.size(),
        test,
        pPermutation,
        Residual.of(fit),
        prediction.predictionLow(),
        prediction.predictionHigh(),
        Power.withDefaults().smallestCoefficient(modelError, test.df()));
  }

  static Finding of(Method method, int k, Coefficient test, double tau2, double smallest) {
    double none = Double.NaN;
    return new Finding(method, k, test, none, Residual.of(tau2), none, none, smallest);
  }

  static Finding of(Method method, Correlation c, double smallest) {
    Coefficient test =
        new Coefficient(
            method.key(),
            c.estimate(),
            c.standardError(),
            c.low(),
            c.high(),
            c.statistic(),
            c.df(),
            c.pValue());
    return of(method, c.k(), test, Double.NaN, smallest);
  }
}
