package org.quipu.survey.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quipu.UserException;
import org.quipu.survey.Design;
import org.quipu.survey.Identifiers;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.NaturalOrder;

/** The sample of a regression: its strata, and the covariances that they give to totals. */
final class Sample {
  private final Design design;
  private final List<Stratum> strata = new ArrayList<>();

  /**
   * A stratum.
   *
   * @param places where rows were sampled, in order
   * @param clusters that were sampled
   * @param counting clusters that have a row that counts
   * @param fraction of the stratum's clusters that was sampled; 0 with replacement
   */
  private record Stratum(
      String name, List<RowChunk.Place> places, long clusters, long counting, double fraction) {
    boolean isLonely() {
      return clusters == 1 && fraction < 1;
    }
  }

  /**
   * @throws UserException if there are more clusters in a stratum than its population has, or one
   *     where the design refuses that
   */
  Sample(Design design, SortedMap<RowChunk.Place, PlaceSample> sampled) {
    this.design = design;
    Map<String, List<PlaceSample>> byStratum = new TreeMap<>();
    sampled
        .values()
        .forEach(
            sample ->
                byStratum
                    .computeIfAbsent(sample.place().stratum(), name -> new ArrayList<>())
                    .add(sample));
    byStratum.forEach((name, samples) -> strata.add(stratum(name, samples)));
    List<String> lonely = lonely();
    if (design.lonelyPsu() == LonelyPsu.FAIL && !lonely.isEmpty()) {
      throw new UserException(
          "one cluster in stratum "
              + String.join("; ", lonely)
              + ": its variance cannot be estimated. Join strata, or choose certainty, adjust or"
              + " average for lonely clusters");
    }
  }

  boolean individually() {
    return design.clusters().isEmpty();
  }

  private Stratum stratum(String name, List<PlaceSample> samples) {
    long clusters = 0;
    long counting = 0;
    double fpc = samples.get(0).fpc();
    for (PlaceSample sample : samples) {
      clusters += individually() ? sample.sampled() : 1;
      counting += individually() ? sample.counting() : Math.min(1, sample.counting());
      PlaceSample.same(sample.place(), fpc, sample.fpc());
    }

    double fraction = Double.isNaN(fpc) ? 0 : fpc < 1 ? fpc : clusters / fpc;
    if (fraction > 1) {
      throw UserException.input(
          "finite population correction of stratum " + name,
          Identifiers.text(fpc) + " clusters in all, but " + clusters + " in the sample",
          "no more sampled than there are",
          "Correct the column of population sizes or sampling fractions");
    }

    return new Stratum(
        name, samples.stream().map(PlaceSample::place).toList(), clusters, counting, fraction);
  }

  /** The strata with a single cluster. */
  List<String> lonely() {
    return strata.stream()
        .filter(Stratum::isLonely)
        .map(Stratum::name)
        .sorted(NaturalOrder.ORDER)
        .toList();
  }

  /** Clusters that have a row that counts. */
  long clusters() {
    return strata.stream().mapToLong(Stratum::counting).sum();
  }

  /** Strata that have a row that counts. */
  int strata() {
    return (int) strata.stream().filter(stratum -> stratum.counting > 0).count();
  }

  /** The degrees of freedom of the design: clusters less strata. */
  long df() {
    return clusters() - strata();
  }

  /** The design covariance of totals, k × k. */
  double[][] covariance(PlaceTotals totals) {
    double[][] covariance = new double[totals.count()][totals.count()];
    for (Stratum stratum : strata) {
      double scale = scale(stratum);
      if (scale > 0 && stratum.counting > 0) {
        add(stratum, totals, scale, covariance);
      }
    }

    double factor = design.lonelyPsu() == LonelyPsu.AVERAGE ? averaging() : 1;
    for (int i = 0; i < covariance.length; i++) {
      for (int j = 0; j <= i; j++) {
        covariance[i][j] *= factor;
        covariance[j][i] = covariance[i][j];
      }
    }

    return covariance;
  }

  private double averaging() {
    long lonely = strata.stream().filter(each -> each.counting > 0 && each.isLonely()).count();
    return strata() / (double) (strata() - lonely);
  }

  private double scale(Stratum stratum) {
    double n = stratum.clusters;
    if (n == 1) {
      return design.lonelyPsu() == LonelyPsu.ADJUST ? 1 - stratum.fraction : 0;
    }

    return (1 - stratum.fraction) * n / (n - 1);
  }

  /** Adds a stratum to the lower triangle; a single cluster is not centred. */
  private void add(Stratum stratum, PlaceTotals totals, double scale, double[][] covariance) {
    int k = covariance.length;
    List<double[]> clusters = new ArrayList<>();
    stratum.places.stream().map(totals::at).filter(at -> at != null).forEach(clusters::add);
    double[] means = new double[k];
    for (double[] each : clusters) {
      for (int i = 0; i < k; i++) {
        means[i] += stratum.clusters == 1 ? 0 : each[i] / stratum.clusters;
      }
    }

    double zeros = stratum.clusters - clusters.size();
    for (int i = 0, at = k; i < k; i++) {
      for (int j = 0; j <= i; j++, at++) {
        double sum = 0;
        for (double[] each : clusters) {
          sum +=
              individually()
                  ? each[at] - stratum.clusters * means[i] * means[j]
                  : (each[i] - means[i]) * (each[j] - means[j]);
        }

        sum += individually() ? 0 : zeros * means[i] * means[j];
        covariance[i][j] += scale * sum;
      }
    }
  }
}
