package org.quipu.target;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Plans made by walking down a list: an area is taken if the bounds can still be kept with it, the
 * cheapest areas being kept back for floors that are not met yet. Always a plan, seldom the best.
 */
public final class Greedy {
  private final Instance instance;
  private final boolean[] chosen;

  /** Region by region: candidates by rising cost, and how many are still to be taken. */
  private final List<List<Integer>> byCost = new ArrayList<>();

  private final int[] lacking;
  private int allLacking;
  private double keptBack;

  private Greedy(Instance instance) {
    this.instance = instance;
    this.chosen = new boolean[instance.size];
    this.lacking = instance.need.clone();
    for (int region = 0; region < lacking.length; region++) {
      byCost.add(new ArrayList<>());
    }
    for (int i : instance.sorted(Comparator.comparingDouble(i -> instance.cost[i]))) {
      byCost.get(instance.region[i]).add(i);
    }
    for (int region = 0; region < lacking.length; region++) {
      allLacking += lacking[region];
      keptBack += completion(region);
    }
  }

  /** Down the list of value per cost. */
  public static Plan byRatio(TargetProblem problem) {
    return plan(problem, ratio(problem.instance()));
  }

  /** Down the list of value. */
  public static Plan byValue(TargetProblem problem) {
    Instance instance = problem.instance();
    return plan(problem, Comparator.comparingDouble(i -> -instance.value[i]));
  }

  /** The order of value per cost; of areas without cost that of value. */
  static Comparator<Integer> ratio(Instance instance) {
    Comparator<Integer> ratio =
        Comparator.comparingDouble(i -> -instance.value[i] / instance.cost[i]);
    return ratio.thenComparingDouble(i -> -instance.value[i]);
  }

  private static Plan plan(TargetProblem problem, Comparator<Integer> order) {
    Instance instance = problem.instance();
    return problem.plan(instance.positions(walk(instance, order)));
  }

  /** The choice that a walk in this order makes. */
  static boolean[] walk(Instance instance, Comparator<Integer> order) {
    Greedy greedy = new Greedy(instance);
    int count = 0;
    double cost = 0;
    for (int i : instance.sorted(order)) {
      if (instance.value[i] > 0 && greedy.take(i, count, cost)) {
        count++;
        cost += instance.cost[i];
      }
    }

    greedy.complete();
    return greedy.chosen;
  }

  /** Takes a candidate if what is kept back for the floors still fits beside it. */
  private boolean take(int i, int count, double cost) {
    int region = instance.region[i];
    double before = completion(region);
    boolean counts = lacking[region] > 0;
    chosen[i] = true;
    lacking[region] -= counts ? 1 : 0;
    double after = keptBack - before + completion(region);
    int stillLacking = allLacking - (counts ? 1 : 0);
    if (count + 1 + stillLacking <= instance.limit
        && cost + instance.cost[i] + after <= instance.budget) {
      keptBack = after;
      allLacking = stillLacking;
      return true;
    }

    chosen[i] = false;
    lacking[region] += counts ? 1 : 0;
    return false;
  }

  /** What the cheapest candidates that a region still must give cost. */
  private double completion(int region) {
    return cheapest(region).stream().mapToDouble(i -> instance.cost[i]).sum();
  }

  private List<Integer> cheapest(int region) {
    return byCost.get(region).stream()
        .filter(i -> !chosen[i])
        .limit(Math.max(0, lacking[region]))
        .toList();
  }

  private void complete() {
    for (int region = 0; region < lacking.length; region++) {
      cheapest(region).forEach(i -> chosen[i] = true);
    }
  }
}
