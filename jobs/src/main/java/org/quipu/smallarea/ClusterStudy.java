package org.quipu.smallarea;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.quipu.math.SampleQuantiles;
import org.quipu.smallarea.ClusterPlace.Part;

/**
 * Estimates of all districts from the counts of clusters: cases among the women of a cluster are
 * beta-binomial, with effects of districts, of the larger areas in which they lie and of the groups
 * of these ({@link ClusterModel#BETA_BINOMIAL}). An area's prevalence is that of its urban and its
 * rural women by their shares. All that is said of an area comes from joint draws, which are
 * benchmarked to the direct estimates of the groups.
 */
public final class ClusterStudy implements AreaStudy {
  private static final double PERCENT = 100;

  private final SmallAreaSpec spec;
  private final List<ClusterCount> counts;
  private final ClusterAreas areas;
  private final Map<String, Integer> positions = new HashMap<>();
  private final ClusterFit fit;
  private final double[][] draws;
  private final List<SmallAreaEstimate> estimates;

  private ClusterStudy(SmallAreaSpec spec, List<ClusterCount> counts, ClusterAreas areas) {
    this.spec = spec;
    this.areas = areas;
    for (ClusterAreas.Area area : areas.areas()) {
      positions.put(area.key(), positions.size());
    }
    this.counts =
        counts.stream()
            .filter(count -> count.women() > 0 && positions.containsKey(count.district()))
            .toList();
    this.fit = fit();
    double[][] ofModel = fit.draws(places(), spec.draws(), spec.seed());
    List<AreaPrediction> predictions = predictions(ofModel);
    double[] errors = largerErrors(predictions);
    Benchmarking benchmarking =
        new Benchmarking(
            spec,
            areas.areas().stream().map(ClusterAreas.Area::group).toList(),
            Optional.of(groups(counts)),
            predictions,
            ofModel);
    this.draws = benchmarking.draws();
    this.estimates = estimates(direct(counts), benchmarking, errors);
  }

  /**
   * Estimates districts.
   *
   * @param counts of one indicator, of all clusters that were drawn; those in districts that are
   *     not among the areas count in the direct estimates of their region alone
   * @throws IllegalArgumentException if the model cannot be fitted to these counts
   */
  public static ClusterStudy of(SmallAreaSpec spec, List<ClusterCount> counts, ClusterAreas areas) {
    return new ClusterStudy(spec, counts, areas);
  }

