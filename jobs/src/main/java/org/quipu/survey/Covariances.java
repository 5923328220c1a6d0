package org.quipu.survey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.quipu.survey.ClusterTotals.Scores;

/** Covariances of estimates from the retained cluster totals. */
final class Covariances {
  private final Design design;
  private final Map<String, ClusterTotals> totals;

  Covariances(Design design, Map<String, ClusterTotals> totals) {
    this.design = design;
    this.totals = totals;
  }

  double[][] within(List<Estimate> estimates) {
    String group = estimates.get(0).group();
    if (estimates.stream().anyMatch(each -> !Objects.equals(each.group(), group))) {
      throw new IllegalArgumentException("estimates of several groups have no design in common");
    }

    int count = estimates.size();
    Scores[] scores = estimates.stream().map(this::scores).toArray(Scores[]::new);
    double[][] covariance = new double[count][count];
    for (Stratum stratum : retained(group).strata()) {
      add(covariance, scores, stratum, 1);
      for (Stratum cluster : stratum.inside()) {
        add(covariance, scores, cluster, stratum.fraction());
      }
    }

    return covariance;
  }

  private void add(double[][] covariance, Scores[] scores, Stratum stratum, double factor) {
    double scale = factor * Scatter.scale(stratum, design.lonely());
    if (scale == 0) {
      return;
    }

    double[][] z = new double[scores.length][];
    for (int i = 0; i < z.length; i++) {
      z[i] = scores[i].of(stratum);
      if (z[i] != null && !(stratum.lonely() && design.lonely() == LonelyCluster.ADJUST)) {
        centre(z[i]);
      }
    }

    for (int i = 0; i < z.length; i++) {
      for (int j = 0; j < z.length && z[i] != null; j++) {
        if (z[j] != null) {
          covariance[i][j] += scale * product(z[i], z[j]);
        }
      }
    }
  }

  double matched(Estimate a, Estimate b) {
    Map<String, Stratum> others = new HashMap<>();
    retained(b.group()).strata().forEach(stratum -> others.put(stratum.name(), stratum));
    Scores scoresA = scores(a);
    Scores scoresB = scores(b);
    double covariance = 0;
    for (Stratum stratum : retained(a.group()).strata()) {
      Stratum other = others.get(stratum.name());
      double[] zA = other == null ? null : scoresA.of(stratum);
      double[] zB = zA == null ? null : scoresB.of(other);
      if (zB != null) {
        covariance += matched(stratum.clusterIds(), zA, other.clusterIds(), zB);
      }
    }

    return covariance;
  }

  private static double matched(List<String> idsA, double[] zA, List<String> idsB, double[] zB) {
    Map<String, Integer> positions = new HashMap<>();
    IntStream.range(0, idsB.size()).forEach(i -> positions.put(idsB.get(i), i));
    int[] both =
        IntStream.range(0, idsA.size()).filter(i -> positions.containsKey(idsA.get(i))).toArray();
    double n = both.length;
    if (n < 2) {
      return 0;
    }

    double[] fromA = IntStream.of(both).mapToDouble(i -> zA[i]).toArray();
    double[] fromB = IntStream.of(both).mapToDouble(i -> zB[positions.get(idsA.get(i))]).toArray();
    centre(fromA);
    centre(fromB);
    return n / (n - 1) * product(fromA, fromB);
  }

  private Scores scores(Estimate estimate) {
    return retained(estimate.group()).series(estimate).scores(design);
  }

  private ClusterTotals retained(String group) {
    ClusterTotals retained = totals.get(group);
    if (retained == null) {
      throw new IllegalStateException("cluster totals were not retained; group: " + group);
    }

    return retained;
  }

  private static void centre(double[] z) {
    double mean = Cells.sum(z, 0, z.length) / z.length;
    for (int i = 0; i < z.length; i++) {
      z[i] -= mean;
    }
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }

    return sum;
  }
}
