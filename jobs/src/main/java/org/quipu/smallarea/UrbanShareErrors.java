package org.quipu.smallarea;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far urban shares lie from those of the women asked: root mean square over the areas with
 * sample, each weighted by its clusters.
 *
 * @param own of the shares of the areas themselves
 * @param larger of the shares of the larger areas in which they lie
 */
record UrbanShareErrors(double own, double larger) {
  /** The women asked in an area. */
  private static final class Asked {
    final Set<String> clusters = new HashSet<>();
    double women;
    double urban;
  }

  static UrbanShareErrors of(List<ClusterCount> counts, ClusterAreas areas) {
    Map<String, Asked> asked = new HashMap<>();
    for (ClusterCount count : counts) {
      Asked of = asked.computeIfAbsent(count.district(), key -> new Asked());
      of.clusters.add(count.stratum() + " " + count.cluster());
      of.women += count.weights();
      of.urban += count.urban() ? count.weights() : 0;
    }

    double clusters = 0;
    double own = 0;
    double larger = 0;
    for (ClusterAreas.Area area : areas.areas()) {
      Asked of = asked.get(area.key());
      if (of != null && of.women > 0) {
        double share = of.urban / of.women;
        clusters += of.clusters.size();
        own += of.clusters.size() * Math.pow(area.urbanShare() - share, 2);
        larger += of.clusters.size() * Math.pow(area.urbanShareOfLarger() - share, 2);
      }
    }

    return new UrbanShareErrors(Math.sqrt(own / clusters), Math.sqrt(larger / clusters));
  }
}
