package org.quipu.smallarea;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A fitted model of counts by cluster; coefficients and deviations are on the scale of logits. */
public final class ClusterFit {
  private final ClusterData data;
  private final ClusterLikelihood likelihood;
  private final double[] parameters;
  private final double[][] covariance;
  private final double logLikelihood;

  ClusterFit(
      ClusterData data, ClusterLikelihood likelihood, double[] parameters, double[][] covariance) {
    this.data = data;
    this.likelihood = likelihood;
    this.parameters = parameters;
    this.covariance = covariance;
    this.logLikelihood = -likelihood.negative(parameters);
  }

  /** Names of the coefficients. */
  public List<String> terms() {
    return data.terms();
  }

  /** β, one a term. */
  public double[] coefficients() {
    double[][] back = likelihood.scale().back();
    double[] coefficients = new double[back.length];
    for (int t = 0; t < back.length; t++) {
      coefficients[t] = likelihood.linear(back[t], parameters);
    }

    return coefficients;
  }

  /** Standard errors of β. */
  public double[] standardErrors() {
    double[][] back = likelihood.scale().back();
    double[] errors = new double[back.length];
    for (int t = 0; t < errors.length; t++) {
      double variance = 0;
      for (int i = 0; i < back.length; i++) {
        for (int j = 0; j < back.length; j++) {
          variance += back[t][i] * covariance[i][j] * back[t][j];
        }
      }
      errors[t] = Math.sqrt(variance);
    }

    return errors;
  }

  /**
   * The standard deviations of the effects: of areas within their group, of groups within those of
   * the next level, and on; a level of a single group has none.
   */
  public List<Double> deviations() {
    return Arrays.stream(likelihood.deviations(parameters)).map(Math::abs).boxed().toList();
  }

  /** φ, infinite in the binomial model. */
  public double precision() {
    return 1 / likelihood.dispersion(parameters);
  }

  /** The correlation of the answers of two women of a cluster, given its probability's mean. */
  public double intraclassCorrelation() {
    return 1 / (1 + precision());
  }

  /** The log-likelihood by Laplace's approximation. */
  public double logLikelihood() {
    return logLikelihood;
  }

  /** Akaike's criterion. */
  public double aic() {
    return 2 * parameters.length - 2 * logLikelihood;
  }

  /** Schwarz's criterion, with clusters as observations. */
  public double bic() {
    return parameters.length * Math.log(data.size()) - 2 * logLikelihood;
  }

  /**
   * The weight of each area's own counts beside what the model says of it, given its groups: 0
   * without clusters, near 1 with many.
   */
  public List<Double> weights() {
    ClusterLikelihood at = likelihood.anew();
    at.negative(parameters);
    return IntStream.range(0, data.areas().size()).mapToObj(at.effects()::weight).toList();
  }

  /**
   * Joint draws of prevalences: one row a draw, one column a place, from 0 to 1.
   *
   * @param places whose areas are numbered as in the data
   * @param seed the same seed gives the same draws
   */
  public double[][] draws(List<ClusterPlace> places, int count, long seed) {
    return new ClusterDraws(data, likelihood.anew(), parameters, covariance)
        .of(places, count, seed);
  }
}
