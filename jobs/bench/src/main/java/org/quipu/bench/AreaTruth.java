package org.quipu.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.quipu.store.ProvinceRow;

/**
 * True prevalences of provinces: what four covariates explain, a deviation of the region and one of
 * the province, of which towns have somewhat more than the countryside. The sizes are those of
 * physical violence in ENDES 2020.
 *
 * @param prevalence by province
 * @param urban by province: in its towns
 * @param rural by province: outside them
 */
@SuppressWarnings("ArrayRecordComponent") // numbers by province, not values to be compared
record AreaTruth(double[] prevalence, double[] urban, double[] rural) {
  private static final double MEAN = 0.27;

  /** Standard deviations in points: between provinces, and what four covariates leave of it. */
  private static final double BETWEEN = 6.6;

  private static final double UNEXPLAINED = 3.0;

  /** Of what is left: between regions, and between the provinces of a region. */
  private static final double REGIONS = 2.0;

  private static final double PROVINCES = Math.sqrt(UNEXPLAINED * UNEXPLAINED - REGIONS * REGIONS);

  /** How much more the towns have, in logits. */
  private static final double URBAN = 0.12;

  /** Of the standardized covariates, in their order, relative to one another. */
  private static final double[] SLOPES = {0, 1, -1, -0.25};

  private static final double LOGITS_A_POINT = 0.01 / (MEAN * (1 - MEAN));

  /** Draws truths for a layout. */
  static AreaTruth draw(AreaLayout layout, SplittableRandom random) {
    List<ProvinceRow> provinces = layout.provinces();
    double[] explained = explained(provinces);
    double[] shares = layout.urbanShares();
    Map<String, Double> regions = new HashMap<>();
    double[] prevalence = new double[explained.length];
    double[] urban = new double[explained.length];
    double[] rural = new double[explained.length];
    for (int i = 0; i < prevalence.length; i++) {
      double region =
          regions.computeIfAbsent(
              provinces.get(i).region(), any -> REGIONS * random.nextGaussian());
      double logit =
          Math.log(MEAN / (1 - MEAN))
              + LOGITS_A_POINT * (explained[i] + region + PROVINCES * random.nextGaussian());
      urban[i] = 1 / (1 + Math.exp(-logit - URBAN * (1 - shares[i])));
      rural[i] = 1 / (1 + Math.exp(-logit + URBAN * shares[i]));
      prevalence[i] = shares[i] * urban[i] + (1 - shares[i]) * rural[i];
    }

    return new AreaTruth(prevalence, urban, rural);
  }

  private static double[] explained(List<ProvinceRow> provinces) {
    double[] sum = new double[provinces.size()];
    for (int j = 0; j < SLOPES.length; j++) {
      int column = j;
      double[] xs =
          standardized(provinces.stream().mapToDouble(row -> covariates(row)[column]).toArray());
      for (int i = 0; i < sum.length; i++) {
        sum[i] += SLOPES[j] * xs[i];
      }
    }

    double[] result = standardized(sum);
    double deviation = Math.sqrt(BETWEEN * BETWEEN - UNEXPLAINED * UNEXPLAINED);
    return IntStream.range(0, sum.length).mapToDouble(i -> deviation * result[i]).toArray();
  }

  /** The four covariates of a province. */
  static double[] covariates(ProvinceRow row) {
    return new double[] {
      row.pctUrban(), row.pctIndigenous(), row.pctPrimaryOrLess(), row.pctAge1529()
    };
  }

  private static double[] standardized(double[] xs) {
    double mean = IntStream.range(0, xs.length).mapToDouble(i -> xs[i]).average().orElseThrow();
    double variance =
        IntStream.range(0, xs.length)
            .mapToDouble(i -> (xs[i] - mean) * (xs[i] - mean))
            .average()
            .orElseThrow();
    return IntStream.range(0, xs.length)
        .mapToDouble(i -> (xs[i] - mean) / Math.sqrt(variance))
        .toArray();
  }
}
