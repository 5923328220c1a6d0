package org.quipu.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Distributes a country's total over the regions and their centres. Each region has a permanent and
 * a yearly component of reach, drawn independently of violence.
 */
final class ReachShares {
  private final String purpose;
  private final int year;
  private final List<SampledDistrict> places = SampledDistrict.all();

  /**
   * @param purpose what is distributed; each has random numbers of its own
   */
  ReachShares(String purpose, int year) {
    this.purpose = purpose;
    this.year = year;
  }

  /** The expected count of each centre; they add up to the total. */
  Map<Centre, Double> spread(double total, List<Centre> centres) {
    Map<String, List<Centre>> byRegion =
        centres.stream()
            .collect(
                Collectors.groupingBy(
                    centre -> centre.place().region(), TreeMap::new, Collectors.toList()));
    Map<String, Double> regions = new TreeMap<>();
    byRegion.keySet().forEach(region -> regions.put(region, ofRegion(region)));
    double all = sum(regions);

    Map<Centre, Double> spread = new LinkedHashMap<>();
    byRegion.forEach(
        (region, own) -> {
          Map<Centre, Double> parts = new LinkedHashMap<>();
          own.forEach(centre -> parts.put(centre, ofCentre(centre)));
          double regional = total * regions.get(region) / all / sum(parts);
          parts.forEach((centre, part) -> spread.put(centre, part * regional));
        });
    return spread;
  }

  private double ofRegion(String region) {
    double women =
        places.stream()
            .filter(place -> place.region().equals(region))
            .mapToDouble(SampledDistrict::women)
            .sum();
    double lasting = 0.4 * Dice.of(purpose, region).normal();
    double passing = 0.2 * Dice.of(purpose, region, year).normal();
    return StrictMath.pow(women, 0.7) * StrictMath.exp(lasting + passing);
  }

  private double ofCentre(Centre centre) {
    double own = 0.4 * Dice.of(purpose, "centre", centre.number()).normal();
    return StrictMath.pow(centre.place().women(), 0.3) * StrictMath.exp(own);
  }

  private static double sum(Map<?, Double> numbers) {
    return numbers.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
