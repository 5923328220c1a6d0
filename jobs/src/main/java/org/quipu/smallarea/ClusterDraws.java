package org.quipu.smallarea;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.quipu.math.Cholesky;

/**
 * Joint draws of parameters and effects from the normal distribution that Laplace's approximation
 * gives: parameters around their estimates, and effects around their mode, which moves with the
 * parameters (Kristensen et al. 2016, TMB, Journal of Statistical Software 70, section 2.3). Areas
 * and groups without clusters draw their effects from the model.
 */
final class ClusterDraws {
  private static final double STEP = 1e-3;

  private final ClusterLikelihood likelihood;
  private final double[] parameters;
  private final double[][] factor;
  private final int[] groupOf;
  private final boolean[] sampledAreas;
  private final boolean[] sampledGroups;

  /** The effects at the estimates: areas, then groups. */
  private final double[] effects;

  /** By parameter: the derivatives of the effects. */
  private final double[][] derivatives;

  ClusterDraws(
      ClusterData data, ClusterLikelihood likelihood, double[] parameters, double[][] covariance) {
    this.likelihood = likelihood;
    this.parameters = parameters;
    this.factor = Cholesky.of(covariance).lower();
    this.groupOf = data.groupOfArea();
    this.sampledAreas = new boolean[groupOf.length];
    this.sampledGroups = new boolean[data.groupKeys().size()];
    for (int area : data.area()) {
      sampledAreas[area] = true;
      sampledGroups[groupOf[area]] = true;
    }
    this.derivatives =
        IntStream.range(0, parameters.length).mapToObj(this::derivative).toArray(double[][]::new);
    // Last, so that the second derivatives of the effects are those at the estimates.
    this.effects = effects(parameters);
  }

  private double[] derivative(int parameter) {
    double[] moved = parameters.clone();
    moved[parameter] = parameters[parameter] + STEP;
    double[] above = effects(moved);
    moved[parameter] = parameters[parameter] - STEP;
    double[] below = effects(moved);
    return IntStream.range(0, above.length)
        .mapToDouble(i -> (above[i] - below[i]) / (2 * STEP))
        .toArray();
  }

  /** The mode of the effects on the scale of logits. */
  private double[] effects(double[] at) {
    likelihood.negative(at);
    double[] areas = likelihood.effects().areas();
    double[] groups = likelihood.effects().groups();
    double[] all = new double[areas.length + groups.length];
    for (int i = 0; i < areas.length; i++) {
      all[i] = likelihood.areaDeviation(at) * areas[i];
    }
    for (int g = 0; g < groups.length; g++) {
      all[areas.length + g] = likelihood.groupDeviation(at) * groups[g];
    }

    return all;
  }

  double[][] of(List<ClusterPlace> places, int count, long seed) {
    List<double[][]> designs = places.stream().map(this::scaled).toList();
    SplittableRandom random = new SplittableRandom(seed);
    double[][] draws = new double[count][places.size()];
    for (double[] draw : draws) {
      double[] drawn = parameters.clone();
      double[] logits = drawEffects(random, drawn);
      for (int i = 0; i < draw.length; i++) {
        ClusterPlace place = places.get(i);
        for (int part = 0; part < place.parts().size(); part++) {
          double logit =
              likelihood.linear(designs.get(i)[part], drawn)
                  + logits[place.area()]
                  + logits[groupOf.length + groupOf[place.area()]];
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

  /** Adds a draw to the parameters and returns one of the effects: areas, then groups. */
  private double[] drawEffects(SplittableRandom random, double[] drawn) {
    double[] noise = new double[drawn.length];
    Arrays.setAll(noise, k -> random.nextGaussian());
    double[] logits = effects.clone();
    for (int k = 0; k < drawn.length; k++) {
      double shift = 0;
      for (int l = 0; l <= k; l++) {
        shift += factor[k][l] * noise[l];
      }
      drawn[k] += shift;
      for (int i = 0; i < logits.length; i++) {
        logits[i] += shift * derivatives[k][i];
      }
    }

    double[] areas = new double[groupOf.length];
    double[] groups = new double[sampledGroups.length];
    likelihood.effects().draw(random, areas, groups);
    for (int i = 0; i < areas.length; i++) {
      double deviation = likelihood.areaDeviation(sampledAreas[i] ? parameters : drawn);
      logits[i] += deviation * areas[i];
    }
    for (int g = 0; g < groups.length; g++) {
      double deviation = likelihood.groupDeviation(sampledGroups[g] ? parameters : drawn);
      logits[areas.length + g] += deviation * groups[g];
    }

    return logits;
  }
}
