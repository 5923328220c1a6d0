package org.quipu.smallarea;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Areas that add up to the direct estimates of their groups: what it makes of their estimates, and
 * of any other value of an area, such as the ends of its interval and its draws.
 */
final class Benchmarking {
  private final Benchmark method;
  private final boolean proportions;
  private final List<AreaPrediction> predictions;
  private final double[] values;

  /**
   * Benchmarks the areas of a study.
   *
   * @param groupOf the group of each area
   * @param sizes of the areas
   * @param targets the direct estimate of each group; a group without one is left as it is
   */
  Benchmarking(
      SmallAreaSpec spec,
      List<AreaPrediction> predictions,
      List<String> groupOf,
      double[] sizes,
      Map<String, Double> targets) {
    this.method = spec.benchmark();
    this.proportions = spec.scale().isOfProportions();
    this.predictions = predictions;
    this.values = predictions.stream().mapToDouble(AreaPrediction::estimate).toArray();
    if (method != Benchmark.NONE) {
      targets.forEach((group, target) -> benchmark(groupOf, sizes, group, target));
    }
  }

  private void benchmark(List<String> groupOf, double[] sizes, String group, double target) {
    int[] members =
        IntStream.range(0, values.length).filter(i -> groupOf.get(i).equals(group)).toArray();
    double size = Arrays.stream(members).mapToDouble(i -> sizes[i]).sum();
    double[] result =
        method.apply(
            Arrays.stream(members).mapToDouble(i -> values[i]).toArray(),
            Arrays.stream(members).mapToDouble(i -> predictions.get(i).mse()).toArray(),
            Arrays.stream(members).mapToDouble(i -> sizes[i] / size).toArray(),
            target);
    for (int k = 0; k < members.length; k++) {
      values[members[k]] = result[k];
    }
  }

  /** The estimates that add up; one an area. */
  double[] values() {
    return values.clone();
  }

  /** What benchmarking does to any value of an area. */
  DoubleUnaryOperator moved(int area) {
    double estimate = predictions.get(area).estimate();
    double factor = values[area] / estimate;
    double step = values[area] - estimate;
    DoubleUnaryOperator move =
        method == Benchmark.RATIO ? value -> value * factor : value -> value + step;
    return proportions ? value -> Math.min(Math.max(move.applyAsDouble(value), 0), 1) : move;
  }

  /** Moves all draws: one row a draw, one column an area. */
  void move(double[][] draws) {
    DoubleUnaryOperator[] moves =
        IntStream.range(0, values.length).mapToObj(this::moved).toArray(DoubleUnaryOperator[]::new);
    for (double[] draw : draws) {
      for (int i = 0; i < draw.length; i++) {
        draw[i] = moves[i].applyAsDouble(draw[i]);
      }
    }
  }
}
