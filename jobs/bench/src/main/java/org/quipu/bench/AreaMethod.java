package org.quipu.bench;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.quipu.math.SampleQuantiles;
import org.quipu.smallarea.AreaPrediction;
import org.quipu.smallarea.BackTransformation;
import org.quipu.smallarea.Benchmark;
import org.quipu.smallarea.ClusterModel;
import org.quipu.smallarea.ClusterPlace;
import org.quipu.smallarea.DirectEstimate;
import org.quipu.smallarea.Scale;
import org.quipu.smallarea.SmallAreaEstimate;
import org.quipu.smallarea.SmallAreaMethod;
import org.quipu.smallarea.SmallAreaSpec;
import org.quipu.smallarea.SmallAreaStudy;
import org.quipu.smallarea.VarianceSource;

/** The ways of estimating provinces that are compared. */
enum AreaMethod {
  DIRECT("direct"),
  RAW("Fay-Herriot, variances as they are"),
  COUNTRY_DEFF("Fay-Herriot, arcsine, deff 2.86"),
  POOLED_DEFF("Fay-Herriot, arcsine, deff pooled"),
  NESTED("nested Bayes, arcsine, not benchmarked"),
  DEFAULT("nested Bayes, arcsine, benchmarked (default)"),
  CLUSTER("beta-binomial of clusters, nested");

  static final int TOP = 20;
  private static final double COUNTRY = 2.86;
  private static final double NORMAL = 1.96;

  /** Of the methods of which no draws are used. */
  private static final int FEWEST_DRAWS = 100;

  private final String label;

  AreaMethod(String label) {
    this.label = label;
  }

  /**
   * What a method gives of all provinces, as proportions.
   *
   * @param estimate NaN where there is none
   * @param low of the 95 % interval
   * @param high of the 95 % interval
   * @param draws joint ones, one row a draw; none for a method without them
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers by province, not values to be compared
  record Result(double[] estimate, double[] low, double[] high, double[][] draws) {}

  String label() {
    return label;
  }

  /** The results of all methods but {@link #CLUSTER}. */
  static Map<AreaMethod, Result> areaLevel(AreaSample sample, long seed) {
    List<DirectEstimate> direct = sample.direct();
    Map<AreaMethod, Result> results = new EnumMap<>(AreaMethod.class);
    results.put(DIRECT, direct(direct));
    results.put(RAW, reml(sample, Scale.PLAIN, VarianceSource.DIRECT, OptionalDouble.empty()));
    results.put(
        COUNTRY_DEFF, reml(sample, Scale.ARCSINE, VarianceSource.DEFF, OptionalDouble.of(COUNTRY)));
    results.put(
        POOLED_DEFF, reml(sample, Scale.ARCSINE, VarianceSource.DEFF, OptionalDouble.empty()));
    SmallAreaSpec usual = SmallAreaSpec.bayes();
    SmallAreaStudy study =
        SmallAreaStudy.of(
            usual.withDraws(usual.draws(), seed),
            direct,
            sample.areas().covariates(),
            Optional.of(sample.regions()));
    List<SmallAreaEstimate> estimates = study.estimates();
    results.put(NESTED, unbenchmarked(study, drawsBefore(study)));
    results.put(
        DEFAULT,
        new Result(
            estimates.stream().mapToDouble(SmallAreaEstimate::benchmarked).toArray(),
            estimates.stream().mapToDouble(SmallAreaEstimate::low).toArray(),
            estimates.stream().mapToDouble(SmallAreaEstimate::high).toArray(),
            study.draws()));
    return results;
  }

  private static Result reml(
      AreaSample sample, Scale scale, VarianceSource variances, OptionalDouble deff) {
    SmallAreaSpec spec =
        new SmallAreaSpec(
            SmallAreaMethod.REML,
            false,
            scale,
            BackTransformation.NAIVE,
            variances,
            deff,
            Benchmark.NONE,
            Double.NaN,
            TOP,
            FEWEST_DRAWS,
            1,
            Optional.empty(),
            Optional.empty());
    return unbenchmarked(
        SmallAreaStudy.of(spec, sample.direct(), sample.areas().covariates(), Optional.empty()),
        new double[0][]);
  }

  /** The draws before benchmarking, which multiplies those of an area by one number. */
  private static double[][] drawsBefore(SmallAreaStudy study) {
    double[] factors =
        study.estimates().stream()
            .mapToDouble(estimate -> estimate.benchmarked() / estimate.prediction().estimate())
            .toArray();
    double[][] draws = study.draws();
    for (int r = 0; r < draws.length; r++) {
      double[] draw = draws[r];
      draws[r] = IntStream.range(0, draw.length).mapToDouble(i -> draw[i] / factors[i]).toArray();
    }

    return draws;
  }

  private static Result unbenchmarked(SmallAreaStudy study, double[][] draws) {
    List<AreaPrediction> predictions =
        study.estimates().stream().map(SmallAreaEstimate::prediction).toList();
    return new Result(
        predictions.stream().mapToDouble(AreaPrediction::estimate).toArray(),
        predictions.stream().mapToDouble(AreaPrediction::low).toArray(),
        predictions.stream().mapToDouble(AreaPrediction::high).toArray(),
        draws);
  }

  private static Result direct(List<DirectEstimate> areas) {
    return new Result(
        areas.stream().mapToDouble(DirectEstimate::estimate).toArray(),
        areas.stream()
            .mapToDouble(area -> area.estimate() - NORMAL * area.standardError())
            .toArray(),
        areas.stream()
            .mapToDouble(area -> area.estimate() + NORMAL * area.standardError())
            .toArray(),
        new double[0][]);
  }

  /** The result of {@link #CLUSTER}. */
  static Result clusters(AreaLayout layout, AreaSample sample, long seed) {
    double[] shares = layout.urbanShares();
    List<ClusterPlace> places =
        IntStream.range(0, shares.length)
            .mapToObj(
                i ->
                    new ClusterPlace(
                        i,
                        List.of(
                            part(layout, i, true, shares[i]),
                            part(layout, i, false, 1 - shares[i]))))
            .toList();
    double[][] draws =
        ClusterModel.BETA_BINOMIAL
            .fit(sample.counts())
            .draws(places, SmallAreaSpec.bayes().draws(), seed);
    double[] estimate = new double[shares.length];
    double[] low = new double[shares.length];
    double[] high = new double[shares.length];
    for (int i = 0; i < shares.length; i++) {
      int area = i;
      double[] sorted = Arrays.stream(draws).mapToDouble(draw -> draw[area]).sorted().toArray();
      estimate[i] = DoubleStream.of(sorted).average().orElseThrow();
      low[i] = SampleQuantiles.type7(sorted, 0.025);
      high[i] = SampleQuantiles.type7(sorted, 0.975);
    }

    return new Result(estimate, low, high, draws);
  }

  private static ClusterPlace.Part part(AreaLayout layout, int area, boolean urban, double share) {
    return new ClusterPlace.Part(
        share,
        DoubleStream.of(AreaSample.design(layout.provinces().get(area), urban)).boxed().toList());
  }
}
