package org.quipu.math;

import java.io.Serializable;

/**
 * Sums of many bounded numbers in whole multiples of a small unit: a sum is a {@code long}, does
 * not depend on the order of its terms, and costs little more than a sum of doubles. For n terms up
 * to b the unit is below n·b / 2^61, so the rounding of each is far below that of a sum in doubles.
 * Where terms have no bound that is known, {@link ExactSums} serves.
 */
public final class FixedPoint implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int BITS = 62;
  private static final int LARGEST_EXPONENT = 1000;

  private final double scale;

  private FixedPoint(double scale) {
    this.scale = scale;
  }

  /**
   * The finest unit in which the sum of so many terms fits.
   *
   * @param bound of the size of each term; finite, 0 or more
   */
  public static FixedPoint of(double bound, long terms) {
    if (!(bound >= 0 && bound < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("terms bounded by " + bound);
    }

    int needed = Math.getExponent(Math.max(bound, Double.MIN_NORMAL)) + 1;
    int counted = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, terms));
    return new FixedPoint(Math.scalb(1.0, Math.min(LARGEST_EXPONENT, BITS - needed - counted)));
  }

  /** A term in units; terms are added as longs. */
  public long of(double term) {
    return (long) Math.rint(term * scale);
  }

  /** A sum of terms as a number. */
  public double value(long sum) {
    return sum / scale;
  }
}
