package org.quipu.program;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quipu.store.PopulationRow;

/** People of one region and year, by sex and age group. */
final class AgeBands {
  private final Map<String, Map<AgeGroup, Double>> bySex = new HashMap<>();

  void add(PopulationRow row) {
    AgeGroup ages = new AgeGroup(row.fromAge(), row.toAge() == null ? AgeGroup.OPEN : row.toAge());
    bySex.computeIfAbsent(row.sex(), sex -> new HashMap<>()).put(ages, row.people());
  }

  /** People of a group, or of groups that together make it up without gap or overlap. */
  Optional<Double> people(String sex, AgeGroup ages) {
    Optional<Double> direct = fill(bySex.getOrDefault(sex, Map.of()), ages);
    if (direct.isPresent() || !sex.isEmpty()) {
      return direct;
    }

    Optional<Double> men = fill(bySex.getOrDefault("men", Map.of()), ages);
    Optional<Double> women = fill(bySex.getOrDefault("women", Map.of()), ages);
    return men.isPresent() && women.isPresent()
        ? Optional.of(men.get() + women.get())
        : Optional.empty();
  }

  private static Optional<Double> fill(Map<AgeGroup, Double> bands, AgeGroup ages) {
    Double exact = bands.get(ages);
    if (exact != null) {
      return Optional.of(exact);
    }

    List<AgeGroup> starting = new ArrayList<>();
    for (AgeGroup band : bands.keySet()) {
      if (band.from() == ages.from() && ages.holds(band)) {
        starting.add(band);
      }
    }

    starting.sort(Comparator.comparingInt(AgeGroup::to).reversed());
    for (AgeGroup band : starting) {
      Optional<Double> rest = fill(bands, new AgeGroup(band.to() + 1, ages.to()));
      if (rest.isPresent()) {
        return Optional.of(bands.get(band) + rest.get());
      }
    }

    return Optional.empty();
  }
}
