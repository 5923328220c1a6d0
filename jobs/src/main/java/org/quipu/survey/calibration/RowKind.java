package org.quipu.survey.calibration;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What a calibration tells rows apart by.
 *
 * @param weight 0 where weights are not told apart
 * @param stratum empty where clusters are not told apart
 * @param cluster the same
 */
record RowKind(Levels levels, Numbers numbers, double weight, String stratum, String cluster)
    implements Serializable, Comparable<RowKind> {
  @Override
  public int compareTo(RowKind other) {
    int order = Arrays.compare(levels.of, other.levels.of);
    order = order == 0 ? Arrays.compare(numbers.of, other.numbers.of) : order;
    order = order == 0 ? Double.compare(weight, other.weight) : order;
    order = order == 0 ? stratum.compareTo(other.stratum) : order;
    return order == 0 ? cluster.compareTo(other.cluster) : order;
  }

  /** The places of a row's levels. */
  static final class Levels implements Serializable {
    private static final long serialVersionUID = 1L;
    private final int[] of;

    Levels(int... of) {
      this.of = of;
    }

    int[] of() {
      return of;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Levels levels && Arrays.equals(of, levels.of);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(of);
    }
  }

  /** A row's values of the variables of numbers. */
  static final class Numbers implements Serializable {
    private static final long serialVersionUID = 1L;
    private final double[] of;

    Numbers(double... of) {
      this.of = of;
    }

    double[] of() {
      return of;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Numbers numbers && Arrays.equals(of, numbers.of);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(of);
    }
  }
}
