package org.quipu.target;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.quipu.UserException;

/**
 * Whether there is a plan at all. The cheapest areas of each region meet the floors with the fewest
 * areas and at the lowest cost, so that the answer needs no search.
 */
final class Feasibility {
  private final List<Area> areas;
  private final Bounds bounds;

  Feasibility(List<Area> areas, Bounds bounds) {
    this.areas = areas;
    this.bounds = bounds;
  }

  /** Refuses bounds that no plan keeps. */
  void check() {
    Set<String> both = new TreeSet<>(bounds.required());
    both.retainAll(bounds.excluded());
    if (!both.isEmpty()) {
      throw none(
          "areas that are both required and excluded: " + String.join(", ", both),
          "no area in both lists");
    }

    List<Area> least = new ArrayList<>();
    areas.stream().filter(area -> bounds.required().contains(area.key())).forEach(least::add);
    checkSize(least, "the required areas");
    regions().forEach((region, members) -> least.addAll(completion(region, members)));
    checkSize(
        least, "the floor of %d areas of each region".formatted(bounds.floor()) + andRequired());
  }

  private String andRequired() {
    return bounds.required().isEmpty() ? "" : " with the required areas";
  }

  private Map<String, List<Area>> regions() {
    Map<String, List<Area>> regions = new LinkedHashMap<>();
    areas.forEach(
        area -> regions.computeIfAbsent(area.region(), any -> new ArrayList<>()).add(area));
    return regions;
  }

  /** The cheapest areas that a region must give beside its required ones. */
  private List<Area> completion(String region, List<Area> members) {
    int floor = Math.min(bounds.floor(), members.size());
    long required = members.stream().filter(area -> bounds.required().contains(area.key())).count();
    List<Area> open =
        members.stream()
            .filter(area -> !bounds.required().contains(area.key()))
            .filter(area -> !bounds.excluded().contains(area.key()))
            .sorted(Comparator.comparingDouble(Area::cost))
            .toList();
    int lacking = (int) Math.max(0, floor - required);
    if (lacking > open.size()) {
      throw none(
          "a floor of %d areas of each region, and %d areas of region %s that are not excluded"
              .formatted(bounds.floor(), open.size() + required, region),
          "as many areas as the floor asks for; it asks for %d there".formatted(floor));
    }

    return open.subList(0, lacking);
  }

  private void checkSize(List<Area> least, String what) {
    if (least.size() > bounds.maxAreas()) {
      throw none(
          "a maximum of %d areas, and %d at least for %s"
              .formatted(bounds.maxAreas(), least.size(), what),
          "a maximum of %d or more".formatted(least.size()));
    }

    double cost = least.stream().mapToDouble(Area::cost).sum();
    if (cost > Instance.withSlack(bounds.budget())) {
      throw none(
          "a budget of %s, and %s at least for %s"
              .formatted(number(bounds.budget()), number(cost), what),
          "a budget of %s or more".formatted(number(cost)));
    }
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%s", value);
  }

  private static UserException none(String found, String expected) {
    return UserException.input(
        "no plan keeps all bounds", found, expected, "Change one of these bounds.");
  }
}
