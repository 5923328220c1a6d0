package org.quipu.smallarea;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Fits the model that a {@link SmallAreaSpec} asks for. */
final class AreaPredictors {
  private AreaPredictors() {}

  /**
   * Predictions of areas.
   *
   * @param data of the areas on the scale of the model
   * @param areas the same areas, for their groups and times
   * @param neighbours of all areas, for the methods that need them
   */
  static AreaPredictor of(
      SmallAreaSpec spec,
      AreaData data,
      List<DirectEstimate> areas,
      Optional<SpatialWeights> neighbours) {
    Optional<VarianceEstimator> estimator = spec.method().estimator();
    if (estimator.isPresent()) {
      Function<AreaData, AreaModelFit> model =
          spec.method().needsNeighbours()
              ? amongNeighbours(spec.method(), areas, neighbours, estimator.get())
              : any ->
                  FayHerriot.fit(any, estimator.get())
                      .with(spec.mse().orElse(MseFormula.DATTA_LAHIRI));
      return new EblupPredictor(model, model.apply(data), data.size(), spec.scale(), spec.back());
    }

    if (spec.method() != SmallAreaMethod.BAYES) {
      throw new IllegalArgumentException(
          "the method %s needs the counts of clusters".formatted(spec.method().code()));
    }

    HierarchicalBayes bayes = HierarchicalBayes.withDefaults();
    return new PosteriorPredictor(
        spec.nested()
            ? bayes.fit(data, areas.stream().map(DirectEstimate::group).toList())
            : bayes.fit(data),
        spec.scale());
  }

  private static Function<AreaData, AreaModelFit> amongNeighbours(
      SmallAreaMethod method,
      List<DirectEstimate> areas,
      Optional<SpatialWeights> neighbours,
      VarianceEstimator estimator) {
    SpatialWeights weights =
        neighbours.orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the method %s needs neighbours".formatted(method.code())));
    if (method.timeEffects().isEmpty()) {
      return data -> SpatialFayHerriot.fit(data, weights, estimator);
    }

    List<AreaTime> rows = areas.stream().map(area -> row(area, method)).toList();
    TimeEffects effects = method.timeEffects().get();
    return data -> SpatioTemporalFayHerriot.fit(data, rows, weights, effects, estimator);
  }

  private static AreaTime row(DirectEstimate area, SmallAreaMethod method) {
    if (area.time() == null) {
      throw new IllegalArgumentException(
          "area %s has no time, which the method %s needs".formatted(area.area(), method.code()));
    }

    return new AreaTime(area.area(), area.time());
  }
}
