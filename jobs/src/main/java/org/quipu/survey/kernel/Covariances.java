package org.quipu.survey.kernel;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quipu.UserException;
import org.quipu.survey.Design;
import org.quipu.survey.DesignCovariances;
import org.quipu.survey.Estimate;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.Replication;
import org.quipu.survey.kernel.ClusterTotals.Scores;

/** Covariances of estimates by linearization, from the retained cluster totals. */
final class Covariances implements DesignCovariances {
  private final Design design;
  private final Map<String, ClusterTotals> totals;

  Covariances(Design design, Map<String, ClusterTotals> totals) {
    this.design = design;
    this.totals = totals;
  }

  @Override
  public double[][] within(List<Estimate> estimates) {
    String group = group(estimates);
    int count = estimates.size();
    Scores[] scores = estimates.stream().map(this::scores).toArray(Scores[]::new);
    double[][] covariance = new double[count][count];
    for (Stratum stratum : retained(group).strata()) {
      add(covariance, scores, stratum, 1);
      for (Stratum cluster : stratum.inside()) {
        add(covariance, scores, cluster, stratum.sample().fraction());
      }
    }

    if (design.lonelyPsu() == LonelyPsu.AVERAGE) {
      average(covariance, estimates);
    }

    return covariance;
  }

  /** The one group of some estimates. */
  static String group(List<Estimate> estimates) {
    String group = estimates.get(0).group();
    if (estimates.stream().anyMatch(each -> !Objects.equals(each.group(), group))) {
      throw new IllegalArgumentException("estimates of several groups have no design in common");
    }

    return group;
  }

  /** Lets the strata with several clusters stand for the lonely ones too, as in the variances. */
  private void average(double[][] covariance, List<Estimate> estimates) {
    double[] factors = estimates.stream().mapToDouble(each -> Math.sqrt(averaging(each))).toArray();
    for (int i = 0; i < factors.length; i++) {
      for (int j = 0; j < factors.length; j++) {
        covariance[i][j] *= factors[i] * factors[j];
      }
    }
  }

  private double averaging(Estimate estimate) {
    if (design.calibration() == null) {
      double strata = estimate.strata();
      return strata / (strata - estimate.sample().lonelyStrata());
    }

    List<Stratum> strata = retained(estimate.group()).strata();
    double count = strata.stream().filter(stratum -> stratum.weighted() > 0).count();
    long lonely =
        strata.stream()
            .flatMap(stratum -> Stream.concat(Stream.of(stratum), stratum.inside().stream()))
            .filter(stratum -> stratum.sample().isLonely())
            .count();
    return count / (count - lonely);
  }

  private void add(double[][] covariance, Scores[] scores, Stratum stratum, double factor) {
    double scale = factor * stratum.sample().scale(design.lonelyPsu());
    if (scale == 0) {
      return;
    }

    double[][] z = new double[scores.length][];
    for (int i = 0; i < z.length; i++) {
      z[i] = scores[i].of(stratum);
      if (z[i] != null
          && !(stratum.sample().isLonely() && design.lonelyPsu() == LonelyPsu.ADJUST)) {
        center(z[i]);
      }
    }

    for (int i = 0; i < z.length; i++) {
      for (int j = i; j < z.length && z[i] != null; j++) {
        if (z[j] != null) {
          double product = scale * product(z[i], z[j]);
          covariance[i][j] += product;
          if (i != j) {
            covariance[j][i] += product;
          }
        }
      }
    }
  }

