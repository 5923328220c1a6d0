package org.quipu.math;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.quipu.Coded;
import org.quipu.UserException;

/**
 * Corrections of p-values for the number of tests of a family, as R's {@code p.adjust}. Tests that
 * could not be made (NaN) stay NaN and do not count.
 */
public enum Adjustment implements Coded {
  /** Holm (1979): holds the chance of any false finding in the family. */
  HOLM("holm"),
  /** Benjamini and Hochberg (1995): holds the expected share of false findings among all found. */
  BENJAMINI_HOCHBERG("bh");

  private final String code;

  Adjustment(String code) {
    this.code = code;
  }

  /** The adjustment of this name: {@code holm} or {@code bh}. */
  public static Adjustment named(String name) {
    for (Adjustment adjustment : values()) {
      if (adjustment.code.equalsIgnoreCase(name)) {
        return adjustment;
      }
    }

    throw UserException.input("adjustment", "'" + name + "'", "holm or bh", "Choose one of them.");
  }

  /** Adjusted p-values, in the order of the family. */
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

  /** How many of these tests were made. */
  public static int tests(double[] pValues) {
    return (int) IntStream.range(0, pValues.length).filter(i -> !Double.isNaN(pValues[i])).count();
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
