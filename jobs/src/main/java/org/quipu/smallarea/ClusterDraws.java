package org.quipu.smallarea;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.quipu.math.Cholesky;
import org.quipu.math.Vectors;

/**
 * Joint draws of parameters and effects from their posterior distribution under flat priors of the
 * coefficients and of the deviations. Parameters are drawn from the normal distribution around
 * their estimates and kept by how much likelier they are than that says (sampling importance
 * resampling, Rubin 1988), as the likelihood of a deviation near 0 is far from normal; effects are
 * drawn around their mode given the parameters, by Laplace's approximation. So the spread of areas
 * is as uncertain as its estimate, also where that is 0. Areas and groups without clusters draw
 * their effects from the model.
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
    List<double[]> drawnParameters = parameters(count, random);
    double[][] draws = new double[count][places.size()];
    for (int r = 0; r < count; r++) {
      double[] draw = draws[r];
      double[] drawn = drawnParameters.get(r);
      if (r == 0 || drawn != drawnParameters.get(r - 1)) {
        likelihood.negative(drawn);
      }
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

  /** Draws of the parameters; those that are kept several times follow one another. */
  private List<double[]> parameters(int count, SplittableRandom random) {
    // The search for each mode starts from one nearby.
    double best = likelihood.negative(parameters);
    double[][] proposals = new double[count][];
    double[] weights = new double[count];
    for (int r = 0; r < count; r++) {
      double[] noise = new double[parameters.length];
      Arrays.setAll(noise, k -> random.nextGaussian());
      proposals[r] = moved(noise);
      double normal = -Vectors.dot(noise, noise) / 2;
      weights[r] = Math.exp(best - likelihood.negative(proposals[r]) - normal);
    }

    // Systematic resampling: each is kept as often as its weight says, rounded up or down.
    double total = Arrays.stream(weights).sum();
    List<double[]> kept = new ArrayList<>();
    double next = random.nextDouble() * total / count;
    double sum = 0;
    for (int r = 0; r < count; r++) {
      sum += weights[r];
      while (next < sum && kept.size() < count) {
        kept.add(proposals[r]);
        next += total / count;
      }
    }
    while (kept.size() < count) {
      kept.add(kept.get(kept.size() - 1));
    }

    return kept;
  }

  private double[] moved(double[] noise) {
    double[] drawn = parameters.clone();
    for (int k = 0; k < drawn.length; k++) {
      for (int l = 0; l <= k; l++) {
        drawn[k] += factor[k][l] * noise[l];
      }
    }

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
