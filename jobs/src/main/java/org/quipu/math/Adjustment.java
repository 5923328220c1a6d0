package org.quipu.math;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.quipu.Coded;
import org.quipu.UserException;

/** Corrections of p-values for the number of tests in a family (R: {@code p.adjust}). */
public enum Adjustment implements Coded {
  /** Holm (1979): controls the probability of any false rejection in the family. */
  HOLM("holm"),

  /** Benjamini and Hochberg (1995): controls the expected share of false among all rejections. */
  BENJAMINI_HOCHBERG("bh");

  private final String code;

  Adjustment(String code) {
    this.code = code;
  }

  /**
   * The adjustment of this name: {@code holm} or {@code bh}, in any case.
   *
   * @throws UserException if there is none
   */
  public static Adjustment named(String name) {
    for (Adjustment adjustment : values()) {
      if (adjustment.code.equalsIgnoreCase(name)) {
        return adjustment;
      }
    }

    throw UserException.input("adjustment", "'" + name + "'", "holm or bh", "Choose one of them.");
  }

  /**
   * Adjusts the p-values of a family.
   *
   * @param pValues one for each test; NaN for tests that could not be made, which do not count
   * @return the adjusted p-values in the same order, at most 1; NaN stays NaN
   */
  public double[] adjust(double[] pValues) {
    List<Integer> rising =
        IntStream.range(0, pValues.length)
            .filter(i -> !Double.isNaN(pValues[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues[i]))
            .toList();
    double[] adjusted = new double[pValues.length];
    Arrays.fill(adjusted, Double.NaN);
    if (this == HOLM) {
      stepDown(pValues, rising, adjusted);
    } else {
      stepUp(pValues, rising, adjusted);
    }

    return adjusted;
  }

  private static void stepDown(double[] pValues, List<Integer> rising, double[] adjusted) {
    int tests = rising.size();
    double largest = 0;
    for (int rank = 0; rank < tests; rank++) {
      int i = rising.get(rank);
      largest = Math.max(largest, Math.min(1, (tests - rank) * pValues[i]));
      adjusted[i] = largest;
    }
  }

  private static void stepUp(double[] pValues, List<Integer> rising, double[] adjusted) {
    int tests = rising.size();
    double smallest = 1;
    for (int rank = tests - 1; rank >= 0; rank--) {
      int i = rising.get(rank);
      smallest = Math.min(smallest, (double) tests / (rank + 1) * pValues[i]);
      adjusted[i] = smallest;
    }
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String toString() {
    return code;
  }
}
