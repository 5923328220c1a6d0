package org.quipu.smallarea;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Estimates of all areas from their direct estimates and what is known of each. */
public final class SmallAreaStudy implements AreaStudy {
  private final SmallAreaSpec spec;
  private final List<DirectEstimate> areas;
  private final AreaCovariates covariates;
  private final Optional<Groups> groups;
  private final Optional<ClusterSample> sample;
  private final SamplingVariances variances;
  private final AreaData data;
  private final AreaPredictor predictor;
  private final List<SmallAreaEstimate> estimates;
  private final double[][] draws;

  private SmallAreaStudy(
      SmallAreaSpec spec,
      List<DirectEstimate> areas,
      AreaCovariates covariates,
      Optional<Groups> groups,
      Optional<SpatialWeights> neighbours,
      Optional<ClusterSample> sample) {
    this.spec = spec;
    this.areas = List.copyOf(areas);
    this.covariates = covariates;
    this.groups = groups;
    this.sample = sample;
    this.variances = SamplingVariances.of(areas, spec.scale(), spec.variances(), spec.deff());
    this.data =
        new AreaData(
            areas.stream().map(DirectEstimate::area).toList(),
            variances.direct(),
            variances.variances(),
            covariates.terms(),
            covariates.design());
    this.predictor = predictor(neighbours);
    List<AreaPrediction> predictions =
        IntStream.range(0, areas.size()).mapToObj(predictor::prediction).toList();
    double[] benchmarked = benchmarked(predictions);
    this.draws = predictor.draws(spec.draws(), spec.seed());
    for (double[] draw : draws) {
      for (int i = 0; i < draw.length; i++) {
        draw[i] = moved(predictions.get(i), benchmarked[i]).applyAsDouble(draw[i]);
      }
    }
    this.estimates = estimates(predictions, benchmarked);
  }

  /**
   * Estimates areas.
   *
   * @param areas m direct estimates, of areas without sample too
   * @param covariates of the same areas, in the same order
   * @param groups of the same areas; empty where nothing is benchmarked
   * @throws IllegalArgumentException if the model cannot be fitted to these areas
   */
  public static SmallAreaStudy of(
      SmallAreaSpec spec,
      List<DirectEstimate> areas,
      AreaCovariates covariates,
      Optional<Groups> groups) {
    return of(spec, areas, covariates, groups, Optional.empty(), Optional.empty());
  }

  /**
   * The same with more that is known of the areas.
   *
   * @param neighbours of all areas; of use to {@link SmallAreaMethod#SPATIAL} alone
   * @param sample the counts that the direct estimates come from; of use to the diagnostics alone
   */
  public static SmallAreaStudy of(
      SmallAreaSpec spec,
      List<DirectEstimate> areas,
      AreaCovariates covariates,
      Optional<Groups> groups,
      Optional<SpatialWeights> neighbours,
      Optional<ClusterSample> sample) {
    return new SmallAreaStudy(spec, areas, covariates, groups, neighbours, sample);
  }

  private AreaPredictor predictor(Optional<SpatialWeights> neighbours) {
    Optional<VarianceEstimator> estimator = spec.method().estimator();
    if (estimator.isPresent()) {
      Function<AreaData, AreaModelFit> model = model(estimator.get(), neighbours);
      return new EblupPredictor(model, model.apply(data), data.size(), spec.scale(), spec.back());
    }

    HierarchicalBayes bayes = HierarchicalBayes.withDefaults();
    return new PosteriorPredictor(
        spec.nested()
            ? bayes.fit(data, areas.stream().map(DirectEstimate::group).toList())
            : bayes.fit(data),
        spec.scale());
  }

  private Function<AreaData, AreaModelFit> model(
      VarianceEstimator estimator, Optional<SpatialWeights> neighbours) {
    if (spec.method() != SmallAreaMethod.SPATIAL) {
      return any -> FayHerriot.fit(any, estimator);
    }

    SpatialWeights weights =
        neighbours.orElseThrow(
            () -> new IllegalArgumentException("the method spatial needs neighbours"));
    return any -> SpatialFayHerriot.fit(any, weights, estimator);
  }

