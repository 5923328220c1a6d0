package org.quipu.survey;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.quipu.UserException;
import org.quipu.survey.Replication.Method;

/**
 * What replicates that are made of a sample multiply the weights of its clusters by. Clusters are
 * numbered from 0, stratum by stratum; the only cluster of a stratum is in every replicate as it
 * is.
 */
public final class ReplicateFactors implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Method method;

  /** What the cluster is called that has the number. */
  private final List<String> names;

  /** The number of each stratum's first cluster. */
  private final Map<String, Integer> first;

  private final Map<String, List<String>> clusters;

  /** The stratum of each cluster. */
  private final int[] stratumOf;

  private final List<ClusterSample> strata;

  /** Of a jackknife: the cluster that each replicate leaves out. */
  private final int[] leftOut;

  /** Of a bootstrap: how often each replicate draws each cluster. */
  private final char[][] drawn;

  private final List<Double> scales;

  private ReplicateFactors(Replication replication, List<SampledStratum> sampled) {
    this.method = replication.method();
    this.strata = sampled.stream().map(SampledStratum::sample).toList();
    this.stratumOf =
        IntStream.range(0, sampled.size())
            .flatMap(s -> sampled.get(s).clusters().stream().mapToInt(cluster -> s))
            .toArray();
    this.names = new ArrayList<>();
    this.first = new HashMap<>();
    this.clusters = new HashMap<>();
    for (SampledStratum stratum : sampled) {
      first.put(stratum.name(), names.size());
      clusters.put(stratum.name(), stratum.clusters());
      String of = " of " + ClusterSample.stratum(stratum.name());
      stratum.clusters().forEach(cluster -> names.add("cluster " + cluster + of));
    }

    boolean bootstrap = method == Method.BOOTSTRAP;
    this.drawn = bootstrap ? drawn(replication) : null;
    this.leftOut =
        bootstrap
            ? null
            : IntStream.range(0, stratumOf.length)
                .filter(cluster -> strata.get(stratumOf[cluster]).count() > 1)
                .toArray();
    this.scales =
        bootstrap
            ? Collections.nCopies(replication.count(), bootstrapScale(replication.count()))
            : Arrays.stream(leftOut)
                .mapToObj(cluster -> jackknifeScale(strata.get(stratumOf[cluster])))
                .toList();
  }

  /**
   * The replicates of a sample.
   *
   * @param strata by name, their clusters by identifier
   * @throws UserException if the sample has strata, and the method is for samples without
   */
  public static ReplicateFactors of(Replication replication, List<SampledStratum> strata) {
    checkStrata(replication, strata.size());
    return new ReplicateFactors(replication, strata);
  }

  /** Refuses a method for samples without strata where there are some. */
  public static void checkStrata(Replication replication, int strata) {
    if (replication.method() == Method.JK1 && strata > 1) {
      throw new UserException(
          "jk1 is for samples without strata; this one has "
              + strata
              + ". Choose jkn or bootstrap");
    }
  }

  private char[][] drawn(Replication replication) {
    int count = replication.count();
    char[][] all = new char[count][stratumOf.length];
    SplittableRandom seeds = new SplittableRandom(replication.seed());
    int from = 0;
    for (ClusterSample stratum : strata) {
      SplittableRandom random = seeds.split();
      int n = (int) stratum.count();
      for (int r = 0; r < count && n > 1; r++) {
        int[] draws = draw(random, n);
        for (int i = 0; i < n; i++) {
          all[r][from + i] = (char) draws[i];
        }
      }

      from += n;
    }

    return all;
  }

  /** How often each of n clusters is drawn, in n − 1 draws with replacement. */
  public static int[] draw(SplittableRandom random, int n) {
    int[] drawn = new int[n];
    for (int draw = 1; draw < n; draw++) {
      drawn[random.nextInt(n)]++;
    }

    return drawn;
  }

  /** What a cluster of a bootstrap counts, by how often it was drawn. */
  public static double bootstrapFactor(ClusterSample stratum, int drawn) {
    long n = stratum.count();
    return 1 + Math.sqrt(1 - stratum.fraction()) * (n * drawn / (n - 1.0) - 1);
  }

  /** What the squared distance of a replicate of the bootstrap counts. */
  public static double bootstrapScale(int count) {
    return 1.0 / (count - 1);
  }

  /** The same of one that leaves out a cluster of a stratum. */
  public static double jackknifeScale(ClusterSample stratum) {
    double n = stratum.count();
    return (1 - stratum.fraction()) * (n - 1) / n;
  }

  /** How many replicates there are. */
  public int count() {
    return scales.size();
  }

  /** What the squared distance of each replicate from their mean counts. */
  public List<Double> scales() {
    return scales;
  }

  /** A replicate as messages call it. */
  public String name(int replicate) {
    String name = "replicate " + (replicate + 1);
    return leftOut == null ? name : name + ", without " + names.get(leftOut[replicate]);
  }

  /** The number of a stratum's first cluster. */
  public int first(String stratum) {
    return first.get(stratum);
  }

  /** The number of a cluster. */
  public int number(String stratum, String cluster) {
    return first(stratum) + Collections.binarySearch(clusters.get(stratum), cluster);
  }

  /** What a replicate multiplies the weights of a cluster by: 0 or more. */
  public double factor(int replicate, int cluster) {
    ClusterSample stratum = strata.get(stratumOf[cluster]);
    if (stratum.count() == 1) {
      return 1;
    }

    if (method == Method.BOOTSTRAP) {
      return bootstrapFactor(stratum, drawn[replicate][cluster]);
    }

    int out = leftOut[replicate];
    if (cluster == out) {
      return 0;
    }

    double n = stratum.count();
    return stratumOf[cluster] == stratumOf[out] ? n / (n - 1) : 1;
  }
}
