package org.quipu.target;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Problems of up to eleven areas, and all their plans. */
final class SmallProblems {
  private SmallProblems() {}

  /** Areas and bounds that some plan may keep, or none. */
  record Problem(List<Area> areas, Bounds bounds) {
    /** Every plan that keeps the bounds: the best first, then the cheapest, then by order. */
    List<Set<Integer>> plans() {
      Comparator<Set<Integer>> byValue = Comparator.comparingDouble(plan -> -value(plan));
      return IntStream.range(0, 1 << areas.size())
          .mapToObj(this::subset)
          .filter(this::keepsBounds)
          .sorted(
              byValue
                  .thenComparingDouble(this::cost)
                  .thenComparing(plan -> flags(plan), Comparator.reverseOrder()))
          .toList();
    }

    private Set<Integer> subset(int bits) {
      return IntStream.range(0, areas.size())
          .filter(i -> (bits >> i & 1) == 1)
          .boxed()
          .collect(Collectors.toSet());
    }

    private String flags(Set<Integer> plan) {
      return IntStream.range(0, areas.size())
          .mapToObj(i -> plan.contains(i) ? "1" : "0")
          .collect(Collectors.joining());
    }

    double value(Set<Integer> plan) {
      return plan.stream().sorted().mapToDouble(i -> areas.get(i).value()).sum();
    }

    double cost(Set<Integer> plan) {
      return plan.stream().sorted().mapToDouble(i -> areas.get(i).cost()).sum();
    }

    boolean keepsBounds(Set<Integer> plan) {
      if (plan.size() > bounds.maxAreas() || cost(plan) > bounds.budget()) {
        return false;
      }

      Map<String, Integer> members = new HashMap<>();
      Map<String, Integer> taken = new HashMap<>();
      for (int i = 0; i < areas.size(); i++) {
        Area area = areas.get(i);
        members.merge(area.region(), 1, Integer::sum);
        taken.merge(area.region(), plan.contains(i) ? 1 : 0, Integer::sum);
        if (plan.contains(i)
            ? bounds.excluded().contains(area.key())
            : bounds.required().contains(area.key())) {
          return false;
        }
      }

      return members.entrySet().stream()
          .allMatch(
              region -> taken.get(region.getKey()) >= Math.min(bounds.floor(), region.getValue()));
    }
  }

  /** A problem with whole values and costs, so that ties are common. */
  static Problem random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = random.nextInt(1, 12);
    int regions = random.nextInt(1, 4);
    boolean alike = random.nextInt(3) == 0;
    List<Area> areas = new ArrayList<>();
    double total = 0;
    for (int i = 0; i < n; i++) {
      int cost = random.nextInt(0, 10);
      int value = alike ? cost + random.nextInt(0, 2) : random.nextInt(-2, 20);
      areas.add(new Area("a" + i, "r" + random.nextInt(regions), value, cost));
      total += cost;
    }

    Bounds bounds = Bounds.NONE;
    if (random.nextInt(5) > 0) {
      bounds = bounds.withBudget(Math.rint(total * random.nextDouble()));
    }
    if (random.nextInt(3) > 0) {
      bounds = bounds.withMaxAreas(random.nextInt(0, n + 1));
    }
    if (random.nextInt(3) > 0) {
      bounds = bounds.withFloor(random.nextInt(0, 3));
    }
    if (random.nextInt(3) == 0) {
      bounds = bounds.requiring(Set.of("a" + random.nextInt(n)));
    }
    if (random.nextInt(3) == 0) {
      bounds = bounds.excluding(Set.of("a" + random.nextInt(n)));
    }

    return new Problem(areas, bounds);
  }
}
