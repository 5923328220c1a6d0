package org.quipu.smallarea;

import java.util.Arrays;

/**
 * The marginal likelihood of a cluster model as a function of one vector: coefficients of the
 * scaled columns, the standard deviations of the effects of areas and of each level of groups, and
 * the root of 1/φ in a beta-binomial model. Deviations and root enter by their squares alone, so
 * that the likelihood is smooth where they are 0.
 */
final class ClusterLikelihood {
  private final ClusterData data;
  private final ColumnScale scale;
  private final double[][] design;
  private final ClusterEffects effects;
  private final int terms;
  private final int levels;
  private final boolean dispersed;

  ClusterLikelihood(ClusterData data, boolean dispersed) {
    this.data = data;
    this.scale = new ColumnScale(data.design());
    this.design = Arrays.stream(data.design()).map(scale::scaled).toArray(double[][]::new);
    this.effects = new ClusterEffects(data);
    this.terms = data.terms().size();
    this.levels = data.tree().levels();
    this.dispersed = dispersed;
  }

  /** The same likelihood, whose search for the mode starts from no effects. */
  ClusterLikelihood anew() {
    return new ClusterLikelihood(data, dispersed);
  }

  int parameters() {
    return terms + levels + (dispersed ? 1 : 0);
  }

  ColumnScale scale() {
    return scale;
  }

  /** The standard deviations of the effects, one a level. */
  double[] deviations(double[] parameters) {
    return Arrays.copyOfRange(parameters, terms, terms + levels);
  }

  double dispersion(double[] parameters) {
    double root = dispersed ? parameters[parameters.length - 1] : 0;
    return root * root;
  }

  /** The negative log-likelihood; it leaves the effects at their mode. */
  double negative(double[] parameters) {
    double[] fixed = new double[design.length];
    for (int c = 0; c < fixed.length; c++) {
      fixed[c] = linear(design[c], parameters);
    }

    return -effects.fit(fixed, deviations(parameters), dispersion(parameters));
  }

  /** x'β of a row of scaled columns. */
  double linear(double[] scaled, double[] parameters) {
    double sum = 0;
    for (int t = 0; t < terms; t++) {
      sum += scaled[t] * parameters[t];
    }

    return sum;
  }

  /** The effects at the mode that the last call found. */
  ClusterEffects effects() {
    return effects;
  }
}
