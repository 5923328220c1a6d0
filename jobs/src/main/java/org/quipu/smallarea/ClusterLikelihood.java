package org.quipu.smallarea;

import java.util.Arrays;

/**
 * The marginal likelihood of a cluster model as a function of one vector: coefficients of the
 * scaled columns, the standard deviation of the areas' effects, that of the groups' where there are
 * groups, and the root of 1/φ in a beta-binomial model. Deviations and root enter by their squares
 * alone, so that the likelihood is smooth where they are 0.
 */
final class ClusterLikelihood {
  private final ClusterData data;
  private final ColumnScale scale;
  private final double[][] design;
  private final ClusterEffects effects;
  private final int terms;
  private final boolean grouped;
  private final boolean dispersed;

  ClusterLikelihood(ClusterData data, boolean dispersed) {
    this.data = data;
    this.scale = new ColumnScale(data.design());
    this.design = Arrays.stream(data.design()).map(scale::scaled).toArray(double[][]::new);
    this.effects = new ClusterEffects(data);
    this.terms = data.terms().size();
    this.grouped = data.hasGroups();
    this.dispersed = dispersed;
  }

  /** The same likelihood, whose search for the mode starts from no effects. */
  ClusterLikelihood anew() {
    return new ClusterLikelihood(data, dispersed);
  }

  int parameters() {
    return terms + 1 + (grouped ? 1 : 0) + (dispersed ? 1 : 0);
  }

  ColumnScale scale() {
    return scale;
  }

  double areaDeviation(double[] parameters) {
    return parameters[terms];
  }

  double groupDeviation(double[] parameters) {
    return grouped ? parameters[terms + 1] : 0;
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

    return -effects.fit(
        fixed, areaDeviation(parameters), groupDeviation(parameters), dispersion(parameters));
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
