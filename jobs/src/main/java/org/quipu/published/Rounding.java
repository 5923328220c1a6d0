package org.quipu.published;

/** What the digits of a printed number leave open. */
final class Rounding {
  /** Room for the binary form of decimals. */
  private static final double SLACK = 1e-9;

  private Rounding() {}

  /** Half a unit of the last digit. */
  static double half(int decimals) {
    return 0.5 * Math.pow(10, -decimals) + SLACK;
  }

  /** The digits after the point of a number as it is written. */
  static int decimals(String number) {
    int point = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
    return point < 0 ? 0 : number.length() - point - 1;
  }
}
