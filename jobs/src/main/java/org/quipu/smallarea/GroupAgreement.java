package org.quipu.smallarea;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far the model's estimates of areas, before benchmarking, are from adding up to the direct
 * estimates of their groups.
 *
 * @param differences one a group: the mean of the model's estimates by size, less the group's own
 * @param standardErrors of the groups' own estimates; NaN where not known
 */
record GroupAgreement(List<Double> differences, List<Double> standardErrors) {
  /**
   * Compares areas with their groups.
   *
   * @param groupOf the group of each area
   * @param estimates of the model
   * @param groups what the areas add up to
   * @return empty where no group has an estimate of its own
   */
  static Optional<GroupAgreement> of(List<String> groupOf, double[] estimates, Groups groups) {
    Map<String, double[]> sums = new HashMap<>();
    for (int i = 0; i < estimates.length; i++) {
      double size = groups.sizes()[i];
      double[] sum = sums.computeIfAbsent(groupOf.get(i), group -> new double[2]);
      sum[0] += size * estimates[i];
      sum[1] += size;
    }
    List<Double> differences = new ArrayList<>();
    List<Double> standardErrors = new ArrayList<>();
    groups
        .targets()
        .forEach(
            (group, target) -> {
              double[] sum = sums.get(group);
              if (sum != null) {
                differences.add(sum[0] / sum[1] - target);
                standardErrors.add(groups.standardErrors().getOrDefault(group, Double.NaN));
              }
            });
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(new GroupAgreement(differences, standardErrors));
  }

  /** Adds the mean and the largest difference, and the largest in standard errors. */
  void put(Map<Diagnostic, Double> checks) {
    double mean = 0;
    double largest = 0;
    double inErrors = 0;
    for (int g = 0; g < differences.size(); g++) {
      double difference = Math.abs(differences.get(g));
      mean += difference / differences.size();
      largest = Math.max(largest, difference);
      if (standardErrors.get(g) > 0) {
        inErrors = Math.max(inErrors, difference / standardErrors.get(g));
      }
    }

    checks.put(Diagnostic.GROUP_DIFFERENCE_MEAN, mean);
    checks.put(Diagnostic.GROUP_DIFFERENCE_LARGEST, largest);
    if (inErrors > 0) {
      checks.put(Diagnostic.GROUP_DIFFERENCE_LARGEST_ERRORS, inErrors);
    }
  }
}
