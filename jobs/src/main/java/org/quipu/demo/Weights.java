package org.quipu.demo;

import java.util.Comparator;
import java.util.List;

/**
 * Calibrates the weights: towns and countryside of each area have their share of the country's
 * women ever in union, and the weights of complete interviews have a mean of one. Then sets the
 * wealth quintiles, a fifth of the weighted households each.
 */
final class Weights {
  private static final double MILLION = 1e6;

  private Weights() {}

  static void calibrate(List<Household> households) {
    for (Area area : Area.all()) {
      for (boolean urban : new boolean[] {true, false}) {
        List<Household> own =
            households.stream()
                .filter(h -> h.cluster.area().code().equals(area.code()))
                .filter(h -> h.cluster.urban() == urban)
                .toList();
        double asked =
            own.stream()
                .flatMap(h -> h.women.stream())
                .filter(Woman::inUniverse)
                .mapToDouble(woman -> woman.household.rawWeight())
                .sum();
        double scale = asked == 0 ? 0 : area.womenPercent(urban) * 1e8 / asked;
        own.forEach(h -> h.weight = Math.round(h.rawWeight() * scale));
      }
    }

    double mean =
        households.stream()
            .flatMap(h -> h.women.stream())
            .filter(woman -> woman.result == 1)
            .mapToLong(Woman::weight)
            .average()
            .orElseThrow();
    households.forEach(h -> h.weight = Math.round(h.weight * (MILLION / mean)));
    assignQuintiles(households);
  }

  private static void assignQuintiles(List<Household> households) {
    List<Household> order =
        households.stream().sorted(Comparator.comparingDouble(h -> h.standing)).toList();
    long total = order.stream().mapToLong(h -> h.weight).sum();
    long reached = 0;
    for (Household household : order) {
      household.quintile = (int) Math.min(4, reached * 5 / total) + 1;
      reached += household.weight;
    }
  }
}
