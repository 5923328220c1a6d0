package org.quipu.smallarea;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.quipu.math.Distributions;

/**
 * The area-level model with its variances integrated out by quadrature: hierarchical Bayes without
 * simulation. Given the variances everything is Gaussian ({@link NestedModel}), so that posterior
 * means, deviations and probabilities are weighted sums over the nodes, and joint draws of all
 * areas need no chain.
 */
public final class HierarchicalBayes {
  /** Nodes further below the highest density than this, in logarithms, weigh nothing. */
  private static final double DEPTH = 30;

  /** Nodes of less posterior weight than this change no sum. */
  private static final double NEGLIGIBLE = 1e-16;

  /** Nodes of less weight than this part of the highest are left out of a refit. */
  private static final double MATTERS = 1e-4;

  /** The smallest standard deviation that is tried, in units of the estimates' spread. */
  private static final double LOWEST = 1e-3;

  private static final HierarchicalBayes DEFAULTS =
      new HierarchicalBayes(rule(48), rule(32), VariancePrior.FLAT_DEVIATION);

  /** Gauss and Legendre's rule on 0 to 1, for the deviation between areas of a group. */
  private final GaussIntegrator within;

  /** The same for that between groups. */
  private final GaussIntegrator between;

  private final VariancePrior prior;

  private HierarchicalBayes(GaussIntegrator within, GaussIntegrator between, VariancePrior prior) {
    this.within = within;
    this.between = between;
    this.prior = prior;
  }

  /** 48 by 32 nodes, flat priors on the standard deviations. */
  public static HierarchicalBayes withDefaults() {
    return DEFAULTS;
  }

  public HierarchicalBayes with(VariancePrior other) {
    return new HierarchicalBayes(within, between, other);
  }

  /** So many nodes between areas and between groups. */
  public HierarchicalBayes withNodes(int within, int between) {
    return new HierarchicalBayes(rule(within), rule(between), prior);
  }

  private static GaussIntegrator rule(int nodes) {
    return new GaussIntegratorFactory().legendre(nodes, 0, 1);
  }

  /** The posterior of a model without groups. */
  public Posterior fit(AreaData data) {
    return fit(data, new int[data.size()], false);
  }

  /**
   * The posterior of a model whose areas lie in groups.
   *
   * @param groups m names, of the region of each province
   */
  public Posterior fit(AreaData data, List<String> groups) {
    List<String> names = groups.stream().distinct().toList();
    return fit(data, groups.stream().mapToInt(names::indexOf).toArray(), names.size() > 1);
  }

  private Posterior fit(AreaData data, int[] group, boolean nested) {
    double scale = spread(data);
    double[] others = nested ? new double[] {0, 0.1, 0.2, 0.4, 0.8} : new double[] {0};
    double[] within =
        nodes(
            scale,
            this.within,
            a -> highest(others, b -> logLikelihood(data, group, b * scale, a)));
    double[] between =
        nested
            ? nodes(
                scale,
                this.between,
                b ->
                    highest(
                        others, a -> logLikelihood(data, group, b, Math.max(a, LOWEST) * scale)))
            : new double[] {0};
    double[] withinWeights = weights(this.within);
    double[] betweenWeights = nested ? weights(this.between) : new double[] {0};
    List<NestedModel> models = new ArrayList<>();
    List<double[]> variances = new ArrayList<>();
    double[] logs = new double[within.length * between.length];
    double[] priors = new double[logs.length];
    for (int a = 0; a < within.length; a++) {
      for (int b = 0; b < between.length; b++) {
        NestedModel model =
            new NestedModel(data, group, between[b] * between[b], within[a] * within[a]);
        int n = models.size();
        priors[n] =
            withinWeights[a]
                + logPrior(within[a])
                + (nested ? betweenWeights[b] + logPrior(between[b]) : 0);
        logs[n] = model.logRestrictedLikelihood() + priors[n];
        models.add(model);
        variances.add(new double[] {within[a] * within[a], between[b] * between[b]});
      }
    }

    return new Posterior(group, models, variances, priors, normalised(logs));
  }

  private double logPrior(double deviation) {
    return prior == VariancePrior.FLAT_VARIANCE ? Math.log(deviation) : 0;
  }

