package org.quipu.smallarea;

import java.util.List;
import java.util.SplittableRandom;
import org.quipu.math.Cholesky;

/**
 * Joint draws of parameters and effects from the normal distributions that Laplace's approximation
 * gives: parameters around their estimates, and effects around their mode given the drawn
 * parameters, so that the spread of areas is as uncertain as its estimate also where that is 0.
 * Areas and groups without clusters draw their effects from the model.
 */
final class ClusterDraws {
  private final ClusterLikelihood likelihood;
  private final double[] parameters;
  private final double[][] factor;
  private final AreaTree tree;

  ClusterDraws(
      ClusterData data, ClusterLikelihood likelihood, double[] parameters, double[][] covariance) {
    this.likelihood = likelihood;
    this.parameters = parameters;
    this.factor = Cholesky.of(covariance).lower();
    this.tree = data.tree();
  }

  double[][] of(List<ClusterPlace> places, int count, long seed) {
    List<double[][]> designs = places.stream().map(this::scaled).toList();
    SplittableRandom random = new SplittableRandom(seed);
    // The search for each mode starts from one nearby.
    likelihood.negative(parameters);
    double[][] draws = new double[count][places.size()];
    for (double[] draw : draws) {
      double[] drawn = drawParameters(random);
      double[] logits = drawEffects(random, drawn);
      for (int i = 0; i < draw.length; i++) {
        ClusterPlace place = places.get(i);
        for (int part = 0; part < place.parts().size(); part++) {
          double logit = likelihood.linear(designs.get(i)[part], drawn) + logits[place.area()];
          draw[i] += place.parts().get(part).share() / (1 + Math.exp(-logit));
        }
      }
    }

    return draws;
  }

  private double[][] scaled(ClusterPlace place) {
    return place.parts().stream()
        .map(part -> part.design().stream().mapToDouble(Double::doubleValue).toArray())
        .map(likelihood.scale()::scaled)
        .toArray(double[][]::new);
  }

  /** Parameters at which the effects have a mode: all but those far out on a bad likelihood. */
  private double[] drawParameters(SplittableRandom random) {
    double[] drawn;
    do {
      drawn = parameters.clone();
      double[] noise = new double[drawn.length];
      for (int k = 0; k < drawn.length; k++) {
        noise[k] = random.nextGaussian();
        for (int l = 0; l <= k; l++) {
          drawn[k] += factor[k][l] * noise[l];
        }
      }
    } while (likelihood.negative(drawn) == Double.POSITIVE_INFINITY);
    return drawn;
  }

  /** The sum of the drawn effects of each area, given parameters whose mode was found last. */
  private double[] drawEffects(SplittableRandom random, double[] drawn) {
    double[][] mode = likelihood.effects().mode();
    double[][] around = likelihood.effects().draw(random);
    double[] deviations = likelihood.deviations(drawn);
    double[] logits = new double[tree.size(0)];
    for (int area = 0; area < logits.length; area++) {
      int[] path = tree.path(0, area);
      for (int level = 0; level < path.length; level++) {
        int node = path[level];
        logits[area] += deviations[level] * (mode[level][node] + around[level][node]);
      }
    }

    return logits;
  }
}
