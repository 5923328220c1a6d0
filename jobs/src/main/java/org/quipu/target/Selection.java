package org.quipu.target;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The best choice when cost has a price instead of a bound: each region gives its best candidates
 * up to its floor, then the best of all others follow while they gain and the number allows. It is
 * exact, as floors inside one maximum are a nested family.
 */
final class Selection {
  /** Candidate by candidate: value less the price of its cost. */
  final double[] gain;

  final boolean[] chosen;

  private final Instance instance;
  private final double price;
  private final boolean[] forced;
  private int count;

  /** Region by region: the lowest gain chosen for the floor, and the highest of the others. */
  private final double[] lowestForced;

  private final double[] highestOther;
  private final boolean[] otherIsChosen;

  /** The lowest gain chosen beyond the floors, and the highest that is not chosen, or 0. */
  private double lowestFree = Double.POSITIVE_INFINITY;

  private double highestLeft;

  Selection(Instance instance, double price) {
    this.instance = instance;
    this.price = price;
    this.gain = new double[instance.size];
    Arrays.setAll(gain, i -> instance.value[i] - price * instance.cost[i]);
    this.chosen = new boolean[instance.size];
    this.forced = new boolean[instance.size];
    int regions = instance.need.length;
    this.lowestForced = new double[regions];
    this.highestOther = new double[regions];
    this.otherIsChosen = new boolean[regions];
    Arrays.fill(lowestForced, Double.POSITIVE_INFINITY);
    Arrays.fill(highestOther, Double.NEGATIVE_INFINITY);
    Integer[] order = instance.sorted(Comparator.comparingDouble(i -> -gain[i]));
    meetFloors(order);
    fill(order);
  }

  private void meetFloors(Integer[] order) {
    int[] lacking = instance.need.clone();
    for (int i : order) {
      int region = instance.region[i];
      if (lacking[region] > 0) {
        lacking[region]--;
        forced[i] = true;
        chosen[i] = true;
        count++;
        lowestForced[region] = gain[i];
      }
    }
  }

  private void fill(Integer[] order) {
    for (int i : order) {
      if (forced[i]) {
        continue;
      }

      int region = instance.region[i];
      if (gain[i] > 0 && count < instance.limit) {
        chosen[i] = true;
        count++;
        lowestFree = gain[i];
      } else {
        highestLeft = Math.max(highestLeft, gain[i]);
      }
      if (highestOther[region] == Double.NEGATIVE_INFINITY) {
        highestOther[region] = gain[i];
        otherIsChosen[region] = chosen[i];
      }
    }
  }

  double value() {
    return instance.value(chosen);
  }

  double cost() {
    return instance.cost(chosen);
  }

  /** What no plan exceeds: the value of this choice with the rest of the budget at the price. */
  double bound() {
    return price == 0 ? value() : value() + price * (instance.budget - cost());
  }

  /**
   * Candidate by candidate: how far the bound falls when the choice about it is turned round;
   * infinite where that breaks a floor or the number.
   */
  double[] losses() {
    double[] losses = new double[instance.size];
    for (int i = 0; i < losses.length; i++) {
      int region = instance.region[i];
      if (!chosen[i]) {
        double leaving = Math.min(lowestForced[region], lowestFree);
        losses[i] = (count < instance.limit ? Math.min(0, leaving) : leaving) - gain[i];
      } else if (forced[i] && !otherIsChosen[region]) {
        losses[i] = gain[i] - highestOther[region];
      } else {
        losses[i] = gain[i] - highestLeft;
      }
    }

    return losses;
  }

  /**
   * Candidate by candidate: its gain less the price of a place in the plan. Chosen ones have 0 or
   * more, others 0 or less, and a plan that departs from this choice has a value of at most the
   * bound less the sum of these, without sign, over the candidates where it departs.
   */
  double[] reducedGains() {
    double place = 0;
    if (count == instance.limit) {
      place = Double.isInfinite(lowestFree) ? highestLeft : (lowestFree + highestLeft) / 2;
    }

    double[] reduced = new double[instance.size];
    for (int i = 0; i < reduced.length; i++) {
      int region = instance.region[i];
      double threshold = place;
      if (lowestForced[region] < place) {
        // The floor holds: any price between the last that meets it and the next one will do.
        threshold =
            Double.isInfinite(highestOther[region])
                ? lowestForced[region]
                : (lowestForced[region] + highestOther[region]) / 2;
      }
      reduced[i] = gain[i] - threshold;
    }

    return reduced;
  }
}
