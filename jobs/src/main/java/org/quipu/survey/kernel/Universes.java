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
 * Outcomes that the same rows of a stratum answered: they share their denominators. Every ratio has
 * one of its own.
 */
final class Universes implements Serializable {
  private static final long serialVersionUID = 1L;
  private final int[] universes;
  private final int[] outcomes;

  private Universes(int[] universes, int[] outcomes) {
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

  /** An outcome that stands for a universe. */
  int outcome(int universe) {
    return outcomes[universe];
  }

  /** Finds the universes; outcomes of numbers get their bits of answers here. */
  static Universes of(StratumRows rows) {
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

    return classes(rows.layout, masks);
  }

  private static Universes classes(EstimationPlan layout, Set<List<Long>> masks) {
    int[] universe = new int[layout.outcomes().size()];
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
      if (layout.denominator[k] >= 0) {
        universe[k] = count++;
      }
    }

    return numbered(universe);
  }

  /** Without the universes that no outcome has. */
  private static Universes numbered(int[] universe) {
    Map<Integer, Integer> numbers = new HashMap<>();
    int[] outcome = new int[universe.length];
    for (int k = 0; k < universe.length; k++) {
      int number = numbers.computeIfAbsent(universe[k], key -> numbers.size());
      universe[k] = number;
      outcome[number] = k;
    }

    return new Universes(universe, Arrays.copyOf(outcome, numbers.size()));
  }

  private static void markNumbers(StratumRows rows) {
    EstimationPlan layout = rows.layout;
    for (int k = 0; k < layout.outcomes().size(); k++) {
      if (!layout.isBit(k)) {
        double[] numerator = rows.numbers[layout.numerator[k]];
        double[] denominator =
            layout.denominator[k] < 0 ? numerator : rows.numbers[layout.denominator[k]];
        for (int row = 0; row < rows.size; row++) {
          if (!Double.isNaN(numerator[row]) && !Double.isNaN(denominator[row])) {
            rows.answer(row, k, numerator[row] == 0 ? 0 : 1);
          }
        }
      }
    }
  }
}
