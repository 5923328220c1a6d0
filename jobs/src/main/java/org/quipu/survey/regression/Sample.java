package org.quipu.survey.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.quipu.UserException;
import org.quipu.survey.ClusterSample;
import org.quipu.survey.Design;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.NaturalOrder;
import org.quipu.survey.Replication;

/** The sample of a regression: its strata, and the covariances that they give to totals. */
final class Sample {
  private final Design design;
  private final List<SampleStratum> strata = new ArrayList<>();

  /**
   * @throws UserException if there are more clusters in a stratum than its population has, or one
   *     where the design refuses that
   */
  Sample(Design design, SortedMap<RowChunk.Place, PlaceSample> sampled) {
    this.design = design;
    int stages = design.clusters().isEmpty() ? 0 : Math.max(1, design.fpc().size());
    Map<String, List<PlaceSample>> byStratum = new TreeMap<>();
    sampled
        .values()
        .forEach(
            sample ->
                byStratum
                    .computeIfAbsent(sample.place().stratum(), name -> new ArrayList<>())
                    .add(sample));
    byStratum.forEach((name, samples) -> strata.add(SampleStratum.of(name, samples, stages)));
    List<String> lonely = lonely();
    if (design.lonelyPsu() == LonelyPsu.FAIL && !lonely.isEmpty()) {
      throw ClusterSample.refused(lonely);
    }
  }

  boolean individually() {
    return design.clusters().isEmpty();
  }

  /** The strata with a single cluster, and the clusters with a single unit where these count. */
  List<String> lonely() {
    return strata.stream()
        .flatMap(stratum -> Stream.concat(Stream.of(stratum), stratum.inside().stream()))
        .filter(stratum -> stratum.sample().isLonely())
        .map(SampleStratum::name)
        .sorted(NaturalOrder.ORDER)
        .toList();
  }

  /** Clusters that have a row that counts. */
  long clusters() {
    return strata.stream().mapToLong(SampleStratum::counting).sum();
  }

  /** Strata that have a row that counts. */
  int strata() {
    return (int) strata.stream().filter(stratum -> stratum.counting() > 0).count();
  }

  /** The degrees of freedom of the design: clusters less strata. */
  long df() {
    return clusters() - strata();
  }

  /** Replicates that are made of the clusters. */
  RowReplicates replicates(Replication replication) {
    return new ClusterReplicates(replication, strata);
  }

  /** The design covariance of totals, k × k. */
  double[][] covariance(PlaceTotals totals) {
    double[][] covariance = new double[totals.count()][totals.count()];
    strata.stream()
        .filter(this::varies)
        .forEach(stratum -> stratum.add(totals, design.lonelyPsu(), 1, covariance));
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
    long all = strata.stream().filter(this::varies).count();
    long lonely = strata.stream().filter(each -> varies(each) && each.sample().isLonely()).count();
    return all / (double) (all - lonely);
  }

  /** Whether totals vary in a stratum: calibrated ones do in those that do not count too. */
  private boolean varies(SampleStratum stratum) {
    return stratum.counting() > 0 || design.calibration() != null;
  }
}
