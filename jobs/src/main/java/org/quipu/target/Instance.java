package org.quipu.target;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What is left to choose where some areas are settled: candidates in the problem's order, with what
 * remains of the bounds. Settled areas count for the floors, the number and the budget.
 */
final class Instance {
  /** Sums of costs differ by rounding from the budget that they should meet, relatively. */
  private static final double ROUNDING = 1e-12;

  final int size;

  /** Candidate by candidate: its position in the problem, value, cost and region's number. */
  final int[] position;

  final double[] value;
  final double[] cost;
  final int[] region;

  /** Region by region: how many candidates it must still give. */
  final int[] need;

  final double budget;
  final int limit;

  /** What the settled areas add to the value, and their positions. */
  final double base;

  final List<Integer> settled;

  private Instance(
      int[] position,
      double[] value,
      double[] cost,
      int[] region,
      int[] need,
      double budget,
      int limit,
      double base,
      List<Integer> settled) {
    this.size = position.length;
    this.position = position;
    this.value = value;
    this.cost = cost;
    this.region = region;
    this.need = need;
    this.budget = budget;
    this.limit = limit;
    this.base = base;
    this.settled = settled;
  }

  static double withSlack(double budget) {
    return budget * (1 + ROUNDING);
  }

  static Instance of(List<Area> areas, Bounds bounds) {
    int n = areas.size();
    Map<String, Integer> regions = new HashMap<>();
    int[] region = new int[n];
    int[] members = new int[n];
    for (int i = 0; i < n; i++) {
      region[i] = regions.computeIfAbsent(areas.get(i).region(), any -> regions.size());
      members[region[i]]++;
    }

    Instance all =
        new Instance(
            IntStream.range(0, n).toArray(),
            areas.stream().mapToDouble(Area::value).toArray(),
            areas.stream().mapToDouble(Area::cost).toArray(),
            region,
            Arrays.stream(members, 0, regions.size())
                .map(count -> Math.min(count, bounds.floor()))
                .toArray(),
            withSlack(bounds.budget()),
            bounds.maxAreas(),
            0,
            List.of());
    Fixing[] fixings = new Fixing[n];
    Arrays.setAll(
        fixings,
        i -> {
          String key = areas.get(i).key();
          return bounds.required().contains(key)
              ? Fixing.IN
              : bounds.excluded().contains(key) ? Fixing.OUT : Fixing.OPEN;
        });
    return all.settle(fixings);
  }

  /** What is left when candidates are settled. */
  Instance settle(Fixing[] fixings) {
    int[] open = IntStream.range(0, size).filter(i -> fixings[i] == Fixing.OPEN).toArray();
    int[] needed = need.clone();
    double left = budget;
    int room = limit;
    double sum = base;
    List<Integer> positions = new ArrayList<>(settled);
    for (int i = 0; i < size; i++) {
      if (fixings[i] == Fixing.IN) {
        needed[region[i]] = Math.max(0, needed[region[i]] - 1);
        left -= cost[i];
        room--;
        sum += value[i];
        positions.add(position[i]);
      }
    }

    return new Instance(
        Arrays.stream(open).map(i -> position[i]).toArray(),
        Arrays.stream(open).mapToDouble(i -> value[i]).toArray(),
        Arrays.stream(open).mapToDouble(i -> cost[i]).toArray(),
        Arrays.stream(open).map(i -> region[i]).toArray(),
        needed,
        left,
        room,
        sum,
        positions);
  }

  /** The same choice with other values of all areas, by position in the problem. */
  Instance withValues(double[] values) {
    return new Instance(
        position,
        Arrays.stream(position).mapToDouble(p -> values[p]).toArray(),
        cost,
        region,
        need,
        budget,
        limit,
        settled.stream().mapToDouble(p -> values[p]).sum(),
        settled);
  }

  double value(boolean[] chosen) {
    return base + sum(value, chosen);
  }

  double cost(boolean[] chosen) {
    return sum(cost, chosen);
  }

  private static double sum(double[] numbers, boolean[] chosen) {
    double sum = 0;
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i]) {
        sum += numbers[i];
      }
    }

    return sum;
  }

  /** How many chosen candidates each region has beyond what it must give; negative if it lacks. */
  int[] spare(boolean[] chosen) {
    int[] spare = Arrays.stream(need).map(needed -> -needed).toArray();
    for (int i = 0; i < size; i++) {
      if (chosen[i]) {
        spare[region[i]]++;
      }
    }

    return spare;
  }

  static int count(boolean[] chosen) {
    int count = 0;
    for (boolean each : chosen) {
      count += each ? 1 : 0;
    }

    return count;
  }

  boolean keepsBounds(boolean[] chosen) {
    return cost(chosen) <= budget
        && count(chosen) <= limit
        && Arrays.stream(spare(chosen)).allMatch(spare -> spare >= 0);
  }

  /** The chosen candidates and the settled areas, as positions in the problem, rising. */
  List<Integer> positions(boolean[] chosen) {
    return IntStream.concat(
            settled.stream().mapToInt(Integer::intValue),
            IntStream.range(0, size).filter(i -> chosen[i]).map(i -> position[i]))
        .sorted()
        .boxed()
        .toList();
  }

  /** The candidates of this instance among these positions. */
  boolean[] flags(List<Integer> positions) {
    Set<Integer> among = new HashSet<>(positions);
    boolean[] chosen = new boolean[size];
    for (int i = 0; i < size; i++) {
      chosen[i] = among.contains(position[i]);
    }

    return chosen;
  }

  /** The choice of lowest cost, and of fewest candidates, that meets the floors. */
  boolean[] cheapest() {
    boolean[] chosen = new boolean[size];
    int[] lacking = need.clone();
    Comparator<Integer> byCost = Comparator.comparingDouble(i -> cost[i]);
    for (int i : sorted(byCost.thenComparingDouble(i -> -value[i]))) {
      if (lacking[region[i]]-- > 0) {
        chosen[i] = true;
      }
    }

    return chosen;
  }

  /** The candidates in this order; ties in the problem's. */
  Integer[] sorted(Comparator<Integer> order) {
    Integer[] sorted = new Integer[size];
    Arrays.setAll(sorted, i -> i);
    Arrays.sort(sorted, order);
    return sorted;
  }
}
