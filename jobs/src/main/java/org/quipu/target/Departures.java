package org.quipu.target;

import java.util.Comparator;

/**
 * Looks for a better choice by departing from the relaxed one: the choice about some candidates is
 * turned round, those first that cost the bound least, as long as the bound leaves room for what is
 * looked for. Of choices of equal value the cheapest is preferred, of these the one that has the
 * first candidate in which they differ.
 */
final class Departures {
  /** The most candidates turned round at a time in a search that is not exhaustive. */
  private static final int DEEPEST = 6;

  /** Values that differ less than this, relatively, are equal. */
  private static final double ROUNDING = 1e-11;

  private final Instance instance;
  private final double bound;
  private final double tolerance;
  private final double margin;
  private final double[] reduced;
  private final Integer[] order;
  private final boolean[] chosen;
  private final int[] spare;
  private int lacking;
  private boolean[] best;
  private double bestValue;
  private double bestCost;
  private boolean tied;
  private long left;
  private long looked;
  private boolean cut;

  /**
   * A search.
   *
   * @param relaxed the relaxed choice, at the price of the bound
   * @param start a choice that keeps the bounds
   */
  Departures(Instance instance, Selection relaxed, boolean[] start) {
    this(instance, relaxed, start, instance.value(start), -1);
  }

  /**
   * A search for what is better than a value; choices of equal value are passed over.
   *
   * @param start what {@link #best} is if there is nothing better
   */
  Departures(Instance instance, Selection relaxed, boolean[] start, double value) {
    this(instance, relaxed, start, value, 1);
  }

  private Departures(
      Instance instance, Selection relaxed, boolean[] start, double value, int sign) {
    this.instance = instance;
    this.bound = relaxed.bound();
    this.tolerance = tolerance(bound);
    this.margin = sign * tolerance;
    this.reduced = relaxed.reducedGains();
    this.order = instance.sorted(Comparator.comparingDouble(i -> Math.abs(reduced[i])));
    this.chosen = relaxed.chosen.clone();
    this.spare = instance.spare(chosen);
    this.best = start;
    this.bestValue = value;
    this.bestCost = instance.cost(start);
  }

  /** Up to which difference values of about this size are equal. */
  static double tolerance(double value) {
    return ROUNDING * Math.max(1, Math.abs(value));
  }

  /** Turns round up to six candidates; for each number of them so many choices are looked at. */
  boolean[] nearby(long most) {
    for (int depth = 1; depth <= DEEPEST; depth++) {
      left = most;
      search(depth, tolerance);
    }

    return best;
  }

  /**
   * Goes through all choices that the bound does not rule out.
   *
   * @param most how many are looked at
   * @return whether there were no more than these: then {@link #best} is the best of all
   */
  boolean exhaust(long most) {
    left = most;
    cut = false;
    search(instance.size, margin);
    return !cut;
  }

  boolean[] best() {
    return best;
  }

  /** How many choices were looked at. */
  long looked() {
    return looked;
  }

  /** Whether another choice was met that has the value of the best one. */
  boolean tied() {
    return tied;
  }

  private void search(int depth, double above) {
    visit(
        0,
        depth,
        above,
        bound,
        instance.value(chosen),
        instance.cost(chosen),
        Instance.count(chosen));
  }

  private void visit(
      int from, int depth, double above, double below, double value, double cost, int count) {
    if (value >= bestValue - tolerance
        && cost <= instance.budget
        && count <= instance.limit
        && lacking == 0) {
      meet(value, cost);
    }

    if (depth == 0) {
      return;
    }

    for (int k = from; k < order.length; k++) {
      int i = order[k];
      double lower = below - Math.abs(reduced[i]);
      if (lower <= bestValue + above) {
        return;
      }
      if (left <= 0) {
        cut = true;
        return;
      }

      left--;
      looked++;
      int sign = chosen[i] ? -1 : 1;
      turn(i, sign);
      visit(
          k + 1,
          depth - 1,
          above,
          lower,
          value + sign * instance.value[i],
          cost + sign * instance.cost[i],
          count + sign);
      turn(i, -sign);
    }
  }

  private void meet(double value, double cost) {
    boolean higher = value > bestValue + tolerance;
    int difference = firstDifference();
    if (!higher && difference == chosen.length) {
      return;
    }

    tied = !higher;
    boolean cheaper = cost < bestCost - tolerance(bestCost);
    boolean dearer = cost > bestCost + tolerance(bestCost);
    if (higher || cheaper || (!dearer && chosen[difference])) {
      best = chosen.clone();
      bestValue = value;
      bestCost = cost;
    }
  }

  private int firstDifference() {
    int at = 0;
    while (at < chosen.length && chosen[at] == best[at]) {
      at++;
    }

    return at;
  }

  private void turn(int i, int sign) {
    int region = instance.region[i];
    int before = Math.max(0, -spare[region]);
    spare[region] += sign;
    lacking += Math.max(0, -spare[region]) - before;
    chosen[i] = sign > 0;
  }
}
