package org.quipu.program;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.quipu.Regions;
import org.quipu.store.PopulationRow;
import org.quipu.store.RegionRow;

/**
 * What coverage is measured against: how many women, people or districts a region has. People by
 * year, sex and age that a user brings take precedence over the census and the one year of people
 * that are at hand otherwise.
 */
public final class Denominators {
  private static final AgeGroup FERTILE = new AgeGroup(15, 49);

  /**
   * One denominator.
   *
   * @param name the population and its year, in Spanish
   */
  record Denominator(double size, String name) {}

  private final Map<String, RegionRow> regions = new TreeMap<>();
  private final Map<String, Map<Integer, AgeBands>> population = new HashMap<>();

  private Denominators() {}

  /**
   * Denominators from the tables of geography.
   *
   * @param population people by year, sex and age; may be empty
   */
  public static Denominators of(List<RegionRow> regions, List<PopulationRow> population) {
    Denominators denominators = new Denominators();
    regions.forEach(region -> denominators.regions.put(region.region(), region));
    for (PopulationRow row : population) {
      denominators
          .population
          .computeIfAbsent(row.region(), region -> new TreeMap<>())
          .computeIfAbsent(row.year(), year -> new AgeBands())
          .add(row);
    }

    return denominators;
  }

  /** Women of 15-49. */
  Optional<Denominator> women(String region, List<Integer> years) {
    return group(region, years, "women", FERTILE)
        .or(
            () ->
                size(region, RegionRow::women, RegionRow::censusYear)
                    .map(
                        d ->
                            new Denominator(
                                d.size(), "mujeres de 15 a 49 años, censo " + d.name())));
  }

  /** People of all ages. */
  Optional<Denominator> people(String region, List<Integer> years) {
    return group(region, years, "", AgeGroup.ALL)
        .or(
            () ->
                size(region, RegionRow::people, RegionRow::peopleYear)
                    .map(d -> new Denominator(d.size(), "personas, " + d.name())));
  }

  /** Districts of today. */
  Optional<Denominator> districts(String region) {
    return size(
            region,
            row -> row.districts() == null ? Double.NaN : row.districts(),
            RegionRow::peopleYear)
        .map(d -> new Denominator(d.size(), "distritos, " + d.name()));
  }

  /**
   * People of a sex and age group, over several years their mean; only from figures by year, sex
   * and age.
   */
  Optional<Denominator> group(String region, List<Integer> years, String sex, AgeGroup ages) {
    Map<Integer, Double> byYear = new TreeMap<>();
    for (int year : yearsKnown(region)) {
      people(region, year, sex, ages).ifPresent(people -> byYear.put(year, people));
    }

    if (byYear.isEmpty()) {
      return Optional.empty();
    }

    List<Integer> used = years.stream().filter(byYear::containsKey).sorted().toList();
    if (used.isEmpty()) {
      int middle = (years.get(0) + years.get(years.size() - 1)) / 2;
      used =
          byYear.keySet().stream()
              .min(Comparator.comparingInt(year -> Math.abs(year - middle)))
              .stream()
              .toList();
    }

    double mean = used.stream().mapToDouble(byYear::get).average().orElseThrow();
    return Optional.of(new Denominator(mean, label(sex, ages) + ", " + span(used, years)));
  }

  private Set<Integer> yearsKnown(String region) {
    Set<Integer> years = new TreeSet<>(population.getOrDefault(region, Map.of()).keySet());
    if (region.equals(Regions.NATIONAL) && years.isEmpty()) {
      population.values().forEach(known -> years.addAll(known.keySet()));
    }

    return years;
  }

  private Optional<Double> people(String region, int year, String sex, AgeGroup ages) {
    AgeBands bands = population.getOrDefault(region, Map.of()).get(year);
    if (bands != null) {
      return bands.people(sex, ages);
    }

    return region.equals(Regions.NATIONAL)
        ? sum(code -> people(code, year, sex, ages))
        : Optional.empty();
  }

  /** The country's figure as the sum over all regions; empty where one of them lacks it. */
  private static Optional<Double> sum(Function<String, Optional<Double>> figure) {
    double sum = 0;
    for (String code : Regions.codes()) {
      Optional<Double> one = figure.apply(code);
      if (one.isEmpty()) {
        return Optional.empty();
      }

      sum += one.get();
    }

    return Optional.of(sum);
  }

  private Optional<Denominator> size(
      String region, ToDoubleFunction<RegionRow> size, Function<RegionRow, Integer> year) {
    Function<String, Optional<Double>> of =
        code ->
            Optional.ofNullable(regions.get(code))
                .map(size::applyAsDouble)
                .filter(value -> !value.isNaN());
    Optional<Double> found = region.equals(Regions.NATIONAL) ? sum(of) : of.apply(region);
    String when =
        regions.values().stream()
            .map(year)
            .filter(Objects::nonNull)
            .map(String::valueOf)
            .findFirst()
            .orElse("año no indicado");
    return found.map(value -> new Denominator(value, when));
  }

  private static String label(String sex, AgeGroup ages) {
    String who =
        switch (sex) {
          case "women" -> "mujeres";
          case "men" -> "hombres";
          default -> "personas";
        };
    if (ages.equals(AgeGroup.ALL)) {
      return who;
    }

    return who
        + " de "
        + ages.from()
        + (ages.to() == AgeGroup.OPEN ? " y más años" : " a " + ages.to() + " años");
  }

  private static String span(List<Integer> used, List<Integer> wanted) {
    if (!wanted.contains(used.get(0))) {
      return used.get(0) + " (el año más cercano)";
    }

    return used.size() == 1
        ? String.valueOf(used.get(0))
        : "promedio " + used.get(0) + "-" + used.get(used.size() - 1);
  }
}
