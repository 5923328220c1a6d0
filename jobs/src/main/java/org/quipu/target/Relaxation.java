package org.quipu.target;

import java.util.Arrays;

/**
 * Lagrangian relaxation of the budget: the price of cost at which the bound is lowest (Geoffrion
 * 1974). The bound is a convex, piecewise linear function of the price, whose lowest point is found
 * by intersecting the lines of one choice that costs too much and one that does not (Handler and
 * Zang 1980). It equals the bound of the linear programme, as all other bounds are a nested family.
 */
final class Relaxation {
  /** Bounds that differ less than this, relatively, are equal. */
  private static final double ROUNDING = 1e-12;

  private final Instance instance;
  private Selection selection;
  private boolean[] affordable;
  private boolean[] tooDear;
  private double bound;

  Relaxation(Instance instance) {
    this.instance = instance;
    selection = new Selection(instance, 0);
    bound = selection.bound();
    tooDear = selection.chosen;
    if (selection.cost() <= instance.budget) {
      affordable = selection.chosen;
    } else {
      affordable = instance.cheapest();
      descend();
    }
  }

  private void descend() {
    while (true) {
      double value = instance.value(affordable);
      double cost = instance.cost(affordable);
      double price = (instance.value(tooDear) - value) / (instance.cost(tooDear) - cost);
      selection = new Selection(instance, price);
      bound = selection.bound();
      double atCrossing = value + price * (instance.budget - cost);
      boolean same =
          Arrays.equals(selection.chosen, tooDear) || Arrays.equals(selection.chosen, affordable);
      if (same || bound - atCrossing <= ROUNDING * (Math.abs(value) + price * instance.budget)) {
        return;
      }

      if (selection.cost() > instance.budget) {
        tooDear = selection.chosen;
      } else {
        affordable = selection.chosen;
      }
    }
  }

  /** What no plan exceeds. */
  double bound() {
    return bound;
  }

  /** A choice that keeps the bounds. */
  boolean[] affordable() {
    return affordable;
  }

  /** A choice that keeps all bounds but the budget, and is as good at the price. */
  boolean[] tooDear() {
    return tooDear;
  }

  /** The choice at the price of the bound. */
  Selection selection() {
    return selection;
  }

  /** What the bound settles: choices with which no plan reaches a value. */
  Fixing[] fixings(double value) {
    double[] losses = selection.losses();
    double room = bound - value + Departures.tolerance(bound);
    Fixing[] fixings = new Fixing[losses.length];
    Arrays.setAll(
        fixings,
        i -> losses[i] <= room ? Fixing.OPEN : selection.chosen[i] ? Fixing.IN : Fixing.OUT);
    return fixings;
  }
}
