package org.quipu.smallarea;

import java.util.Arrays;
import org.quipu.math.Cholesky;

/**
 * Mixed logistic models of counts by cluster: the logit of a woman's probability is x'β + v + u,
 * with v ~ N(0, B) shared by the clusters of a group of areas and u ~ N(0, A) by those of an area;
 * groups may lie in larger ones with an effect of their own. Where all areas are of one group there
 * is no v. Parameters maximise the likelihood by Laplace's approximation (R: {@code
 * glmmTMB(cbind(y, n - y) ~ x + (1 | group) + (1 | area))}).
 */
public enum ClusterModel {
  /** Women of a cluster answer independently of one another. */
  BINOMIAL,

  /**
   * Clusters of an area differ: their probabilities are beta distributed with precision φ, so that
   * women of a cluster are correlated by 1 / (φ + 1).
   */
  BETA_BINOMIAL;

  private static final double FIRST_DEVIATION = 0.3;

  /** The root of 1/φ from which the search starts. */
  private static final double FIRST_ROOT = 0.2;

  /**
   * Fits the model.
   *
   * @throws IllegalArgumentException if a column depends on those before it
   * @throws ArithmeticException if the likelihood has no maximum
   */
  public ClusterFit fit(ClusterData data) {
    ClusterLikelihood likelihood = new ClusterLikelihood(data, this == BETA_BINOMIAL);
    likelihood.scale().requireIndependent(data.terms(), data.design());
    double[] start = new double[likelihood.parameters()];
    int terms = data.terms().size();
    int constant = likelihood.scale().constant();
    if (constant >= 0) {
      double cases = Arrays.stream(data.cases()).sum();
      double women = Arrays.stream(data.women()).sum();
      start[constant] =
          Math.log((cases + 0.5) / (women - cases + 0.5)) / data.design()[0][constant];
    }
    Arrays.fill(start, terms, start.length, FIRST_DEVIATION);
    if (this == BETA_BINOMIAL) {
      start[start.length - 1] = FIRST_ROOT;
    }

    double[] best = QuasiNewton.minimum(likelihood::negative, start);
    double[][] information = NumericalDerivatives.hessian(likelihood::negative, best);
    return new ClusterFit(data, likelihood, best, Cholesky.of(information).inverse());
  }
}
