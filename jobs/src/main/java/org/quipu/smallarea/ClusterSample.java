package org.quipu.smallarea;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The counts behind direct estimates of areas.
 *
 * @param counts of one indicator, of all clusters that were drawn
 * @param area the key of the area in which a count lies; empty for none
 * @param group the key of what that area is a part of; empty for none
 */
public record ClusterSample(
    List<ClusterCount> counts,
    Function<ClusterCount, String> area,
    Function<ClusterCount, String> group) {
  /** Keeps a copy. */
  public ClusterSample {
    counts = List.copyOf(counts);
  }

  /** The counts of provinces, which lie in regions. */
  public static ClusterSample ofProvinces(List<ClusterCount> counts) {
    return new ClusterSample(counts, ClusterCount::province, ClusterCount::region);
  }

  /** A part of the sample, as if its clusters alone had been drawn. */
  ClusterSample only(Predicate<ClusterCount> part) {
    return new ClusterSample(counts.stream().filter(part).toList(), area, group);
  }

  /** The direct estimates of the areas. */
  List<DirectEstimate> ofAreas() {
    return DirectEstimates.of(counts, area, group);
  }

  /** Those of the groups. */
  List<DirectEstimate> ofGroups() {
    return DirectEstimates.of(counts, group, group);
  }
}
