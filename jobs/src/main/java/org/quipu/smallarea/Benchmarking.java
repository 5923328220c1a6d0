package org.quipu.smallarea;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Estimates of areas that add up to those of their groups, with their draws and intervals.
 *
 * <p>What a group adds up to is an estimate itself. Where its standard error is known, each draw of
 * the areas adds up to a draw of the group, so that ranks, probabilities and intervals are as sure
 * as the group's estimate and no surer; the level of a group is then the survey's and the areas'
 * distances from it are the model's. Elsewhere all draws of an area are moved as its estimate is.
 */
final class Benchmarking {
  /** Keeps the draws of groups apart from those of areas. */
  private static final long OTHER_SEED = 0x6a09e667f3bcc909L;

  private final SmallAreaSpec spec;
  private final List<AreaPrediction> predictions;
  private final List<Group> groups = new ArrayList<>();
  private final double[] estimates;
  private final double[][] draws;

  /** By area: how much wider intervals are than those that are moved with the estimate. */
  private final double[] wider;

  /** The areas of a group. */
  private record Group(
      List<Integer> members, List<Double> shares, double target, double standardError) {}

  /**
   * Benchmarks areas.
   *
   * @param groupOf the group of each area
   * @param all what they add up to; empty where nothing is benchmarked
   * @param predictions of the model
   * @param draws of the model, one row a draw; changed
   */
  Benchmarking(
      SmallAreaSpec spec,
      List<String> groupOf,
      Optional<Groups> all,
      List<AreaPrediction> predictions,
      double[][] draws) {
    this.spec = spec;
    this.predictions = predictions;
    this.estimates = predictions.stream().mapToDouble(AreaPrediction::estimate).toArray();
    this.draws = draws;
    this.wider = new double[estimates.length];
    Arrays.fill(wider, 1);
    if (spec.benchmark() != Benchmark.NONE) {
      all.ifPresent(of -> addGroups(of, groupOf));
    }
    groups.forEach(group -> apply(group, estimates, group.target));
    SplittableRandom random = new SplittableRandom(spec.seed() ^ OTHER_SEED);
    groups.forEach(group -> moveDraws(group, random));
  }

  private void addGroups(Groups all, List<String> groupOf) {
    all.targets()
        .forEach(
            (name, target) -> {
              List<Integer> members =
                  IntStream.range(0, groupOf.size())
                      .filter(i -> groupOf.get(i).equals(name))
                      .boxed()
                      .toList();
              double size = members.stream().mapToDouble(i -> all.sizes()[i]).sum();
              groups.add(
                  new Group(
                      members,
                      members.stream().map(i -> all.sizes()[i] / size).toList(),
                      target,
                      all.standardErrors().getOrDefault(name, Double.NaN)));
            });
  }

  /** Changes the values of the group's areas so that they add up to the target. */
  private void apply(Group group, double[] values, double target) {
    double[] result =
        spec.benchmark()
            .apply(
                group.members.stream().mapToDouble(i -> values[i]).toArray(),
                group.members.stream().mapToDouble(i -> predictions.get(i).mse()).toArray(),
                group.shares.stream().mapToDouble(Double::doubleValue).toArray(),
                target);
    for (int k = 0; k < result.length; k++) {
      values[group.members.get(k)] = result[k];
    }
  }

  private void moveDraws(Group group, SplittableRandom random) {
    double[][] moved = new double[group.members.size()][draws.length];
    for (int k = 0; k < moved.length; k++) {
      int i = group.members.get(k);
      Arrays.setAll(moved[k], r -> moved(i).applyAsDouble(draws[r][i]));
    }
    if (!(group.standardError > 0)) {
      for (int k = 0; k < moved.length; k++) {
        for (int r = 0; r < draws.length; r++) {
          draws[r][group.members.get(k)] = moved[k][r];
        }
      }
      return;
    }

    for (double[] draw : draws) {
      apply(group, draw, bounded(group.target + group.standardError * random.nextGaussian()));
      group.members.forEach(i -> draw[i] = bounded(draw[i]));
    }
    for (int k = 0; k < moved.length; k++) {
      int i = group.members.get(k);
      double fixed = deviation(moved[k]);
      double drawn = deviation(Arrays.stream(draws).mapToDouble(draw -> draw[i]).toArray());
      wider[i] = fixed > 0 ? drawn / fixed : 1;
    }
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Math.sqrt(
        Arrays.stream(values)
            .map(value -> (value - mean) * (value - mean))
            .average()
            .orElseThrow());
  }

  private double bounded(double value) {
    return spec.scale().isOfProportions() ? Math.min(Math.max(value, 0), 1) : value;
  }

  /** What benchmarking does to any value of an area. */
  private DoubleUnaryOperator moved(int area) {
    double model = predictions.get(area).estimate();
    double factor = estimates[area] / model;
    double step = estimates[area] - model;
    return spec.benchmark() == Benchmark.RATIO
        ? value -> bounded(value * factor)
        : value -> bounded(value + step);
  }

  /** One an area. */
  double[] estimates() {
    return estimates;
  }

  /** One row a draw, one column an area. */
  double[][] draws() {
    return draws;
  }

  /** The lower end of an area's 95 % interval. */
  double low(int area) {
    return end(area, predictions.get(area).low());
  }

  /** The upper end. */
  double high(int area) {
    return end(area, predictions.get(area).high());
  }

  /**
   * What is said of an area.
   *
   * @param gamma weight of its own direct estimate
   * @param rank among all areas by the benchmarked draws
   * @param repaired whether its sampling variance is not its own
   * @param largerError of the larger area in which it lies; NaN where areas lie in none
   * @param residual of its own direct estimate, standardized; NaN where there is none
   */
  SmallAreaEstimate estimate(
      int area,
      DirectEstimate direct,
      double gamma,
      AreaRank rank,
      boolean repaired,
      double largerError,
      double residual) {
    return new SmallAreaEstimate(
        direct,
        predictions.get(area),
        estimates[area],
        low(area),
        high(area),
        gamma,
        rank,
        Ranks.exceedance(draws, area, spec.threshold()),
        repaired,
        largerError,
        residual);
  }

  private double end(int area, double ofModel) {
    double distance = moved(area).applyAsDouble(ofModel) - estimates[area];
    return bounded(estimates[area] + wider[area] * distance);
  }
}
