package org.quipu.smallarea;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Direct estimates and their sampling variances on the scale of a model.
 *
 * <p>On {@link Scale#ARCSINE} the variance of every area is deff / 4n. On the other scales a
 * variance that an area's own sample cannot give (one cluster, or no variation as at 0 % and 100 %)
 * is repaired by one rule: the n-weighted mean of n·variance over the areas that have one, divided
 * by the area's own n. A proportion of 0 or 1, which has no logit, is moved inside by half an
 * effective interview.
 */
public final class SamplingVariances {
  /** The sampling variance of an area's estimate; NaN where there is none. */
  @FunctionalInterface
  private interface Smoothing {
    double variance(DirectEstimate area);
  }

  private final double deff;
  private final double[] direct;
  private final double[] variances;
  private final boolean[] repaired;

  private SamplingVariances(int areas, double deff) {
    this.deff = deff;
    this.direct = new double[areas];
    this.variances = new double[areas];
    this.repaired = new boolean[areas];
  }

  /**
   * Variances of areas.
   *
   * @param source of no effect on {@link Scale#ARCSINE}
   * @param fixed the design effect; empty for {@link #pooledDeff}
   * @throws IllegalArgumentException if the scale does not include an estimate, or an area lacks
   *     what its variance is made from
   */
  public static SamplingVariances of(
      List<DirectEstimate> areas, Scale scale, VarianceSource source, OptionalDouble fixed) {
    double deff = fixed.orElseGet(() -> pooledDeff(areas));
    double unitVariance =
        weightedMean(areas, area -> area.n() * area.standardError() * area.standardError());
    Smoothing smoothing =
        scale == Scale.ARCSINE
            ? DirectEstimate::variance
            : switch (source) {
              case DIRECT -> DirectEstimate::variance;
              case DEFF -> area -> ofDeff(area, deff);
              case GVF -> ofFunction(areas);
            };
    SamplingVariances result = new SamplingVariances(areas.size(), deff);
    for (int i = 0; i < areas.size(); i++) {
      result.add(i, areas.get(i), scale, smoothing, unitVariance);
    }

    return result;
  }

  /** Whether enough areas have a standard error for variances to be made from this source. */
  static boolean areKnown(List<DirectEstimate> areas, Scale scale, VarianceSource source) {
    if (scale == Scale.ARCSINE || source == VarianceSource.DEFF) {
      return true;
    }

    return source == VarianceSource.GVF
        ? VarianceFunction.isKnown(points(areas))
        : areas.stream().anyMatch(DirectEstimate::hasVariance);
  }

  /**
   * The n-weighted mean design effect of the areas with at least two clusters and some variation; 1
   * where no area's is known. The design effect of the country, which comes from unequal weights
   * between regions, is too large for areas.
   */
  public static double pooledDeff(List<DirectEstimate> areas) {
    double pooled = weightedMean(areas, DirectEstimate::deff);
    return Double.isNaN(pooled) ? 1 : pooled;
  }

  private static double weightedMean(
      List<DirectEstimate> areas, ToDoubleFunction<DirectEstimate> of) {
    double sum = 0;
    double weights = 0;
    for (DirectEstimate area : areas) {
      double value = of.applyAsDouble(area);
      if (area.hasVariance() && !Double.isNaN(value)) {
        sum += area.n() * value;
        weights += area.n();
      }
    }

    return sum / weights;
  }

  private static double ofDeff(DirectEstimate area, double deff) {
    double effective = interviews(area) / deff;
    double inside = (effective * area.estimate() + 0.5) / (effective + 1);
    return inside * (1 - inside) / effective;
  }

  private static Smoothing ofFunction(List<DirectEstimate> areas) {
    VarianceFunction function = VarianceFunction.fit(points(areas));
    return area -> function.variance(area.estimate(), interviews(area));
  }

  private static List<VarianceFunction.Point> points(List<DirectEstimate> areas) {
    return areas.stream()
        .filter(DirectEstimate::isSampled)
        .map(
            area ->
                new VarianceFunction.Point(
                    area.estimate(),
                    interviews(area),
                    area.standardError() * area.standardError(),
                    area.deff(),
                    area.df()))
        .toList();
  }

  private void add(
      int i, DirectEstimate area, Scale scale, Smoothing smoothing, double unitVariance) {
    if (!area.isSampled()) {
      direct[i] = Double.NaN;
      variances[i] = Double.NaN;
      return;
    }

    double estimate = area.estimate();
    if (scale.isOfProportions() && !(estimate >= 0 && estimate <= 1)) {
      throw new IllegalArgumentException(
          "area %s: the scale %s is for proportions from 0 to 1"
              .formatted(area.area(), scale.code()));
    }
    if (scale == Scale.ARCSINE) {
      direct[i] = scale.of(estimate);
      variances[i] = deff / (4 * interviews(area));
      return;
    }

    if (scale == Scale.LOGIT && !scale.includes(estimate)) {
      double effective = interviews(area) / deff;
      estimate = (effective * estimate + 0.5) / (effective + 1);
      repaired[i] = true;
    }
    if (!scale.includes(estimate)) {
      throw new IllegalArgumentException(
          "area %s: the scale %s is for positive numbers".formatted(area.area(), scale.code()));
    }

    double variance = smoothing.variance(area);
    if (Double.isNaN(variance)) {
      repaired[i] = true;
      variance = unitVariance / interviews(area);
    }
    if (!(variance > 0)) {
      throw new IllegalArgumentException(
          "area %s has no sampling variance, and no other area one that it could take"
              .formatted(area.area()));
    }

    direct[i] = scale.of(estimate);
    variances[i] = scale.variance(estimate, variance);
  }

  private static double interviews(DirectEstimate area) {
    if (!(area.n() > 0)) {
      throw new IllegalArgumentException(
          "area %s: its sampling variance needs n, the number of interviews"
              .formatted(area.area()));
    }

    return area.n();
  }

  /** The design effect that was used where one was needed. */
  public double deff() {
    return deff;
  }

  /** Whether an area's variance, or its estimate on the logit scale, is not its own sample's. */
  public boolean isRepaired(int area) {
    return repaired[area];
  }

  /** How many are. */
  public int repaired() {
    return (int) IntStream.range(0, repaired.length).filter(i -> repaired[i]).count();
  }

  /** Direct estimates on the model's scale; NaN without sample. */
  double[] direct() {
    return direct.clone();
  }

  /** Their sampling variances on the model's scale; NaN without sample. */
  double[] variances() {
    return variances.clone();
  }
}
