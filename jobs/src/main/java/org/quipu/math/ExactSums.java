package org.quipu.math;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Many exact sums of doubles at once: a result does not depend on the order of the terms nor on how
 * partial sums were merged. A sum is a superaccumulator (Kulisch and Miranker 1981; Neal 2015,
 * arXiv:1505.05571), a fixed-point number in digits of 32 bits, of which only the window that its
 * terms reach is kept. Whole numbers, such as totals of whole weights, are added as doubles while
 * their sum is exact in a double.
 */
public final class ExactSums implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int DIGIT = 32;
  private static final long MASK = 0xffff_ffffL;
  private static final long FRACTION = (1L << 52) - 1;

  /** Exponent of the lowest bit of the lowest digit. */
  private static final int ORIGIN = -1074;

  /** Digits of each sum. */
  private int width = 6;

  /** Below this every sum of whole numbers is exact. */
  private static final double WHOLE = 0x1p53;

  private long[] digits = new long[0];

  /** Position of each sum's lowest kept digit; -1 where nothing was added. */
  private int[] lowest = new int[0];

  /** The part of each sum that was added as whole numbers, outside its digits. */
  private double[] whole = new double[0];

  /** Makes room for this many sums, numbered from 0; new ones are 0. */
  public void ensure(int count) {
    if (count > lowest.length) {
      int room = Math.max(count, lowest.length + (lowest.length >> 1));
      int old = lowest.length;
      lowest = Arrays.copyOf(lowest, room);
      Arrays.fill(lowest, old, room, -1);
      whole = Arrays.copyOf(whole, room);
      digits = Arrays.copyOf(digits, room * width);
    }
  }

  /**
   * Adds a term to a sum.
   *
   * @throws ArithmeticException if the term is infinite or NaN
   */
  public void add(int sum, double term) {
    double next = whole[sum] + term;
    if (term == Math.rint(term) && Math.abs(next) < WHOLE) {
      whole[sum] = next;
    } else {
      addDigits(sum, term);
    }
  }

  private void addDigits(int sum, double term) {
    long bits = Double.doubleToRawLongBits(term);
    int exponent = (int) ((bits >>> 52) & 0x7ff);
    if (exponent == 0x7ff) {
      throw new ArithmeticException("not a finite number: " + term);
    }

    long mantissa = exponent == 0 ? bits & FRACTION : (bits & FRACTION) | (1L << 52);
    int position = Math.max(exponent - 1, 0);
    int digit = position >>> 5;
    int shift = position & 31;
    int at = offset(sum, digit, digit + 3);
    long low = (mantissa << shift) & MASK;
    long middle = (mantissa >>> (DIGIT - shift)) & MASK;
    long high = shift == 0 ? 0 : mantissa >>> (2 * DIGIT - shift);
    if (bits >= 0) {
      digits[at] += low;
      digits[at + 1] += middle;
      digits[at + 2] += high;
    } else {
      digits[at] -= low;
      digits[at + 1] -= middle;
      digits[at + 2] -= high;
    }
  }

  /** Adds the sum {@code otherSum} of another object to a sum of this one. */
  public void add(int sum, ExactSums other, int otherSum) {
    add(sum, other.whole[otherSum]);
    int from = other.lowest[otherSum];
    int at = otherSum * other.width;
    int used = other.width;
    while (used > 0 && other.digits[at + used - 1] == 0) {
      used--;
    }

    if (from < 0 || used == 0) {
      return;
    }

    carry(other.digits, at, used);
    int to = offset(sum, from, from + used);
    carry(digits, sum * width, width);
    for (int i = 0; i < used; i++) {
      digits[to + i] += other.digits[at + i];
    }
  }

  /** The sum rounded to a double, identical for equal terms in any order. */
  public double value(int sum) {
    if (lowest[sum] < 0) {
      return whole[sum];
    }

    if (whole[sum] != 0) {
      addDigits(sum, whole[sum]);
      whole[sum] = 0;
    }

    long[] number = Arrays.copyOfRange(digits, sum * width, (sum + 1) * width);
    carry(number, 0, width);
    boolean negative = number[width - 1] < 0;
    if (negative) {
      for (int i = 0; i < width; i++) {
        number[i] = -number[i];
      }

      carry(number, 0, width);
    }

    double value = 0;
    for (int i = 0; i < width; i++) {
      value += Math.scalb((double) number[i], ORIGIN + DIGIT * (lowest[sum] + i));
    }

    return negative ? -value : value;
  }

  /** Brings every digit but the highest between 0 and 2^32: the one normal form of a number. */
  private static void carry(long[] digits, int at, int count) {
    for (int i = at; i < at + count - 1; i++) {
      digits[i + 1] += digits[i] >> DIGIT;
      digits[i] &= MASK;
    }
  }

  /** Where the digit at {@code from} lies, with room up to {@code to} and for carries above it. */
  private int offset(int sum, int from, int to) {
    int low = lowest[sum];
    if (low < 0) {
      low = Math.max(0, from - (width - 4) / 2);
      lowest[sum] = low;
    }

    if (from < low || to >= low + width) {
      widen(sum, from, to);
      low = lowest[sum];
    }

    return sum * width + from - low;
  }

  private void widen(int sum, int from, int to) {
    int low = Math.min(from, lowest[sum]);
    int high = Math.max(to + 1, lowest[sum] + width);
    int wider = Math.max(width, high - low);
    if (wider > width) {
      long[] moved = new long[lowest.length * wider];
      for (int i = 0; i < lowest.length; i++) {
        System.arraycopy(digits, i * width, moved, i * wider, width);
      }

      digits = moved;
      width = wider;
    }

    int shift = lowest[sum] - low;
    int at = sum * width;
    System.arraycopy(digits, at, digits, at + shift, width - shift);
    Arrays.fill(digits, at, at + shift, 0);
    lowest[sum] = low;
  }
}