  @Override
  public double[][] matched(List<Estimate> as, List<Estimate> bs) {
    double[][] covariance = new double[as.size()][bs.size()];
    Map<String, Stratum> others = byName(bs.get(0).group());
    List<Scores> scoresA = as.stream().map(this::scores).toList();
    List<Scores> scoresB = bs.stream().map(this::scores).toList();
    for (Stratum stratum : retained(as.get(0).group()).strata()) {
      Stratum other = others.get(stratum.name());
      int[][] both = other == null ? null : both(stratum.clusterIds(), other.clusterIds());
      if (both != null && both[0].length > 1) {
        double n = both[0].length;
        double[][] zA = centered(scoresA, stratum, both[0]);
        double[][] zB = centered(scoresB, other, both[1]);
        for (int i = 0; i < zA.length; i++) {
          for (int j = 0; j < zB.length && zA[i] != null; j++) {
            if (zB[j] != null) {
              covariance[i][j] += n / (n - 1) * product(zA[i], zB[j]);
            }
          }
        }
      }
    }

    return covariance;
  }

  @Override
  public int matchedDf(Estimate estimate, List<Estimate> others) {
    Map<String, Set<String>> answering = new HashMap<>();
    for (Estimate other : others) {
      answering(other)
          .forEach(
              (stratum, clusters) ->
                  answering.computeIfAbsent(stratum, name -> new HashSet<>()).addAll(clusters));
    }

    int df = 0;
    for (Map.Entry<String, List<String>> own : answering(estimate).entrySet()) {
      Set<String> same = answering.getOrDefault(own.getKey(), Set.of());
      df += Math.max(0, (int) own.getValue().stream().filter(same::contains).count() - 1);
    }

    return df;
  }

  private Map<String, List<String>> answering(Estimate estimate) {
    return retained(estimate.group()).series(estimate).answering();
  }

  @Override
  public int matchedClusters(String group, String other) {
    Map<String, Stratum> others = byName(other);
    return retained(group).strata().stream()
        .filter(stratum -> others.containsKey(stratum.name()))
        .mapToInt(
            stratum ->
                both(stratum.clusterIds(), others.get(stratum.name()).clusterIds())[0].length)
        .sum();
  }

  private Map<String, Stratum> byName(String group) {
    Map<String, Stratum> strata = new HashMap<>();
    retained(group).strata().forEach(stratum -> strata.put(stratum.name(), stratum));
    return strata;
  }

  /** The positions of the clusters that both have, in the one and in the other. */
  private static int[][] both(List<String> idsA, List<String> idsB) {
    Map<String, Integer> positions = new HashMap<>();
    IntStream.range(0, idsB.size()).forEach(i -> positions.put(idsB.get(i), i));
    int[] inA =
        IntStream.range(0, idsA.size()).filter(i -> positions.containsKey(idsA.get(i))).toArray();
    int[] inB = IntStream.of(inA).map(i -> positions.get(idsA.get(i))).toArray();
    return new int[][] {inA, inB};
  }

  /** Scores of these clusters around their mean; null where a domain is not in the stratum. */
  private static double[][] centered(List<Scores> scores, Stratum stratum, int[] clusters) {
    double[][] centered = new double[scores.size()][];
    for (int i = 0; i < centered.length; i++) {
      double[] all = scores.get(i).of(stratum);
      if (all != null) {
        centered[i] = IntStream.of(clusters).mapToDouble(cluster -> all[cluster]).toArray();
        center(centered[i]);
      }
    }

    return centered;
  }

  @Override
  public DesignCovariances replicated(Replication replication) {
    if (design.calibration() != null) {
      throw new UserException(
          "replicates of calibrated weights are calibrated too, and so named in the design before"
              + " anything is estimated");
    }

    return new ReplicateCovariances(
        new ReplicateCovariances.Replicates() {
          @Override
          public double[] of(Estimate estimate) {
            return made(estimate.group()).of(retained(estimate.group()).series(estimate));
          }

          @Override
          public List<Double> scales(String group) {
            return made(group).scales();
          }

          private ClusterReplicates made(String group) {
            return new ClusterReplicates(
                replication, retained(group).strata(), design.weightScale());
          }
        },
        this);
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

  private static void center(double[] z) {
    double mean = StratumTotals.sum(z, 0, z.length) / z.length;
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