  private ClusterFit fit() {
    if (spec.method() != SmallAreaMethod.BETA_BINOMIAL) {
      throw new IllegalArgumentException(
          "the method %s is of direct estimates; the counts of clusters need beta_binomial"
              .formatted(spec.method().code()));
    }
    if (counts.isEmpty()) {
      throw new IllegalArgumentException("no woman of these areas was asked");
    }

    List<String> terms = new ArrayList<>(List.of(AreaCovariates.INTERCEPT));
    terms.addAll(areas.terms());
    List<List<String>> groups =
        spec.nested()
            ? List.of(
                areas.areas().stream().map(ClusterAreas.Area::larger).toList(),
                areas.areas().stream().map(ClusterAreas.Area::group).toList())
            : List.of();
    try {
      return ClusterModel.BETA_BINOMIAL.fit(
          new ClusterData(
              counts.stream().mapToInt(ClusterCount::cases).toArray(),
              counts.stream().mapToInt(ClusterCount::women).toArray(),
              terms,
              counts.stream()
                  .map(count -> areas.row(position(count), count.urban() ? 1 : 0))
                  .toArray(double[][]::new),
              counts.stream().mapToInt(this::position).toArray(),
              areas.areas().stream().map(ClusterAreas.Area::key).toList(),
              groups));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "the counts of %d clusters do not determine the model (%s)"
              .formatted(counts.size(), e.getMessage()),
          e);
    }
  }

  private int position(ClusterCount count) {
    return positions.get(count.district());
  }

  private List<ClusterPlace> places() {
    boolean parts = areas.terms().contains(ClusterAreas.URBAN);
    return IntStream.range(0, areas.areas().size())
        .mapToObj(
            i -> {
              double urban = areas.areas().get(i).urbanShare();
              return new ClusterPlace(
                  i,
                  parts
                      ? List.of(part(i, urban, 1), part(i, 1 - urban, 0))
                      : List.of(part(i, 1, 0)));
            })
        .toList();
  }

  private Part part(int area, double share, double urban) {
    return new Part(share, Arrays.stream(areas.row(area, urban)).boxed().toList());
  }

  private List<AreaPrediction> predictions(double[][] ofModel) {
    return IntStream.range(0, areas.areas().size())
        .mapToObj(
            i -> {
              double[] values = Arrays.stream(ofModel).mapToDouble(draw -> draw[i]).toArray();
              double[] logits = Arrays.stream(values).map(Scale.LOGIT::of).toArray();
              double mean = mean(values);
              double logit = mean(logits);
              double mse = meanSquare(values, mean);
              double scaledMse = meanSquare(logits, logit);
              Arrays.sort(values);
              return new AreaPrediction(
                  mean,
                  mse,
                  SampleQuantiles.type7(values, 0.025),
                  SampleQuantiles.type7(values, 0.975),
                  logit,
                  scaledMse);
            })
        .toList();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double meanSquare(double[] values, double around) {
    return Arrays.stream(values).map(v -> (v - around) * (v - around)).average().orElseThrow();
  }

  /** By area: the root mean squared error of the estimate of the larger area in which it lies. */
  private double[] largerErrors(List<AreaPrediction> predictions) {
    Map<String, double[]> sums = new HashMap<>();
    for (int i = 0; i < predictions.size(); i++) {
      ClusterAreas.Area area = areas.areas().get(i);
      double[] sum = sums.computeIfAbsent(area.larger(), key -> new double[2]);
      sum[0] += area.size() * predictions.get(i).estimate();
      sum[1] += area.size();
    }

    return IntStream.range(0, predictions.size())
        .mapToDouble(
            i -> {
              double[] sum = sums.get(areas.areas().get(i).larger());
              double away = predictions.get(i).estimate() - sum[0] / sum[1];
              return Math.sqrt(predictions.get(i).mse() + away * away);
            })
        .toArray();
  }

  private Groups groups(List<ClusterCount> all) {
    Map<String, Double> targets = new HashMap<>();
    Map<String, Double> standardErrors = new HashMap<>();
    DirectEstimates.of(all, ClusterCount::region, ClusterCount::region)
        .forEach(
            estimate -> {
              targets.put(estimate.area(), estimate.estimate());
              standardErrors.put(estimate.area(), estimate.standardError());
            });
    return new Groups(
        areas.areas().stream().mapToDouble(ClusterAreas.Area::size).toArray(),
        targets,
        standardErrors);
  }

  private List<DirectEstimate> direct(List<ClusterCount> all) {
    Map<String, DirectEstimate> byArea = new HashMap<>();
    DirectEstimates.of(all, ClusterCount::district, ClusterCount::region)
        .forEach(estimate -> byArea.put(estimate.area(), estimate));
    return areas.areas().stream()
        .map(area -> byArea.getOrDefault(area.key(), DirectEstimate.none(area.key(), area.group())))
        .toList();
  }

  private List<SmallAreaEstimate> estimates(
      List<DirectEstimate> direct, Benchmarking benchmarking, double[] errors) {
    List<Double> weights = fit.weights();
    List<AreaRank> ranks = AreaRank.of(benchmarking.estimates(), draws, spec.top());
    return IntStream.range(0, direct.size())
        .mapToObj(
            i ->
                benchmarking.estimate(
                    i, direct.get(i), weights.get(i), ranks.get(i), false, errors[i], Double.NaN))
        .toList();
  }

  @Override
  public SmallAreaSpec spec() {
    return spec;
  }

  /** In the order of the areas. */
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
    List<ModelTerm> terms = new ArrayList<>();
    double[] coefficients = fit.coefficients();
    double[] errors = fit.standardErrors();
    for (int t = 0; t < coefficients.length; t++) {
      terms.add(new ModelTerm(fit.terms().get(t), coefficients[t], errors[t]));
    }
    List<String> levels = List.of("sigma2u", "sigma2v", "sigma2w");
    for (int level = 0; level < fit.deviations().size(); level++) {
      terms.add(ModelTerm.of(levels.get(level), Math.pow(fit.deviations().get(level), 2)));
    }
    terms.add(ModelTerm.of("phi", fit.precision()));
    terms.add(ModelTerm.of("log_likelihood", fit.logLikelihood()));
    terms.add(ModelTerm.of("aic", fit.aic()));
    terms.add(ModelTerm.of("bic", fit.bic()));
    terms.add(ModelTerm.of("areas", (double) sampled()));
    return terms;
  }

  private long sampled() {
    return estimates.stream().filter(estimate -> estimate.direct().isSampled()).count();
  }

  @Override
  public Map<Diagnostic, Double> diagnostics() {
    Map<Diagnostic, Double> checks = new EnumMap<>(Diagnostic.class);
    double all = estimates.size();
    checks.put(Diagnostic.AREAS, all);
    checks.put(Diagnostic.AREAS_SAMPLED, (double) sampled());
    checks.put(Diagnostic.AREAS_WITHOUT_SAMPLE_PERCENT, PERCENT * (1 - sampled() / all));
    checks.put(
        Diagnostic.AREAS_ONE_CLUSTER,
        (double) estimates.stream().filter(estimate -> estimate.direct().psus() == 1).count());
    checks.put(
        Diagnostic.AREAS_IMPUTED,
        (double) areas.areas().stream().filter(ClusterAreas.Area::imputed).count());
    checks.put(
        Diagnostic.AREAS_NO_BETTER_THAN_LARGER,
        (double) estimates.stream().filter(SmallAreaEstimate::noBetterThanLarger).count());
    if (areas.terms().contains(ClusterAreas.URBAN)) {
      UrbanShareErrors urban = UrbanShareErrors.of(counts, areas);
      checks.put(Diagnostic.URBAN_SHARE_ERROR, urban.own());
      checks.put(Diagnostic.URBAN_SHARE_ERROR_OF_LARGER, urban.larger());
    }
    checks.put(
        Diagnostic.GAMMA_MEDIAN,
        SampleQuantiles.type7(
            estimates.stream()
                .filter(estimate -> estimate.direct().isSampled())
                .mapToDouble(SmallAreaEstimate::gamma)
                .sorted()
                .toArray(),
            0.5));
    AreaRank.addChecks(checks, estimates.stream().map(SmallAreaEstimate::rank).toList());
    return checks;
  }
}
