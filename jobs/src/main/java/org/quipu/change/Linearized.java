package org.quipu.change;

import java.util.List;

/**
 * A smooth function of estimated totals: its value and its derivatives by them. Written out with
 * ordinary arithmetic it carries its own linearisation, from which variances and covariances follow
 * by the delta method.
 */
final class Linearized {
  private final double value;
  private final double[] slopes;

  private Linearized(double value, double[] slopes) {
    this.value = value;
    this.slopes = slopes;
  }

  /** The i-th of these totals. */
  static Linearized total(double[] totals, int i) {
    double[] slopes = new double[totals.length];
    slopes[i] = 1;
    return new Linearized(totals[i], slopes);
  }

  static Linearized sum(List<Linearized> terms) {
    return terms.stream().reduce(Linearized::plus).orElseThrow();
  }

  double value() {
    return value;
  }

  Linearized plus(Linearized other) {
    return combine(value + other.value, 1, other, 1);
  }

  Linearized minus(Linearized other) {
    return combine(value - other.value, 1, other, -1);
  }

  Linearized times(Linearized other) {
    return combine(value * other.value, other.value, other, value);
  }

  Linearized over(Linearized other) {
    double ratio = value / other.value;
    return combine(ratio, 1 / other.value, other, -ratio / other.value);
  }

  Linearized times(double factor) {
    return combine(value * factor, factor, this, 0);
  }

  /** Delta-method covariance of two functions of the same totals. */
  double covariance(Linearized other, double[][] ofTotals) {
    double sum = 0;
    for (int i = 0; i < slopes.length; i++) {
      if (slopes[i] != 0) {
        double row = 0;
        for (int j = 0; j < slopes.length; j++) {
          row += ofTotals[i][j] * other.slopes[j];
        }

        sum += slopes[i] * row;
      }
    }

    return sum;
  }

  double variance(double[][] ofTotals) {
    return covariance(this, ofTotals);
  }

  private Linearized combine(double result, double byThis, Linearized other, double byOther) {
    double[] combined = new double[slopes.length];
    for (int i = 0; i < combined.length; i++) {
      combined[i] = byThis * slopes[i] + byOther * other.slopes[i];
    }

    return new Linearized(result, combined);
  }
}
