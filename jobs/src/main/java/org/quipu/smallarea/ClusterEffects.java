package org.quipu.smallarea;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The random effects of areas and of the groups in which they lie given all parameters: their mode
 * by Newton's method, the marginal likelihood by Laplace's approximation at the mode, and draws
 * from the normal distribution that approximates them there. Effects are in units of their standard
 * deviations, so that a deviation of 0 is no special case. Given the effects of its groups an
 * area's effect depends on no other, so that the second derivatives are factored from the areas up
 * without a matrix of all effects.
 */
final class ClusterEffects {
  private static final int STEPS = 100;

  /** The last step of Newton's method, which is quadratic: what it leaves is about its square. */
  private static final double SMALL = 1e-6;

  /** A fall of the log density by rounding alone. */
  private static final double ROUNDING = 1e-9;

  /** The shortest part of a step that is tried. */
  private static final double SHORTEST = 1e-6;

  private final BetaBinomial[] counts;
  private final int[] area;
  private final AreaTree tree;

  /** By level and node: the effects, where they are now. */
  private final double[][] effects;

  /** The slopes of the log density. */
  private final double[][] slopes;

  /**
   * The negative second derivatives by a node and each node of its path; once {@link #eliminate}d,
   * given all levels below.
   */
  private final double[][][] second;

  ClusterEffects(ClusterData data) {
    this.counts = new BetaBinomial[data.size()];
    for (int c = 0; c < counts.length; c++) {
      counts[c] = new BetaBinomial(data.cases()[c], data.women()[c]);
    }
    this.area = data.area();
    this.tree = data.tree();
    this.effects = tree.numbers();
    this.slopes = tree.numbers();
    this.second = new double[tree.levels()][][];
    for (int level = 0; level < second.length; level++) {
      second[level] = new double[tree.size(level)][tree.levels() - level];
    }
  }

  /**
   * Finds the mode, from that of the last call, which is near where parameters change little.
   *
   * @param fixed x'β of each cluster
   * @param deviations of the effects, one a level
   * @param dispersion 1/φ, 0 for the binomial model
   * @return the log-likelihood of the parameters by Laplace's approximation, or negative infinity
   *     where there is no mode
   */
  double fit(double[] fixed, double[] deviations, double dispersion) {
    double density = differentiate(fixed, deviations, dispersion);
    for (int step = 0; step < STEPS && eliminate(); step++) {
      double[][] steps = solve();
      double largest =
          Arrays.stream(steps).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
      double before = density;
      double length = 1;
      move(steps, length);
      density = differentiate(fixed, deviations, dispersion);
      while (!(density >= before - ROUNDING) && length > SHORTEST) {
        length /= 2;
        move(steps, -length);
        density = differentiate(fixed, deviations, dispersion);
      }
      if (largest < SMALL) {
        return eliminate() ? density - logRootDeterminant() : Double.NEGATIVE_INFINITY;
      }
    }

    Arrays.stream(effects).forEach(level -> Arrays.fill(level, 0));
    return Double.NEGATIVE_INFINITY;
  }

  /** The log density of counts and effects; leaves its slopes and negative second derivatives. */
  private double differentiate(double[] fixed, double[] deviations, double dispersion) {
    double density = 0;
    for (int level = 0; level < effects.length; level++) {
      for (int i = 0; i < effects[level].length; i++) {
        slopes[level][i] = -effects[level][i];
        Arrays.fill(second[level][i], 0);
        second[level][i][0] = 1;
        density -= effects[level][i] * effects[level][i] / 2;
      }
    }

    double[] logits = logits(deviations);
    double[] slope = new double[logits.length];
    double[] curvature = new double[logits.length];
    for (int c = 0; c < counts.length; c++) {
      counts[c].at(fixed[c] + logits[area[c]], dispersion);
      density += counts[c].value();
      slope[area[c]] += counts[c].slope();
      curvature[area[c]] -= counts[c].curvature();
    }
    for (int i = 0; i < logits.length; i++) {
      add(tree.path(0, i), deviations, slope[i], curvature[i]);
    }

    return density;
  }

