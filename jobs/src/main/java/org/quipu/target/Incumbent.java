package org.quipu.target;

import java.util.Comparator;
import java.util.stream.Stream;

/** The fast method's choice among the candidates of an instance, with the relaxation behind it. */
@SuppressWarnings("ArrayRecordComponent") // flags by candidate, not values to be compared
record Incumbent(boolean[] chosen, Relaxation relaxation) {
  /**
   * How many choices the search near the relaxed one looks at, for each number of candidates that
   * are turned round.
   */
  private static final int NEARBY = 100_000;

  static Incumbent of(Instance instance) {
    Relaxation relaxation = new Relaxation(instance);
    double[] gain = relaxation.selection().gain;
    Comparator<Integer> byGain = Comparator.comparingDouble(i -> -gain[i]);
    Exchanges exchanges = new Exchanges(instance);
    boolean[] best =
        Stream.of(
                relaxation.affordable(),
                Greedy.walk(instance, byGain),
                Greedy.walk(instance, Greedy.ratio(instance)))
            .map(exchanges::better)
            .max(Comparator.comparingDouble(instance::value))
            .orElseThrow();
    return new Incumbent(
        new Departures(instance, relaxation.selection(), best).nearby(NEARBY), relaxation);
  }
}
