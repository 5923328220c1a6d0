package org.quipu.survey.calibration;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quipu.survey.Identifiers;
import org.quipu.survey.calibration.PopulationTotals.Margin;

/**
 * The columns x of a calibration: a 1 for every row where only the size of the population is known
 * besides numbers, one of 0 and 1 for each level, and the numbers. A row is kept as the place of
 * its level among all columns, one for each variable of levels, and its numbers.
 */
public final class Auxiliaries implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The place of a level that is missing. */
  static final int MISSING = -1;

  /** The place of a level that has no total. */
  static final int UNKNOWN = -2;

  private final List<Margin> factors;
  private final int[][] texts;
  private final List<Map<String, Integer>> places = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<Double> totals = new ArrayList<>();
  private final int constants;
  private final int firstNumber;

  Auxiliaries(Calibration calibration) {
    PopulationTotals of = calibration.totals();
    this.factors = of.factors();
    this.texts =
        factors.stream()
            .map(
                margin ->
                    margin.columns().stream().mapToInt(calibration.texts()::indexOf).toArray())
            .toArray(int[][]::new);
    if (factors.isEmpty() && !Double.isNaN(of.size())) {
      names.add("population");
      totals.add(of.size());
    }

    this.constants = names.size();
    for (Margin margin : factors) {
      Map<String, Integer> levels = new HashMap<>();
      for (int i = 0; i < margin.levels().size(); i++) {
        levels.put(margin.levels().get(i), names.size());
        names.add(margin.variable() + " " + margin.levels().get(i));
        totals.add(margin.totals().get(i));
      }

      places.add(levels);
    }

    this.firstNumber = names.size();
    for (Margin margin : of.numbers()) {
      names.add(margin.variable());
      totals.add(margin.sum());
    }
  }

  /** How many columns there are. */
  int count() {
    return names.size();
  }

  /** How many variables have levels. */
  public int factors() {
    return factors.size();
  }

  /** How many variables are numbers. */
  public int numbers() {
    return names.size() - firstNumber;
  }

  /** The columns of 1 in every row: one, or none. */
  int constants() {
    return constants;
  }

  /** The first column of numbers. */
  int firstNumber() {
    return firstNumber;
  }

  String name(int column) {
    return names.get(column);
  }

  double total(int column) {
    return totals.get(column);
  }

  Margin factor(int factor) {
    return factors.get(factor);
  }

  /** Whether the columns of levels, or the one of 1, add up to 1 in every row. */
  boolean spanConstant() {
    return firstNumber > 0;
  }

  /**
   * Finds the places of a row's levels.
   *
   * @param values of {@link Calibration#texts}, null where missing
   * @param levels filled in, one for each variable of levels
   */
  public void place(String[] values, int[] levels) {
    for (int i = 0; i < levels.length; i++) {
      levels[i] = place(values, i);
    }
  }

  private int place(String[] values, int factor) {
    int[] columns = texts[factor];
    StringBuilder level = new StringBuilder();
    for (int i = 0; i < columns.length; i++) {
      String value = values[columns[i]];
      if (value == null) {
        return MISSING;
      }

      level.append(i == 0 ? "" : ":").append(Identifiers.text(value));
    }

    return places.get(factor).getOrDefault(level.toString(), UNKNOWN);
  }
}