  /** Adds what the counts of an area say of all effects of its path. */
  private void add(int[] path, double[] deviations, double slope, double curvature) {
    for (int level = 0; level < path.length; level++) {
      slopes[level][path[level]] += deviations[level] * slope;
      double[] row = second[level][path[level]];
      for (int up = 0; up < row.length; up++) {
        row[up] += deviations[level] * deviations[level + up] * curvature;
      }
    }
  }

  private double[] logits(double[] deviations) {
    double[] logits = new double[tree.size(0)];
    for (int i = 0; i < logits.length; i++) {
      int[] path = tree.path(0, i);
      for (int level = 0; level < path.length; level++) {
        logits[i] += deviations[level] * effects[level][path[level]];
      }
    }

    return logits;
  }

  /** Takes each level out of the second derivatives of those above; false where not positive. */
  private boolean eliminate() {
    boolean positive = true;
    for (int level = 0; level < second.length; level++) {
      for (int i = 0; i < second[level].length; i++) {
        double[] row = second[level][i];
        int[] path = tree.path(level, i);
        positive &= row[0] > 0;
        for (int up = 1; up < row.length; up++) {
          for (int other = up; other < row.length; other++) {
            second[level + up][path[up]][other - up] -= row[up] * row[other] / row[0];
          }
        }
      }
    }

    return positive;
  }

  /** Newton's step. */
  private double[][] solve() {
    double[][] steps = Arrays.stream(slopes).map(double[]::clone).toArray(double[][]::new);
    for (int level = 0; level < steps.length; level++) {
      for (int i = 0; i < steps[level].length; i++) {
        double[] row = second[level][i];
        int[] path = tree.path(level, i);
        for (int up = 1; up < row.length; up++) {
          steps[level + up][path[up]] -= row[up] / row[0] * steps[level][i];
        }
      }
    }
    for (int level = steps.length - 1; level >= 0; level--) {
      for (int i = 0; i < steps[level].length; i++) {
        steps[level][i] = (steps[level][i] - fromAbove(steps, level, i)) / second[level][i][0];
      }
    }

    return steps;
  }

  /** The products of a node's derivatives with the values of the nodes above it. */
  private double fromAbove(double[][] values, int level, int node) {
    double[] row = second[level][node];
    int[] path = tree.path(level, node);
    double sum = 0;
    for (int up = 1; up < row.length; up++) {
      sum += row[up] * values[level + up][path[up]];
    }

    return sum;
  }

  private void move(double[][] steps, double length) {
    for (int level = 0; level < steps.length; level++) {
      for (int i = 0; i < steps[level].length; i++) {
        effects[level][i] += length * steps[level][i];
      }
    }
  }

  private double logRootDeterminant() {
    double sum = 0;
    for (double[][] level : second) {
      for (double[] row : level) {
        sum += Math.log(row[0]);
      }
    }

    return sum / 2;
  }

  /** The mode of the effects, by level and node, in units of their standard deviations. */
  double[][] mode() {
    return Arrays.stream(effects).map(double[]::clone).toArray(double[][]::new);
  }

  /**
   * The weight of an area's own counts in its effect, given the effects of its groups: 0 without
   * clusters, near 1 with many.
   */
  double weight(int node) {
    return 1 - 1 / second[0][node][0];
  }

  /**
   * Draws how far the effects lie from their mode, by level and node, in units of their standard
   * deviations.
   */
  double[][] draw(RandomGenerator random) {
    double[][] drawn = tree.numbers();
    for (int level = drawn.length - 1; level >= 0; level--) {
      for (int i = 0; i < drawn[level].length; i++) {
        double scale = second[level][i][0];
        drawn[level][i] =
            random.nextGaussian() / Math.sqrt(scale) - fromAbove(drawn, level, i) / scale;
      }
    }

    return drawn;
  }
}
