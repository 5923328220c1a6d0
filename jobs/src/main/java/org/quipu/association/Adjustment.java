package org.quipu.association;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Correction of p-values for the number of tests around them (R: {@code stats::p.adjust}). */
public enum Adjustment {
  /** Benjamini and Hochberg (1995): the false discovery rate. */
  BENJAMINI_HOCHBERG {
    @Override
    double factor(int rank, int count) {
      return (double) count / rank;
    }

    @Override
    void makeMonotone(double[] sorted) {
      for (int i = sorted.length - 2; i >= 0; i--) {
        sorted[i] = Math.min(sorted[i], sorted[i + 1]);
      }
    }
  },

  /** Holm (1979): the chance of any false finding. */
  HOLM {
    @Override
    double factor(int rank, int count) {
      return count - rank + 1.0;
    }

    @Override
    void makeMonotone(double[] sorted) {
      for (int i = 1; i < sorted.length; i++) {
        sorted[i] = Math.max(sorted[i], sorted[i - 1]);
      }
    }
  };

  abstract double factor(int rank, int count);

  abstract void makeMonotone(double[] sorted);

  /** The adjusted p-values, in the order given; NaN stays NaN and is no test of the family. */
  public double[] adjust(double[] pValues) {
    int[] order =
        IntStream.range(0, pValues.length)
            .filter(i -> !Double.isNaN(pValues[i]))
            .boxed()
            .sorted((a, b) -> Double.compare(pValues[a], pValues[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] sorted = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      sorted[i] = Math.min(1, pValues[order[i]] * factor(i + 1, order.length));
    }
    makeMonotone(sorted);
    double[] adjusted = new double[pValues.length];
    Arrays.fill(adjusted, Double.NaN);
    for (int i = 0; i < order.length; i++) {
      adjusted[order[i]] = sorted[i];
    }

    return adjusted;
  }
}
