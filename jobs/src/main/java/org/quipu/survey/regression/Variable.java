package org.quipu.survey.regression;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quipu.survey.Identifiers;

/**
 * An explanatory variable of a formula: a column as it is, or what is made of it.
 *
 * @param of a column, or a function of its numbers
 * @param shape how its values enter
 * @param reference the level of a factor that the others are compared with; null for the first
 * @param power the highest power of a polynomial, or 1
 * @param knots of a spline, in increasing order; empty otherwise
 */
record Variable(Quantity of, Shape shape, String reference, int power, List<Double> knots)
    implements Serializable {
  /** How the values of a column enter. */
  enum Shape {
    /** As numbers, or as a factor where the column holds texts. */
    AS_STORED,
    FACTOR,
    POLYNOMIAL,
    SPLINE
  }

  static Variable asStored(Quantity of) {
    return new Variable(of, Shape.AS_STORED, null, 1, List.of());
  }

  static Variable factor(String column, String reference) {
    return new Variable(Quantity.of(column), Shape.FACTOR, reference, 1, List.of());
  }

  static Variable polynomial(Quantity of, int power) {
    return new Variable(of, Shape.POLYNOMIAL, null, power, List.of());
  }

  static Variable spline(Quantity of, List<Double> knots) {
    return new Variable(of, Shape.SPLINE, null, 1, knots);
  }

  /** The column of the data. */
  String column() {
    return of.column();
  }

  /** As it is written in a formula, without its reference level. */
  String label() {
    return switch (shape) {
      case AS_STORED, FACTOR -> of.label();
      case POLYNOMIAL -> "poly(" + of.label() + ", " + power + ")";
      case SPLINE ->
          knots.stream()
              .map(Identifiers::text)
              .collect(Collectors.joining(", ", "rcs(" + of.label() + ", ", ")"));
    };
  }

  /** Whether only numbers will do. */
  boolean needsNumbers() {
    return shape == Shape.POLYNOMIAL || shape == Shape.SPLINE || !of.isPlain();
  }

  /** How many columns of the model it makes of a number. */
  int width() {
    return shape == Shape.SPLINE ? knots.size() - 1 : power;
  }

  /** What tells these columns apart; empty where there is one. */
  List<String> parts() {
    return width() == 1
        ? List.of("")
        : IntStream.rangeClosed(1, width()).mapToObj(Integer::toString).toList();
  }

  /**
   * One of its columns at a value: x, x², x³ … of a polynomial; of a restricted cubic spline x and
   * then Harrell's terms, which are linear beyond the outer knots (R: {@code Hmisc::rcspline.eval}
   * with {@code norm = 2}).
   *
   * @param part from 0
   * @param x the column's number
   */
  double value(int part, double x) {
    return valueOf(part, of.value(x));
  }

  private double valueOf(int part, double u) {
    if (part == 0) {
      return u;
    }

    if (shape == Shape.SPLINE) {
      return spline(part - 1, u, 3);
    }

    double value = u;
    for (int i = 0; i < part; i++) {
      value *= u;
    }

    return value;
  }

  /** The derivative of {@link #value} by x. */
  double slope(int part, double x) {
    return slopeOf(part, of.value(x)) * of.slope(x);
  }

  private double slopeOf(int part, double u) {
    if (part == 0) {
      return 1;
    }

    return shape == Shape.SPLINE ? spline(part - 1, u, 2) : (part + 1) * valueOf(part - 1, u);
  }

  /** Harrell's term j (power 3), or its derivative (power 2). */
  private double spline(int j, double x, int power) {
    int k = knots.size();
    double last = knots.get(k - 1);
    double before = knots.get(k - 2);
    double span = last - knots.get(0);
    double knot = knots.get(j);
    double sum =
        truncated(x - knot, power)
            + ((before - knot) * truncated(x - last, power)
                    - (last - knot) * truncated(x - before, power))
                / (last - before);
    return sum / (span * span);
  }

  private static double truncated(double distance, int power) {
    if (distance <= 0) {
      return 0;
    }

    return power == 3 ? distance * distance * distance : 3 * distance * distance;
  }
}
