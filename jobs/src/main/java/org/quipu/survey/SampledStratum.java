package org.quipu.survey;

import java.io.Serializable;
import java.util.List;

/**
 * The clusters that were sampled in a stratum.
 *
 * @param name empty in a sample without strata
 * @param clusters by identifier
 */
public record SampledStratum(String name, List<String> clusters, ClusterSample sample)
    implements Serializable {
  public SampledStratum {
    clusters = List.copyOf(clusters);
  }
}
