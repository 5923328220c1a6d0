package org.quipu.bench;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.quipu.smallarea.ClusterCount;
import org.quipu.smallarea.ClusterData;
import org.quipu.smallarea.ClusterSample;
import org.quipu.smallarea.DirectEstimate;
import org.quipu.smallarea.Groups;
import org.quipu.store.ProvinceRow;
import org.quipu.study.Covariates;
import org.quipu.study.ProvinceAreas;

/** The answers of a layout's women, and the design-based estimates that they give. */
final class AreaSample {
  /** Between the answers of two women of a cluster, as fitted to physical violence in 2020. */
  private static final double CORRELATION = 0.021;

  private static final double PRECISION = 1 / CORRELATION - 1;
  private static final String ANSWER = "answer";

  private final AreaLayout layout;
  private final int[] cases;
  private final double[] weights;
  private final double[] weightedCases;
  private final ProvinceAreas areas;

  private AreaSample(AreaLayout layout, int[] cases, double[] weights, double[] weightedCases) {
    this.layout = layout;
    this.cases = cases;
    this.weights = weights;
    this.weightedCases = weightedCases;
    this.areas = ProvinceAreas.of(layout.provinces(), List.of(), Covariates.NONE);
  }

  /** Draws answers: beta-binomial in each cluster, by Pólya's urn. */
  static AreaSample draw(AreaLayout layout, AreaTruth truth, SplittableRandom random) {
    int[] cases = new int[layout.clusters().size()];
    double[] weights = new double[cases.length];
    double[] weightedCases = new double[cases.length];
    for (int c = 0; c < cases.length; c++) {
      AreaLayout.Cluster cluster = layout.clusters().get(c);
      double mean = (cluster.urban() ? truth.urban() : truth.rural())[cluster.province()];
      double spread = Math.sqrt(Math.log1p(cluster.spread() * cluster.spread()));
      for (int woman = 0; woman < cluster.women(); woman++) {
        double chance = (mean * PRECISION + cases[c]) / (PRECISION + woman);
        boolean yes = random.nextDouble() < chance;
        cases[c] += yes ? 1 : 0;
        double weight = cluster.weight() * Math.exp(spread * (random.nextGaussian() - spread / 2));
        weights[c] += weight;
        weightedCases[c] += yes ? weight : 0;
      }
    }

    return new AreaSample(layout, cases, weights, weightedCases);
  }

  ProvinceAreas areas() {
    return areas;
  }

  /** One a province, in the order of the layout. */
  List<DirectEstimate> direct() {
    return areas.direct(clusters());
  }

  /** What provinces add up to in each region. */
  Groups regions() {
    return areas.regions(clusters());
  }

  /** The counts by cluster. */
  ClusterSample clusters() {
    return ClusterSample.ofProvinces(
        IntStream.range(0, cases.length).mapToObj(this::cluster).toList());
  }

  private ClusterCount cluster(int c) {
    AreaLayout.Cluster cluster = layout.clusters().get(c);
    ProvinceRow place = layout.provinces().get(cluster.province());
    return new ClusterCount(
        cluster.stratum(),
        String.valueOf(c),
        place.region(),
        place.province(),
        "",
        cluster.urban(),
        ANSWER,
        cluster.women(),
        cases[c],
        weights[c],
        weightedCases[c],
        Double.NaN);
  }

  /** The counts by cluster, beside its residence and the covariates of its province. */
  ClusterData counts() {
    List<AreaLayout.Cluster> clusters = layout.clusters();
    return new ClusterData(
        cases.clone(),
        clusters.stream().mapToInt(AreaLayout.Cluster::women).toArray(),
        List.of("intercept", "urban", "pct_urban", "indigenous", "primary", "young"),
        clusters.stream()
            .map(c -> design(layout.provinces().get(c.province()), c.urban()))
            .toArray(double[][]::new),
        clusters.stream().mapToInt(AreaLayout.Cluster::province).toArray(),
        layout.provinces().stream().map(ProvinceRow::province).toList(),
        List.of(layout.provinces().stream().map(ProvinceRow::region).toList()));
  }

  /** The columns of the cluster model in a province's towns, or outside them. */
  static double[] design(ProvinceRow province, boolean urban) {
    double[] covariates = AreaTruth.covariates(province);
    double[] row = new double[covariates.length + 2];
    row[0] = 1;
    row[1] = urban ? 1 : 0;
    IntStream.range(0, covariates.length).forEach(j -> row[j + 2] = covariates[j] / 100);
    return row;
  }
}
