package org.quipu.smallarea;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Estimates of all areas from their direct estimates and what is known of each. */
public final class SmallAreaStudy implements AreaStudy {
  private final SmallAreaSpec spec;
  private final List<DirectEstimate> areas;
  private final AreaCovariates covariates;
  private final Optional<Groups> groups;
  private final Optional<ClusterSample> sample;
  private final Optional<CovariateSelection> selection;
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
    this.groups = groups;
    this.sample = sample;
    this.variances = SamplingVariances.of(areas, spec.scale(), spec.variances(), spec.deff());
    this.selection =
        spec.select().map(by -> new CovariateSelection(by, covariates, this::dataWith));
    this.covariates = selection.map(CovariateSelection::covariates).orElse(covariates);
    this.data = dataWith(this.covariates);
    ColumnScale.requireIndependent(
        data.terms(),
        IntStream.of(data.sampled()).mapToObj(i -> data.design()[i]).toList(),
        "areas with interviews");
    this.predictor = AreaPredictors.of(spec, data, this.areas, neighbours);
    List<AreaPrediction> predictions =
        IntStream.range(0, areas.size()).parallel().mapToObj(predictor::prediction).toList();
    Benchmarking benchmarking =
        new Benchmarking(
            spec,
            areas.stream().map(DirectEstimate::group).toList(),
            groups,
            predictions,
            predictor.draws(spec.draws(), spec.seed()));
    this.draws = benchmarking.draws();
    this.estimates = estimates(benchmarking);
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
   * @param neighbours of all areas; of use to {@link SmallAreaMethod#needsNeighbours} alone
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

  private AreaData dataWith(AreaCovariates some) {
    return new AreaData(
        areas.stream().map(DirectEstimate::area).toList(),
        variances.direct(),
        variances.variances(),
        some.terms(),
        some.design());
  }

  private List<SmallAreaEstimate> estimates(Benchmarking benchmarking) {
    List<AreaRank> ranks = ranks(benchmarking.estimates());
    return IntStream.range(0, areas.size())
        .mapToObj(
            i ->
                benchmarking.estimate(
                    i,
                    areas.get(i),
                    predictor.gamma(i),
                    ranks.get(i),
                    variances.isRepaired(i),
                    Double.NaN,
                    residual(i)))
        .toList();
  }

  private double residual(int area) {
    return areas.get(area).isSampled()
        ? (data.direct()[area] - predictor.synthetic(area))
            / Math.sqrt(predictor.variance(area) + data.variances()[area])
        : Double.NaN;
  }

  /** Ranks among the areas of the same time. */
  private List<AreaRank> ranks(double[] benchmarked) {
    AreaRank[] all = new AreaRank[benchmarked.length];
    for (Integer time : areas.stream().map(DirectEstimate::time).distinct().toList()) {
      int[] rows =
          IntStream.range(0, all.length)
              .filter(i -> Objects.equals(areas.get(i).time(), time))
              .toArray();
      List<AreaRank> some =
          AreaRank.of(
              chosen(benchmarked, rows),
              Arrays.stream(draws).map(draw -> chosen(draw, rows)).toArray(double[][]::new),
              spec.top());
      for (int k = 0; k < rows.length; k++) {
        all[rows[k]] = some.get(k);
      }
    }

    return List.of(all);
  }

  private static double[] chosen(double[] values, int[] rows) {
    return IntStream.of(rows).mapToDouble(i -> values[i]).toArray();
  }

  @Override
  public SmallAreaSpec spec() {
    return spec;
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
    List<ModelTerm> fitted = predictor.terms(covariates);
    List<ModelTerm> terms =
        new ArrayList<>(selection.map(choice -> choice.marked(fitted)).orElse(fitted));
    if (spec.scale() == Scale.ARCSINE || spec.variances() == VarianceSource.DEFF) {
      terms.add(ModelTerm.of("deff", variances.deff()));
    }
    terms.add(
        ModelTerm.of("areas", (double) areas.stream().filter(DirectEstimate::isSampled).count()));
    return terms;
  }

  @Override
  public Map<Diagnostic, Double> diagnostics() {
    Map<Diagnostic, Double> checks = new StudyDiagnostics(data, estimates).checks();
    checks.put(
        Diagnostic.AREAS_ONE_CLUSTER,
        (double) areas.stream().filter(area -> area.isSampled() && area.psus() == 1).count());
    checks.put(Diagnostic.AREAS_REPAIRED, (double) variances.repaired());
    groups.flatMap(this::agreement).ifPresent(agreement -> agreement.put(checks));
    if (isOfOneTime()) {
      CrossValidation validation =
          new CrossValidation(spec, areas, covariates, variances.deff(), predictor);
      validation.leaveGroupsOut(data, checks);
      sample.ifPresent(counts -> validation.leaveClustersOut(counts, checks));
    }
    return checks;
  }

  private boolean isOfOneTime() {
    return spec.method().timeEffects().isEmpty();
  }

  /** Where the counts are not known, as if the women of a cluster all answered alike. */
  @Override
  public List<SampleOutlook> outlooks(int years) {
    if (!isOfOneTime()) {
      return List.of();
    }

    double correlation = sample.map(ClusterSample::intraclassCorrelation).orElse(1.0);
    return new SamplePlanning(areas, data, predictor, spec).outlooks(years, correlation);
  }

  private Optional<GroupAgreement> agreement(Groups all) {
    return GroupAgreement.of(
        areas.stream().map(DirectEstimate::group).toList(),
        estimates.stream().mapToDouble(area -> area.prediction().estimate()).toArray(),
        all);
  }
}
