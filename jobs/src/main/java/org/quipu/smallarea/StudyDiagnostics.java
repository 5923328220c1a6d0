package org.quipu.smallarea;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.quipu.math.SampleQuantiles;
import org.quipu.math.ShapiroWilk;

/** Compares the estimates of a study with its direct estimates, on the scale of its model. */
final class StudyDiagnostics {
  private final AreaData data;
  private final List<SmallAreaEstimate> estimates;
  private final int[] sampled;

  StudyDiagnostics(AreaData data, List<SmallAreaEstimate> estimates) {
    this.data = data;
    this.estimates = estimates;
    this.sampled = data.sampled();
  }

  /** What can be said without the design: all but the counts of clusters and repairs. */
  Map<Diagnostic, Double> checks() {
    Map<Diagnostic, Double> checks = new EnumMap<>(Diagnostic.class);
    checks.put(Diagnostic.AREAS, (double) data.size());
    checks.put(Diagnostic.AREAS_SAMPLED, (double) sampled.length);
    double[] gammas =
        Arrays.stream(sampled).mapToDouble(i -> estimates.get(i).gamma()).sorted().toArray();
    checks.put(Diagnostic.GAMMA_MEDIAN, SampleQuantiles.type7(gammas, 0.5));
    checks.put(
        Diagnostic.AREAS_MOSTLY_MODEL, 100 * mean(i -> estimates.get(i).gamma() < 0.5 ? 1 : 0));
    checks.put(Diagnostic.BIAS_SLOPE, slope());
    double residualMean = mean(this::residual);
    double variance = mean(i -> Math.pow(residual(i) - residualMean, 2));
    checks.put(
        Diagnostic.RESIDUAL_SKEWNESS,
        mean(i -> Math.pow(residual(i) - residualMean, 3)) / Math.pow(variance, 1.5));
    checks.put(
        Diagnostic.RESIDUAL_KURTOSIS,
        mean(i -> Math.pow(residual(i) - residualMean, 4)) / (variance * variance));
    ShapiroWilk.of(Arrays.stream(sampled).mapToDouble(this::residual).toArray())
        .ifPresent(test -> checks.put(Diagnostic.RESIDUAL_NORMALITY_P, test.pValue()));
    AreaRank.addChecks(checks, ranksOfTheLastTime());
    return checks;
  }

  private List<AreaRank> ranksOfTheLastTime() {
    Integer last =
        estimates.stream()
            .map(area -> area.direct().time())
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return estimates.stream()
        .filter(area -> Objects.equals(area.direct().time(), last))
        .map(SmallAreaEstimate::rank)
        .toList();
  }

  private double mean(IntToDoubleFunction of) {
    return IntStream.of(sampled).mapToDouble(of).average().orElse(Double.NaN);
  }

  private double predicted(int area) {
    return estimates.get(area).prediction().scaled();
  }

  private double residual(int area) {
    return estimates.get(area).residual();
  }

  private double slope() {
    double x = mean(this::predicted);
    double y = mean(i -> data.direct()[i]);
    return mean(i -> (predicted(i) - x) * (data.direct()[i] - y))
        / mean(i -> Math.pow(predicted(i) - x, 2));
  }
}
