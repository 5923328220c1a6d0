package org.quipu.endes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The clusters of several years as one sample. A cluster that is in the samples of two years that
 * share clusters, under one number in one stratum, is one unit over both; years that share no
 * clusters have strata of their own. A single year's sample is as it is.
 */
final class PooledSample {
  /** A cluster in one year's sample. */
  record YearCluster(int year, int stratum, int cluster) {}

  private final Map<YearCluster, Integer> clusters = new HashMap<>();
  private final Map<Integer, Integer> samples = new HashMap<>();

  private PooledSample() {}

  /** Pools the clusters of these years. */
  static PooledSample of(Collection<YearCluster> all) {
    PooledSample pooled = new PooledSample();
    pooled.joinYears(new TreeSet<>(all.stream().map(YearCluster::year).toList()));
    Map<List<Integer>, List<YearCluster>> alike = new HashMap<>();
    for (YearCluster cluster : all) {
      alike
          .computeIfAbsent(List.of(cluster.stratum, cluster.cluster), key -> new ArrayList<>())
          .add(cluster);
    }
    alike.values().forEach(pooled::joinClusters);
    return pooled;
  }

  private void joinYears(NavigableSet<Integer> years) {
    for (int year : years) {
      samples.put(
          year,
          years.headSet(year, false).descendingSet().stream()
              .filter(earlier -> SurveyYear.sharesClusters(earlier, year))
              .map(samples::get)
              .findFirst()
              .orElse(year));
    }
  }

  /** One number in one stratum: the years in which it is one cluster take the first year's. */
  private void joinClusters(List<YearCluster> alike) {
    alike.sort((one, other) -> Integer.compare(one.year, other.year));
    for (YearCluster cluster : alike) {
      int first =
          alike.stream()
              .filter(other -> other.year < cluster.year)
              .filter(other -> SurveyYear.sharesClusters(other.year, cluster.year))
              .map(clusters::get)
              .findFirst()
              .orElse(cluster.year);
      clusters.put(cluster, first);
    }
  }

  /** All clusters of all years. */
  Set<YearCluster> clusters() {
    return clusters.keySet();
  }

  /** The name of a cluster's stratum, which differs between samples that share no clusters. */
  String stratumUnit(YearCluster cluster) {
    return sample(cluster.year) + ":" + cluster.stratum;
  }

  /** The name of the unit that a cluster is over all years. */
  String clusterUnit(YearCluster cluster) {
    return firstYear(cluster) + ":" + cluster.cluster;
  }

  /** The first year of the sample that a year is part of: strata are the sample's. */
  int sample(int year) {
    return samples.get(year);
  }

  /** The first of the years in which a cluster is the same unit. */
  int firstYear(YearCluster cluster) {
    return clusters.get(cluster);
  }
}