  private double[] benchmarked(List<AreaPrediction> predictions) {
    double[] values = predictions.stream().mapToDouble(AreaPrediction::estimate).toArray();
    if (groups.isEmpty() || spec.benchmark() == Benchmark.NONE) {
      return values;
    }

    groups
        .get()
        .targets()
        .forEach(
            (group, target) -> {
              int[] members =
                  IntStream.range(0, values.length)
                      .filter(i -> areas.get(i).group().equals(group))
                      .toArray();
              double size = Arrays.stream(members).mapToDouble(i -> groups.get().sizes()[i]).sum();
              double[] result =
                  spec.benchmark()
                      .apply(
                          Arrays.stream(members).mapToDouble(i -> values[i]).toArray(),
                          Arrays.stream(members)
                              .mapToDouble(i -> predictions.get(i).mse())
                              .toArray(),
                          Arrays.stream(members)
                              .mapToDouble(i -> groups.get().sizes()[i] / size)
                              .toArray(),
                          target);
              for (int k = 0; k < members.length; k++) {
                values[members[k]] = result[k];
              }
            });
    return values;
  }

  /** What benchmarking does to any value of an area. */
  private DoubleUnaryOperator moved(AreaPrediction prediction, double benchmarked) {
    double factor = benchmarked / prediction.estimate();
    double step = benchmarked - prediction.estimate();
    DoubleUnaryOperator move =
        spec.benchmark() == Benchmark.RATIO ? value -> value * factor : value -> value + step;
    return spec.scale().isOfProportions()
        ? value -> Math.min(Math.max(move.applyAsDouble(value), 0), 1)
        : move;
  }

  private List<SmallAreaEstimate> estimates(
      List<AreaPrediction> predictions, double[] benchmarked) {
    Ranks ranks = Ranks.of(draws);
    List<AreaRank> places = AreaRank.of(benchmarked, draws, ranks, spec.top());
    List<SmallAreaEstimate> all = new ArrayList<>();
    for (int i = 0; i < benchmarked.length; i++) {
      AreaPrediction prediction = predictions.get(i);
      DoubleUnaryOperator move = moved(prediction, benchmarked[i]);
      all.add(
          new SmallAreaEstimate(
              areas.get(i),
              prediction,
              benchmarked[i],
              move.applyAsDouble(prediction.low()),
              move.applyAsDouble(prediction.high()),
              predictor.gamma(i),
              places.get(i),
              Double.isNaN(spec.threshold()) ? Double.NaN : ranks.exceedance(i, spec.threshold()),
              variances.isRepaired(i)));
    }

    return all;
  }

  /** In the order of the direct estimates. */
  @Override
  public List<SmallAreaEstimate> estimates() {
    return estimates;
  }

  @Override
  public double[][] draws() {
    return draws.clone();
  }

  @Override
  public List<ModelTerm> terms() {
    List<ModelTerm> terms = new ArrayList<>(predictor.terms(covariates));
    if (spec.scale() == Scale.ARCSINE || spec.variances() == VarianceSource.DEFF) {
      terms.add(ModelTerm.of("deff", variances.deff()));
    }
    terms.add(
        ModelTerm.of("areas", (double) areas.stream().filter(DirectEstimate::isSampled).count()));
    return terms;
  }

  @Override
  public Map<Diagnostic, Double> diagnostics() {
    Map<Diagnostic, Double> checks = new StudyDiagnostics(data, predictor, estimates).checks();
    checks.put(
        Diagnostic.AREAS_ONE_CLUSTER,
        (double) areas.stream().filter(area -> area.isSampled() && area.psus() == 1).count());
    checks.put(Diagnostic.AREAS_REPAIRED, (double) variances.repaired());
    groups.flatMap(this::agreement).ifPresent(agreement -> agreement.put(checks));
    CrossValidation validation =
        new CrossValidation(spec, areas, covariates, variances.deff(), predictor);
    validation.leaveGroupsOut(data, checks);
    sample.ifPresent(counts -> validation.leaveClustersOut(counts, checks));
    return checks;
  }

  private Optional<GroupAgreement> agreement(Groups all) {
    Map<String, Double> errors = new HashMap<>();
    sample.ifPresent(
        counts ->
            counts.ofGroups().forEach(group -> errors.put(group.area(), group.standardError())));
    return GroupAgreement.of(
        areas.stream().map(DirectEstimate::group).toList(),
        estimates.stream().mapToDouble(area -> area.prediction().estimate()).toArray(),
        all,
        errors);
  }
}