  private static double[] normalised(double[] logs) {
    double highest = Arrays.stream(logs).max().orElseThrow();
    double[] weights = Arrays.stream(logs).map(log -> Math.exp(log - highest)).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  private static double logLikelihood(AreaData data, int[] group, double between, double within) {
    return new NestedModel(data, group, between * between, within * within)
        .logRestrictedLikelihood();
  }

  private static double highest(double[] at, DoubleUnaryOperator of) {
    return Arrays.stream(at).map(of).max().orElseThrow();
  }

  /**
   * Standard deviations from 0 to where the density has vanished.
   *
   * @param profile the log-likelihood at a standard deviation, with the other one at its best
   */
  private double[] nodes(double scale, GaussIntegrator rule, DoubleUnaryOperator profile) {
    double[] grid = new double[121];
    double[] density = new double[grid.length];
    for (int n = 0; n < grid.length; n++) {
      grid[n] = scale * LOWEST * Math.pow(10, n / 24.0);
      density[n] = profile.applyAsDouble(grid[n]) + logPrior(grid[n]);
    }

    double highest = Arrays.stream(density).max().orElseThrow();
    int last = grid.length - 1;
    while (last > 0 && density[last] < highest - DEPTH) {
      last--;
    }

    double high = grid[Math.min(last + 1, grid.length - 1)];
    double[] nodes = new double[rule.getNumberOfPoints()];
    Arrays.setAll(nodes, n -> high * rule.getPoint(n));
    return nodes;
  }

  private static double[] weights(GaussIntegrator rule) {
    // The interval's length is the same for all nodes and leaves with the normalisation.
    double[] weights = new double[rule.getNumberOfPoints()];
    Arrays.setAll(weights, n -> Math.log(rule.getWeight(n)));
    return weights;
  }

  private static double spread(AreaData data) {
    int[] sampled = data.sampled();
    double mean = Arrays.stream(sampled).mapToDouble(i -> data.direct()[i]).average().orElseThrow();
    double squares =
        Arrays.stream(sampled).mapToDouble(i -> Math.pow(data.direct()[i] - mean, 2)).sum();
    return Math.sqrt(squares / sampled.length);
  }

  /** The posterior of all areas' true values. */
  public static final class Posterior {
    private final int[] group;
    private final List<NestedModel> models;
    private final List<double[]> variances;

    /** By node: the logarithm of its prior weight, that of the quadrature included. */
    private final double[] priors;

    private final double[] weights;

    /** By area, made when it is first asked for. */
    private final AtomicReferenceArray<ByNode> areas;

    private Posterior(
        int[] group,
        List<NestedModel> models,
        List<double[]> variances,
        double[] priors,
        double[] weights) {
      int[] kept =
          IntStream.range(0, weights.length).filter(n -> weights[n] > NEGLIGIBLE).toArray();
      this.models = Arrays.stream(kept).mapToObj(models::get).toList();
      this.variances = Arrays.stream(kept).mapToObj(variances::get).toList();
      this.priors = Arrays.stream(kept).mapToDouble(n -> priors[n]).toArray();
      this.weights = Arrays.stream(kept).mapToDouble(n -> weights[n]).toArray();
      this.group = group;
      this.areas = new AtomicReferenceArray<>(group.length);
    }

    /** An area's true value given the variances: a mean and a standard deviation by node. */
    private static final class ByNode {
      final double[] means;
      final double[] deviations;

      ByNode(int area, List<NestedModel> models) {
        means = models.stream().mapToDouble(model -> model.mean(area)).toArray();
        deviations =
            models.stream().mapToDouble(model -> Math.sqrt(model.variance(area))).toArray();
      }
    }

    private ByNode of(int area) {
      ByNode found = areas.get(area);
      if (found == null) {
        found = new ByNode(area, models);
        areas.set(area, found);
      }

      return found;
    }

    /**
     * The posterior given other data of the same areas and much the same variances, such as a part
     * of these: over the nodes that matter here, which takes a small part of the time.
     */
    Posterior refit(AreaData data) {
      double least = MATTERS * Arrays.stream(weights).max().orElseThrow();
      int[] nodes = IntStream.range(0, weights.length).filter(n -> weights[n] > least).toArray();
      List<double[]> kept = Arrays.stream(nodes).mapToObj(variances::get).toList();
      List<NestedModel> refitted =
          kept.stream()
              .map(variance -> new NestedModel(data, group, variance[1], variance[0]))
              .toList();
      double[] prior = Arrays.stream(nodes).mapToDouble(n -> priors[n]).toArray();
      double[] logs = new double[nodes.length];
      Arrays.setAll(logs, n -> prior[n] + refitted.get(n).logRestrictedLikelihood());
      return new Posterior(group, refitted, kept, prior, normalised(logs));
    }

    /** The model of other data of the same areas, with the means of the variances. */
    NestedModel known(AreaData data) {
      return new NestedModel(data, group, between(), within());
    }

    /** The mean of the variance between areas. */
    public double within() {
      return mixed(n -> variances.get(n)[0]);
    }

    /** The standard deviation of the variance between areas. */
    public double withinDeviation() {
      double mean = within();
      return Math.sqrt(mixed(n -> Math.pow(variances.get(n)[0] - mean, 2)));
    }

    /** The mean of the variance between groups. */
    public double between() {
      return mixed(n -> variances.get(n)[1]);
    }

    public double mean(int area) {
      double[] means = of(area).means;
      return mixed(n -> means[n]);
    }

    public double deviation(int area) {
      ByNode nodes = of(area);
      double centre = mean(area);
      return Math.sqrt(
          mixed(n -> Math.pow(nodes.deviations[n], 2) + Math.pow(nodes.means[n] - centre, 2)));
    }

    /** The probability that an area's true value lies above a threshold. */
    public double exceedance(int area, double threshold) {
      ByNode nodes = of(area);
      return mixed(
          n -> Distributions.normalLower((nodes.means[n] - threshold) / nodes.deviations[n]));
    }

    /** The standard deviation of the variance between groups. */
    public double betweenDeviation() {
      double mean = between();
      return Math.sqrt(mixed(n -> Math.pow(variances.get(n)[1] - mean, 2)));
    }

    /** The mean weight of an area's own direct estimate. */
    public double gamma(int area) {
      return mixed(n -> models.get(n).gamma(area));
    }

    /** The mean of x'β. */
    double synthetic(int area) {
      return mixed(n -> models.get(n).synthetic(area));
    }

    /** The mean of β, one a term. */
    public double[] coefficients() {
      double[] means = new double[models.get(0).beta().length];
      Arrays.setAll(means, j -> mixed(n -> models.get(n).beta()[j]));
      return means;
    }

    /** The covariance of β. */
    public double[][] coefficientCovariance() {
      double[] means = coefficients();
      double[][] covariance = new double[means.length][means.length];
      for (int a = 0; a < means.length; a++) {
        int row = a;
        Arrays.setAll(
            covariance[a],
            b ->
                mixed(
                    n ->
                        models.get(n).covariance()[row][b]
                            + (models.get(n).beta()[row] - means[row])
                                * (models.get(n).beta()[b] - means[b])));
      }

      return covariance;
    }

    /**
     * The mean of what depends on an area's true value, of which the function gives the mean when
     * that value is normal with a mean and a variance.
     */
    double expected(int area, DoubleBinaryOperator ofMeanAndVariance) {
      ByNode nodes = of(area);
      return mixed(
          n -> ofMeanAndVariance.applyAsDouble(nodes.means[n], Math.pow(nodes.deviations[n], 2)));
    }

    /** The value that an area's true value stays below with a probability. */
    public double quantile(int area, double probability) {
      double mean = mean(area);
      double deviation = deviation(area);
      double reach = 12 * deviation;
      return new BrentSolver(1e-12 * reach, 1e-12 * reach)
          .solve(
              200,
              value -> 1 - exceedance(area, value) - probability,
              mean - reach,
              mean + reach,
              mean + deviation * Distributions.normalQuantile(probability));
    }

    private double mixed(IntToDoubleFunction of) {
      double sum = 0;
      for (int n = 0; n < weights.length; n++) {
        sum += weights[n] * of.applyAsDouble(n);
      }

      return sum;
    }

    /** Joint draws: one row a draw, one column an area. The same seed gives the same draws. */
    public double[][] draws(int count, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      double[][] draws = new double[count][];
      for (int r = 0; r < count; r++) {
        double at = random.nextDouble();
        int node = 0;
        for (double sum = weights[0]; sum < at && node < weights.length - 1; sum += weights[node]) {
          node++;
        }
        draws[r] = models.get(node).draw(random);
      }

      return draws;
    }

    /** How many areas there are. */
    public int size() {
      return areas.length();
    }
  }
}
