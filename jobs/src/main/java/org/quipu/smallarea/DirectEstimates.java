package org.quipu.smallarea;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Direct estimates of proportions from the counts of clusters, by linearization: R's {@code
 * svyby(~y, ~area, design, svymean)} with clusters drawn with replacement in strata, where a
 * stratum of one cluster adds nothing ({@code survey.lonely.psu = "certainty"}).
 */
public final class DirectEstimates {
  /** What rounding can leave of terms that cancel, relative to them. */
  private static final double ROUNDING = 0x1p-49;

  /** Totals of a domain in one cluster. */
  private static final class Totals {
    double weights;
    double cases;
  }

  /** The totals of a domain by stratum and cluster. */
  private static final class Domain {
    final Map<String, Map<String, Totals>> strata = new TreeMap<>();
    String group = "";
    long women;
    double weights;
    double cases;

    void add(ClusterCount count) {
      Totals totals =
          strata
              .computeIfAbsent(count.stratum(), stratum -> new TreeMap<>())
              .computeIfAbsent(count.cluster(), cluster -> new Totals());
      totals.weights += count.weights();
      totals.cases += count.weightedCases();
      women += count.women();
      weights += count.weights();
      cases += count.weightedCases();
    }

    /** The linearized variance of the proportion. */
    double variance(Map<String, Set<String>> drawn) {
      double proportion = cases / weights;
      double variance = 0;
      for (Map.Entry<String, Map<String, Totals>> stratum : strata.entrySet()) {
        double clusters = drawn.get(stratum.getKey()).size();
        if (clusters > 1) {
          double[] scores =
              stratum.getValue().values().stream()
                  .mapToDouble(totals -> difference(totals.cases, proportion * totals.weights))
                  .toArray();
          variance += clusters / (clusters - 1) * scatter(scores, clusters);
        }
      }

      return variance / (weights * weights);
    }

    /** The squares around the mean of all clusters, of which the others score 0. */
    private static double scatter(double[] scores, double clusters) {
      double mean = 0;
      for (double score : scores) {
        mean += score / clusters;
      }
      double sum = (clusters - scores.length) * mean * mean;
      for (double score : scores) {
        sum += (score - mean) * (score - mean);
      }

      return sum;
    }

    private static double difference(double one, double other) {
      double difference = one - other;
      return Math.abs(difference) <= ROUNDING * (one + other) ? 0 : difference;
    }

    DirectEstimate estimate(String area, Map<String, Set<String>> drawn) {
      double proportion = cases / weights;
      double variance = variance(drawn);
      double simple = proportion * (1 - proportion) / (women - 1);
      int clusters = strata.values().stream().mapToInt(Map::size).sum();
      return new DirectEstimate(
          area,
          group,
          proportion,
          Math.sqrt(variance),
          (double) women,
          clusters,
          (double) clusters - strata.size(),
          simple > 0 ? variance / simple : Double.NaN);
    }
  }

  private DirectEstimates() {}

  /**
   * The estimates of the areas in which women were asked, in the order of their keys.
   *
   * @param counts of one indicator, of all clusters that were drawn: also those outside the areas,
   *     which their strata count
   * @param area the key of the area in which a count lies; empty for none
   * @param group the key of what that area is a part of; empty for none
   */
  public static List<DirectEstimate> of(
      List<ClusterCount> counts,
      Function<ClusterCount, String> area,
      Function<ClusterCount, String> group) {
    Map<String, Set<String>> drawn = new HashMap<>();
    Map<String, Domain> domains = new TreeMap<>();
    for (ClusterCount count : counts) {
      drawn.computeIfAbsent(count.stratum(), stratum -> new HashSet<>()).add(count.cluster());
      String key = area.apply(count);
      if (!key.isEmpty()) {
        Domain domain = domains.computeIfAbsent(key, each -> new Domain());
        domain.group = group.apply(count);
        domain.add(count);
      }
    }

    List<DirectEstimate> estimates = new ArrayList<>();
    domains.forEach(
        (key, domain) -> {
          if (domain.women > 0) {
            estimates.add(domain.estimate(key, drawn));
          }
        });
    return estimates;
  }
}
