package org.quipu.target;

import java.util.Arrays;

/**
 * The proof of an optimum by branch and bound. In each node the bound is that of the Lagrangian
 * relaxation, which is as tight as the linear programme's; candidates that it settles are fixed;
 * what stays open is searched whole where that is quick, else divided by a candidate about which
 * the relaxation is undecided.
 */
final class BranchAndBound {
  /** How many choices are looked at in a node before it is divided. */
  static final long AT_NODE = 200_000;

  /** What a node's relaxation weighs for each candidate, in choices looked at. */
  private static final long RELAXATION = 100;

  private final Instance root;
  private final long atNode;
  private boolean[] best;
  private double value;
  private double openBound = Double.NEGATIVE_INFINITY;
  private long left;

  /**
   * A search.
   *
   * @param start a choice that keeps the bounds
   * @param most how many choices are looked at
   * @param atNode how many of them in a node before it is divided
   */
  BranchAndBound(Instance root, boolean[] start, long most, long atNode) {
    this.root = root;
    this.atNode = atNode;
    this.best = start;
    this.value = root.value(start);
    this.left = most;
    visit(root, Double.POSITIVE_INFINITY);
  }

  /** The best choice that was met. */
  boolean[] best() {
    return best;
  }

  /** What no plan exceeds; the value of the best plan where it is proven best. */
  double bound() {
    return Math.max(value, openBound);
  }

  private void visit(Instance node, double above) {
    if (left <= 0) {
      openBound = Math.max(openBound, above);
      return;
    }

    left -= RELAXATION * node.size;
    if (!node.keepsBounds(node.cheapest())) {
      return;
    }

    Relaxation relaxation = new Relaxation(node);
    double bound = Math.min(above, relaxation.bound());
    if (isClosed(bound)) {
      return;
    }

    offer(node, new Exchanges(node).better(relaxation.affordable()));
    if (isClosed(bound) || searchWhole(node, relaxation)) {
      return;
    }

    Fixing[] fixings = relaxation.fixings(value);
    int undecided = undecided(node, relaxation, fixings);
    if (undecided < 0) {
      visit(node.settle(fixings), bound);
      return;
    }

    for (Fixing way : new Fixing[] {Fixing.IN, Fixing.OUT}) {
      Fixing[] child = fixings.clone();
      child[undecided] = way;
      visit(node.settle(child), bound);
    }
  }

  private boolean isClosed(double bound) {
    return bound <= value + Departures.tolerance(bound);
  }

  private void offer(Instance node, boolean[] chosen) {
    double offered = node.value(chosen);
    if (offered > value + Departures.tolerance(value)) {
      best = root.flags(node.positions(chosen));
      value = offered;
    }
  }

  private boolean searchWhole(Instance node, Relaxation relaxation) {
    Departures departures =
        new Departures(node, relaxation.selection(), relaxation.affordable(), value);
    boolean whole = departures.exhaust(Math.min(left, atNode));
    left -= departures.looked();
    offer(node, departures.best());

    return whole;
  }

  /**
   * The dearest of the candidates in which the too dear and the affordable choice differ; any open
   * one if none does; −1 if none is open.
   */
  private static int undecided(Instance node, Relaxation relaxation, Fixing[] fixings) {
    int undecided = -1;
    for (int i = 0; i < node.size; i++) {
      boolean differs = relaxation.tooDear()[i] != relaxation.affordable()[i];
      if (differs
          && fixings[i] == Fixing.OPEN
          && (undecided < 0 || node.cost[i] > node.cost[undecided])) {
        undecided = i;
      }
    }

    return undecided >= 0 ? undecided : Arrays.asList(fixings).indexOf(Fixing.OPEN);
  }
}
