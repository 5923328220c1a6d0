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
import org.quipu.YearRange;
import org.quipu.program.DenominatorName.Source;
import org.quipu.program.DenominatorName.Unit;
import org.quipu.store.PopulationRow;
import org.quipu.store.RegionRow;

/**
 * What coverage is measured against: how many women, people or districts a region has. A user's
 * population by year, sex and age takes precedence over the census and over the population of one
 * year that ship with Quipu.
 */
public final class Denominators {
  /** The ages of the women whom ENDES interviews. */
  private static final AgeGroup INTERVIEWED = new AgeGroup(15, 49);

  /**
   * One denominator.
   *
   * @param name what is counted, and the source and year of the number
   */
  record Denominator(double size, DenominatorName name) {}

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
    return group(region, years, "women", INTERVIEWED)
        .or(
            () ->
                size(region, RegionRow::women)
                    .map(
                        size ->
                            new Denominator(
                                size,
                                new DenominatorName(
                                    Unit.WOMEN,
                                    INTERVIEWED,
                                    Source.CENSUS,
                                    year(RegionRow::censusYear)))));
  }

  /** Men of 15-49; only from figures by year, sex and age. */
  Optional<Denominator> men(String region, List<Integer> years) {
    return group(region, years, "men", INTERVIEWED);
  }

  /** People of all ages. */
  Optional<Denominator> people(String region, List<Integer> years) {
    return group(region, years, "", AgeGroup.ALL)
        .or(() -> size(region, RegionRow::people).map(size -> ofPeopleYear(Unit.PEOPLE, size)));
  }

  /** Districts of today. */
  Optional<Denominator> districts(String region) {
    return size(region, row -> row.districts() == null ? Double.NaN : row.districts())
        .map(size -> ofPeopleYear(Unit.DISTRICTS, size));
  }

  private Denominator ofPeopleYear(Unit unit, double size) {
    return new Denominator(
        size, new DenominatorName(unit, AgeGroup.ALL, Source.YEAR, year(RegionRow::peopleYear)));
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
    return Optional.of(
        new Denominator(
            mean,
            new DenominatorName(
                Unit.ofSex(sex),
                ages,
                source(used, years),
                new YearRange(used.get(0), used.get(used.size() - 1)))));
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

  private Optional<Double> size(String region, ToDoubleFunction<RegionRow> size) {
    Function<String, Optional<Double>> of =
        code ->
            Optional.ofNullable(regions.get(code))
                .map(size::applyAsDouble)
                .filter(value -> !value.isNaN());
    return region.equals(Regions.NATIONAL) ? sum(of) : of.apply(region);
  }

  /** The first year that the regions name; null where none does. */
  private YearRange year(Function<RegionRow, Integer> year) {
    return regions.values().stream()
        .map(year)
        .filter(Objects::nonNull)
        .findFirst()
        .map(known -> new YearRange(known, known))
        .orElse(null);
  }

  private static Source source(List<Integer> used, List<Integer> wanted) {
    if (!wanted.contains(used.get(0))) {
      return Source.NEAREST_YEAR;
    }

    return used.size() == 1 ? Source.YEAR : Source.MEAN;
  }
}
