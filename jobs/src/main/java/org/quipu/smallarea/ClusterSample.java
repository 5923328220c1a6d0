package org.quipu.smallarea;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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

  /**
   * The correlation of the answers of two women of a cluster, within areas and without weights: the
   * analysis of variance of Donner (1986, International Statistical Review 54), 0 to 1; 0 where the
   * sample does not tell.
   */
  double intraclassCorrelation() {
    Map<String, List<ClusterCount>> byArea =
        counts.stream().filter(count -> count.women() > 0).collect(Collectors.groupingBy(area));
    double between = 0;
    double within = 0;
    double clusters = 0;
    double others = 0;
    double size = 0;
    for (List<ClusterCount> members : byArea.values()) {
      double women = members.stream().mapToInt(ClusterCount::women).sum();
      double mean = members.stream().mapToInt(ClusterCount::cases).sum() / women;
      double squares = 0;
      for (ClusterCount count : members) {
        double n = count.women();
        double share = count.cases() / n;
        between += n * (share - mean) * (share - mean);
        within += n * share * (1 - share);
        others += n - 1;
        squares += n * n / women;
      }
      clusters += members.size() - 1;
      size += women - squares;
    }
    double meanBetween = between / clusters;
    double meanWithin = within / others;
    double correlation =
        (meanBetween - meanWithin) / (meanBetween + (size / clusters - 1) * meanWithin);
    return Double.isNaN(correlation) ? 0 : Math.min(Math.max(correlation, 0), 1);
  }

  /** The direct estimates of the areas in which women were asked, in the order of their keys. */
  public List<DirectEstimate> ofAreas() {
    return DirectEstimates.of(counts, area, group);
  }

  /** Those of the groups, each with itself as its area. */
  public List<DirectEstimate> ofGroups() {
    return DirectEstimates.of(counts, group, group);
  }
}
