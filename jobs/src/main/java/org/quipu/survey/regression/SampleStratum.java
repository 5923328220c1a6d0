package org.quipu.survey.regression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.quipu.survey.ClusterSample;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.SampledStratum;

/**
 * A stratum and the clusters that were sampled in it; or, in the second stage, a cluster and its
 * units.
 *
 * @param members the places of each cluster that has rows; of rows sampled individually one, the
 *     stratum's
 * @param sample of the clusters; of rows sampled individually, of the rows
 * @param counting clusters that have a row that counts
 * @param individually whether rows were sampled, not clusters
 * @param inside each cluster as a stratum of its units; empty with one stage
 */
record SampleStratum(
    String name,
    List<List<RowChunk.Place>> members,
    ClusterSample sample,
    long counting,
    boolean individually,
    List<SampleStratum> inside) {

  /**
   * A stratum from what was sampled at its places.
   *
   * @param stages how many stages of the sample count, or 0 if rows were sampled individually
   * @throws org.quipu.UserException if there are more clusters than the stratum's population has
   */
  static SampleStratum of(String name, List<PlaceSample> samples, int stages) {
    SampleStratum first = of(name, samples, stages == 0, PlaceSample::fpc, RowChunk.Place::cluster);
    if (stages < 2) {
      return first;
    }

    List<SampleStratum> inside = new ArrayList<>();
    byKey(samples, RowChunk.Place::cluster)
        .forEach(
            (cluster, own) ->
                inside.add(of(cluster, own, false, PlaceSample::unitFpc, RowChunk.Place::unit)));
    return new SampleStratum(name, first.members, first.sample, first.counting, false, inside);
  }

  /** Its clusters. */
  SampledStratum sampled() {
    List<String> clusters = members.stream().map(each -> each.get(0).cluster()).toList();
    return new SampledStratum(name, clusters, sample);
  }

  /** Whether all its clusters have a row that counts. */
  boolean isWhole() {
    return counting == sample.count();
  }

  private static SampleStratum of(
      String name,
      List<PlaceSample> samples,
      boolean individually,
      Function<PlaceSample, Double> correction,
      Function<RowChunk.Place, String> key) {
    double fpc = correction.apply(samples.get(0));
    samples.forEach(sample -> PlaceSample.same(name, fpc, correction.apply(sample)));
    Map<String, List<PlaceSample>> members = byKey(samples, key);
    long clusters = members.size();
    long counting =
        members.values().stream()
            .filter(each -> each.stream().anyMatch(sample -> sample.counting() > 0))
            .count();
    if (individually) {
      clusters = samples.get(0).sampled();
      counting = samples.get(0).counting();
    }

    return new SampleStratum(
        name,
        members.values().stream()
            .map(each -> each.stream().map(PlaceSample::place).toList())
            .toList(),
        ClusterSample.of(ClusterSample.stratum(name), fpc, clusters),
        counting,
        individually,
        List.of());
  }

  private static Map<String, List<PlaceSample>> byKey(
      List<PlaceSample> samples, Function<RowChunk.Place, String> key) {
    Map<String, List<PlaceSample>> members = new LinkedHashMap<>();
    samples.forEach(
        sample ->
            members
                .computeIfAbsent(key.apply(sample.place()), name -> new ArrayList<>())
                .add(sample));
    return members;
  }

  /**
   * Adds the covariance of the stratum's totals to the lower triangle; a single cluster is not
   * centred.
   *
   * @param factor by which it counts
   */
  void add(PlaceTotals totals, LonelyPsu treatment, double factor, double[][] covariance) {
    double scale = factor * sample.scale(treatment);
    if (scale > 0) {
      addScatter(totals, scale, covariance);
    }

    inside.forEach(
        cluster -> cluster.add(totals, treatment, factor * sample.fraction(), covariance));
  }

  private void addScatter(PlaceTotals totals, double scale, double[][] covariance) {
    int k = covariance.length;
    long clusters = sample.count();
    List<double[]> sums = new ArrayList<>();
    members.stream().map(totals::of).filter(each -> each != null).forEach(sums::add);
    double[] means = new double[k];
    for (double[] each : sums) {
      for (int i = 0; i < k; i++) {
        means[i] += clusters == 1 ? 0 : each[i] / clusters;
      }
    }

    double zeros = clusters - (double) sums.size();
    for (int i = 0, at = k; i < k; i++) {
      for (int j = 0; j <= i; j++, at++) {
        double sum = 0;
        for (double[] each : sums) {
          sum +=
              individually
                  ? each[at] - clusters * means[i] * means[j]
                  : (each[i] - means[i]) * (each[j] - means[j]);
        }

        sum += individually ? 0 : zeros * means[i] * means[j];
        covariance[i][j] += scale * sum;
      }
    }
  }
}
