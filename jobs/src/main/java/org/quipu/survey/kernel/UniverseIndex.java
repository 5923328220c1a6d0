package org.quipu.survey.kernel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Numbers the universes of a stratum. A universe is the set of rows that answered an outcome;
 * outcomes with the same universe share their denominators. Every ratio has a universe of its own.
 */
final class UniverseIndex implements Serializable {
  private static final long serialVersionUID = 1L;
  private final int[] universes;
  private final int[] outcomes;

  private UniverseIndex(int[] universes, int[] outcomes) {
    this.universes = universes;
    this.outcomes = outcomes;
  }

  int count() {
    return outcomes.length;
  }

  /** The universe of an outcome. */
  int of(int outcome) {
    return universes[outcome];
  }

  /** One of the outcomes of a universe. */
  int outcome(int universe) {
    return outcomes[universe];
  }

  /** Finds the universes; marks which rows answered the numeric outcomes. */
  static UniverseIndex of(StratumRows rows) {
    markNumbers(rows);
    Set<List<Long>> masks = new LinkedHashSet<>();
    long[] last = null;
    int words = rows.answered.length;
    for (int row = 0; row < rows.size; row++) {
      boolean same = last != null;
      for (int i = 0; i < words && same; i++) {
        same = rows.answered[i][row] == last[i];
      }

      if (!same) {
        last = new long[words];
        List<Long> mask = new ArrayList<>(words);
        for (int i = 0; i < words; i++) {
          last[i] = rows.answered[i][row];
          mask.add(last[i]);
        }

        masks.add(mask);
      }
    }

    return classes(rows.plan, masks);
  }

  private static UniverseIndex classes(EstimationPlan plan, Set<List<Long>> masks) {
    int[] universe = new int[plan.outcomes().size()];
    int count = 1;
    for (List<Long> mask : masks) {
      Map<Long, Integer> split = new HashMap<>();
      for (int k = 0; k < universe.length; k++) {
        long bit = (mask.get(k >> 6) >>> k) & 1;
        universe[k] = split.computeIfAbsent(2L * universe[k] + bit, key -> split.size());
      }

      count = split.size();
    }

    for (int k = 0; k < universe.length; k++) {
      if (plan.denominator[k] >= 0) {
        universe[k] = count++;
      }
    }

    return numbered(universe);
  }

  /** Numbers without gaps the universes that have an outcome. */
  private static UniverseIndex numbered(int[] universe) {
    Map<Integer, Integer> numbers = new HashMap<>();
    int[] outcome = new int[universe.length];
    for (int k = 0; k < universe.length; k++) {
      int number = numbers.computeIfAbsent(universe[k], key -> numbers.size());
      universe[k] = number;
      outcome[number] = k;
    }

    return new UniverseIndex(universe, Arrays.copyOf(outcome, numbers.size()));
  }

  private static void markNumbers(StratumRows rows) {
    EstimationPlan plan = rows.plan;
    for (int k = 0; k < plan.outcomes().size(); k++) {
      if (!plan.isBit(k)) {
        double[] numerator = rows.numbers[plan.numerator[k]];
        double[] denominator =
            plan.denominator[k] < 0 ? numerator : rows.numbers[plan.denominator[k]];
        for (int row = 0; row < rows.size; row++) {
          if (!Double.isNaN(numerator[row]) && !Double.isNaN(denominator[row])) {
            rows.answer(row, k, numerator[row] == 0 ? 0 : 1);
          }
        }
      }
    }
  }
}
