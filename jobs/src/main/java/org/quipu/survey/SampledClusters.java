package org.quipu.survey;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quipu.UserException;

/** Gathers the clusters of a sample from its rows, given in any order and in parts. */
public final class SampledClusters implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TreeMap<String, Gathered> strata = new TreeMap<>();

  private static final class Gathered implements Serializable {
    private static final long serialVersionUID = 1L;
    private final TreeSet<String> clusters = new TreeSet<>();
    private double fpc = Double.NaN;
  }

  /**
   * Adds a row.
   *
   * @param stratum empty without strata
   * @param fpc clusters in the stratum, or the fraction sampled where under 1; NaN without
   */
  public void add(String stratum, String cluster, double fpc) {
    Gathered gathered = strata.computeIfAbsent(stratum, key -> new Gathered());
    gathered.clusters.add(cluster);
    gathered.fpc = fpc;
  }

  /** Adds the rows of another part. */
  public void merge(SampledClusters other) {
    other.strata.forEach(
        (name, theirs) -> {
          Gathered own = strata.computeIfAbsent(name, key -> new Gathered());
          own.clusters.addAll(theirs.clusters);
          own.fpc = theirs.fpc;
        });
  }

  /**
   * The strata, by name.
   *
   * @throws UserException if more clusters were sampled in one than there are
   */
  public List<SampledStratum> strata() {
    List<SampledStratum> all = new ArrayList<>();
    strata.forEach(
        (name, own) ->
            all.add(
                new SampledStratum(
                    name,
                    List.copyOf(own.clusters),
                    ClusterSample.of(ClusterSample.stratum(name), own.fpc, own.clusters.size()))));
    return all;
  }
}
