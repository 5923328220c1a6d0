package org.quipu.survey;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
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

  /** The stratum of each cluster. */
  private final int[] stratumOf;

  private final List<ClusterSample> strata;

  /** Of a jackknife: the cluster that each replicate leaves out. */
  private final int[] leftOut;

  /** Of a bootstrap: how often each replicate draws each cluster. */
  private final char[][] drawn;

  private final List<Double> scales;

  private ReplicateFactors(
      Method method,
      List<ClusterSample> strata,
      int[] stratumOf,
      int[] leftOut,
      char[][] drawn,
      List<Double> scales) {
    this.method = method;
    this.strata = strata;
    this.stratumOf = stratumOf;
    this.leftOut = leftOut;
    this.drawn = drawn;
    this.scales = List.copyOf(scales);
  }

  /**
   * The replicates of a sample.
   *
   * @param strata what was sampled in each, in the order of their names
   * @throws UserException if the sample has strata, and the method is for samples without
   */
  public static ReplicateFactors of(Replication replication, List<ClusterSample> strata) {
    checkStrata(replication, strata.size());
    List<Integer> stratumOf = new ArrayList<>();
    for (int s = 0; s < strata.size(); s++) {
      stratumOf.addAll(Collections.nCopies((int) strata.get(s).count(), s));
    }

    int[] places = stratumOf.stream().mapToInt(Integer::intValue).toArray();
    return replication.method() == Method.BOOTSTRAP
        ? bootstrap(replication, List.copyOf(strata), places)
        : jackknife(replication.method(), List.copyOf(strata), places);
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

  private static ReplicateFactors jackknife(
      Method method, List<ClusterSample> strata, int[] stratumOf) {
    List<Double> scales = new ArrayList<>();
    List<Integer> leftOut = new ArrayList<>();
    for (int cluster = 0; cluster < stratumOf.length; cluster++) {
      ClusterSample stratum = strata.get(stratumOf[cluster]);
      if (stratum.count() > 1) {
        leftOut.add(cluster);
        scales.add(jackknifeScale(stratum));
      }
    }

    int[] each = leftOut.stream().mapToInt(Integer::intValue).toArray();
    return new ReplicateFactors(method, strata, stratumOf, each, null, scales);
  }

  private static ReplicateFactors bootstrap(
      Replication replication, List<ClusterSample> strata, int[] stratumOf) {
    int count = replication.count();
    char[][] drawn = new char[count][stratumOf.length];
    SplittableRandom seeds = new SplittableRandom(replication.seed());
    int first = 0;
    for (ClusterSample stratum : strata) {
      SplittableRandom random = seeds.split();
      int n = (int) stratum.count();
      for (int r = 0; r < count && n > 1; r++) {
        int[] draws = draw(random, n);
        for (int i = 0; i < n; i++) {
          drawn[r][first + i] = (char) draws[i];
        }
      }

      first += n;
    }

    List<Double> scales = Collections.nCopies(count, bootstrapScale(count));
    return new ReplicateFactors(Method.BOOTSTRAP, strata, stratumOf, null, drawn, scales);
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

  /** The cluster that a replicate leaves out; -1 of a bootstrap. */
  public int leftOut(int replicate) {
    return leftOut == null ? -1 : leftOut[replicate];
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
