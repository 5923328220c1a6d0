package org.quipu.target;

import java.util.Comparator;

/**
 * Betters a choice that keeps the bounds: adds a candidate or puts one in another's place, the
 * largest gain of value first, until nothing gains.
 */
final class Exchanges {
  private static final int NONE = -1;

  private final Instance instance;
  private final Integer[] byValue;

  Exchanges(Instance instance) {
    this.instance = instance;
    this.byValue = instance.sorted(Comparator.comparingDouble(i -> -instance.value[i]));
  }

  /** The choice after all exchanges. */
  boolean[] better(boolean[] start) {
    boolean[] chosen = start.clone();
    while (exchange(chosen)) {}

    return chosen;
  }

  private boolean exchange(boolean[] chosen) {
    double room = instance.budget - instance.cost(chosen);
    int[] spare = instance.spare(chosen);
    int out = NONE;
    int in = Instance.count(chosen) < instance.limit ? best(chosen, room, NONE, 0) : NONE;
    double gain = in == NONE ? 0 : instance.value[in];
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i]) {
        int region = spare[instance.region[i]] > 0 ? NONE : instance.region[i];
        int entering = best(chosen, room + instance.cost[i], region, instance.value[i] + gain);
        if (entering != NONE) {
          out = i;
          in = entering;
          gain = instance.value[in] - instance.value[out];
        }
      }
    }

    if (in == NONE) {
      return false;
    }

    chosen[in] = true;
    if (out != NONE) {
      chosen[out] = false;
    }

    return true;
  }

  /** The candidate of highest value that costs no more than the room and is above a value. */
  private int best(boolean[] chosen, double room, int region, double above) {
    for (int i : byValue) {
      if (!(instance.value[i] > above)) {
        return NONE;
      }
      if (!chosen[i]
          && instance.cost[i] <= room
          && (region == NONE || region == instance.region[i])) {
        return i;
      }
    }

    return NONE;
  }
}
