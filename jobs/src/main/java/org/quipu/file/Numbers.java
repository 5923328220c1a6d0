package org.quipu.file;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as text. */
public final class Numbers {
  /** Decimals of up to this many significant digits are all different doubles. */
  private static final int ALWAYS_DISTINCT = 15;

  private Numbers() {}

  /**
   * The shortest decimal that reads back as the same double; whole numbers without a point, NaN as
   * nothing.
   */
  public static String shortest(double value) {
    if (Double.isNaN(value)) {
      return "";
    }

    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }

    String text = Double.toString(value);
    if (Double.isInfinite(value) || text.length() <= ALWAYS_DISTINCT) {
      return tidy(text);
    }

    // Double.toString before JDK 19 may print a digit or two more than needed.
    for (int digits = ALWAYS_DISTINCT; digits < 17; digits++) {
      BigDecimal rounded = new BigDecimal(value, new MathContext(digits));
      if (rounded.doubleValue() == value) {
        return tidy(
            Double.toString(value).contains("E")
                ? scientific(rounded)
                : rounded.stripTrailingZeros().toPlainString());
      }
    }

    return tidy(text);
  }

  private static String scientific(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    int exponent = stripped.precision() - stripped.scale() - 1;
    return stripped.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "E" + exponent;
  }

  private static String tidy(String text) {
    return text.contains(".0E") ? text.replace(".0E", "E") : text;
  }
}
