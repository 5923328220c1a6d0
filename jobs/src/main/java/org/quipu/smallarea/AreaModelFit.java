package org.quipu.smallarea;

import java.util.List;

/**
 * A fitted model of areas: what tables say of it, whichever model it is. Areas are numbered from 0
 * in the order of the data; all numbers are on the scale of the model.
 */
public interface AreaModelFit {
  /** β, one a term. */
  double[] coefficients();

  /** Covariance of β. */
  double[][] covariance();

  /** The parameters of how areas vary around the regression: variances, correlations. */
  List<ModelTerm> components();

  /** How many direct estimates (or units) the model was fitted to. */
  int observations();

  /** The full log-likelihood at the estimates, whatever they maximise. */
  double logLikelihood();

  /** Akaike's criterion. */
  default double aic() {
    return -2 * logLikelihood() + 2 * parameters();
  }

  /** Schwarz's criterion. */
  default double bic() {
    return -2 * logLikelihood() + parameters() * Math.log(observations());
  }

  /** How many coefficients and components are estimated. */
  default int parameters() {
    return coefficients().length + components().size();
  }

  /** The weight of an area's own direct estimate against what the model says without it. */
  double gamma(int area);

  /** x'β. */
  double synthetic(int area);

  /** The variance of an area's true value around x'β. */
  double variance(int area);

  /** The variance of an area's true value given the data, were all parameters known. */
  double conditionalVariance(int area);

  /** The empirical best linear unbiased predictor of an area. */
  double eblup(int area);

  /** Its estimated mean squared error. */
  double mse(int area);
}
