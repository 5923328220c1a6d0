package org.quipu.smallarea;

import static org.quipu.smallarea.EffectCovariance.RHO1;
import static org.quipu.smallarea.EffectCovariance.RHO2;
import static org.quipu.smallarea.EffectCovariance.SIGMA1;
import static org.quipu.smallarea.EffectCovariance.SIGMA2;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quipu.math.Cholesky;
import org.quipu.math.Vectors;

/**
 * Finds the parameters of an {@link EffectModel} that maximise its likelihood: from the best points
 * of a grid by Fisher's scoring with steps that never lower the likelihood, until the score
 * vanishes. Each model that lacks one or both of the variances is fitted too, so that a variance of
 * zero is found exactly.
 */
final class EffectSearch {
  /** Correlations stay within these bounds, beyond which Ω and R are singular in practice. */
  static final double BOUND = 0.999;

  private static final double[] CORRELATIONS = {-0.95, -0.5, 0, 0.5, 0.95};

  /** Variances that are tried first, as parts of the variance around the regression. */
  private static final double[] PARTS = {0.001, 0.02, 0.1, 0.5};

  /** Starts further below the best than this, in logarithms, are not followed. */
  private static final double DEPTH = 5;

  private static final int STEPS = 200;

  /** What a step promises to gain where nothing is left to gain. */
  private static final double NOTHING = 1e-21;

  /** Part of the likelihood that rounding may take. */
  private static final double ROUNDING = 1e-12;

  /** A variance below this part of the others' scale is on its way to zero. */
  private static final double VANISHED = 1e-9;

  private final Function<double[], EffectModel> model;
  private final int[] parameters;
  private final double scale;

  /**
   * A search.
   *
   * @param model the model at four parameters
   * @param parameters those that are estimated, in ascending order; the others are 0
   * @param scale the variance of the direct estimates around the regression
   */
  EffectSearch(Function<double[], EffectModel> model, int[] parameters, double scale) {
    this.model = model;
    this.parameters = parameters;
    this.scale = scale;
  }

  EffectModel best() {
    return Stream.of(without(), without(SIGMA1, RHO1), without(SIGMA2, RHO2), List.<Integer>of())
        .distinct()
        .map(free -> free.stream().mapToInt(Integer::intValue).toArray())
        .flatMap(free -> starts(free).stream().map(start -> highest(start, free)))
        .flatMap(Optional::stream)
        .max(Comparator.comparingDouble(EffectModel::objective))
        .orElseThrow();
  }

  private List<Integer> without(Integer... left) {
    return IntStream.of(parameters)
        .boxed()
        .filter(parameter -> !List.of(left).contains(parameter))
        .toList();
  }

  /** The highest point that a start leads to; none where a variance vanishes. */
  private Optional<EffectModel> highest(EffectModel start, int[] free) {
    EffectModel at = start;
    for (int step = 0; step < STEPS && free.length > 0; step++) {
      EffectModel.Curvature curvature = at.curvature(free);
      Optional<EffectModel> next = step(at, free, curvature);
      if (next.isEmpty()) {
        break;
      }
      at = next.get();
      double[] values = at.at();
      if (IntStream.of(free).anyMatch(p -> isVariance(p) && values[p] < VANISHED * scale)) {
        return Optional.empty();
      }
    }

    return Optional.of(at);
  }

  private static boolean isVariance(int parameter) {
    return parameter == SIGMA1 || parameter == SIGMA2;
  }

  /** The next point; empty where no step gains anything. */
  private Optional<EffectModel> step(
      EffectModel from, int[] free, EffectModel.Curvature curvature) {
    int[] inside =
        IntStream.range(0, free.length)
            .filter(
                k ->
                    isVariance(free[k])
                        || Math.abs(from.at()[free[k]]) < BOUND
                        || from.at()[free[k]] * curvature.score()[k] < 0)
            .toArray();
    double[] score = IntStream.of(inside).mapToDouble(k -> curvature.score()[k]).toArray();
    double[][] information = new double[inside.length][inside.length];
    for (int a = 0; a < inside.length; a++) {
      for (int b = 0; b < inside.length; b++) {
        information[a][b] = curvature.information()[inside[a]][inside[b]];
      }
    }

    double[] move = Cholesky.of(information).solve(score);
    double promised = Vectors.dot(move, score);
    if (!(promised > NOTHING)) {
      return Optional.empty();
    }

    double floor = from.objective() - ROUNDING * (1 + Math.abs(from.objective()));
    for (double length = 1; length > 1e-6; length /= 2) {
      double[] to = from.at().clone();
      for (int k = 0; k < inside.length; k++) {
        int parameter = free[inside[k]];
        double moved = to[parameter] + length * move[k];
        to[parameter] =
            isVariance(parameter)
                ? Math.max(moved, to[parameter] / 10)
                : Math.max(-BOUND, Math.min(BOUND, moved));
      }
      EffectModel next = model.apply(to);
      if (next.objective() >= floor) {
        return Optional.of(next);
      }
    }

    return Optional.empty();
  }

  /** The best variances of the grid at its correlations, but for those far below the best. */
  private List<EffectModel> starts(int[] free) {
    List<double[]> correlations = List.of(new double[4]);
    for (int parameter : free) {
      if (!isVariance(parameter)) {
        correlations = crossed(correlations, parameter, CORRELATIONS, 1);
      }
    }

    List<EffectModel> starts = correlations.stream().map(point -> start(point, free)).toList();
    double highest = starts.stream().mapToDouble(EffectModel::objective).max().orElseThrow();
    return starts.stream().filter(start -> start.objective() >= highest - DEPTH).toList();
  }

  private EffectModel start(double[] correlations, int[] free) {
    List<double[]> points = List.of(correlations);
    for (int parameter : free) {
      if (isVariance(parameter)) {
        points = crossed(points, parameter, PARTS, scale);
      }
    }

    return points.stream()
        .map(model)
        .max(Comparator.comparingDouble(EffectModel::objective))
        .orElseThrow();
  }

  private static List<double[]> crossed(
      List<double[]> points, int parameter, double[] values, double unit) {
    List<double[]> crossed = new ArrayList<>();
    for (double[] point : points) {
      for (double value : values) {
        double[] other = point.clone();
        other[parameter] = value * unit;
        crossed.add(other);
      }
    }

    return crossed;
  }
}
