package org.quipu.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.quipu.UserException;

/** Numbers as text. */
public final class Numbers {
  /** Decimals with up to this many significant digits are distinct doubles. */
  private static final int ALWAYS_DISTINCT = 15;

  /** The largest number up to which a double holds every whole number. */
  private static final double LARGEST_COUNT = 1L << 53;

  private Numbers() {}

  /**
   * The shortest decimal that reads back as the same double; whole numbers without a decimal point,
   * NaN as an empty text.
   */
  public static String shortest(double value) {
    if (Double.isNaN(value)) {
      return "";
    }

    if (value == Math.rint(value) && Math.abs(value) <= LARGEST_COUNT) {
      return Long.toString((long) value);
    }

    String text = Double.toString(value);
    if (Double.isInfinite(value) || text.length() <= ALWAYS_DISTINCT) {
      return tidy(text);
    }

    // Before JDK 19 Double.toString may print one or two digits more than needed.
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

  /**
   * The number that a text is: decimal, with or without an exponent, or infinite.
   *
   * @throws NumberFormatException where it is not a number
   */
  static double parse(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ofNumber = (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0;
      if (!ofNumber) {
        return infinity(text);
      }
    }

    return Double.parseDouble(text);
  }

  private static double infinity(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "inf", "+inf", "infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw new NumberFormatException("not a number: " + text);
    };
  }

  /**
   * The number that a value of a table is; NaN where it is blank.
   *
   * @throws NumberFormatException where it is not a number
   */
  static double parseValue(String text) {
    return text.isBlank() ? Double.NaN : parse(text.strip());
  }

  /** The error of a value that should be a number. It may be a respondent's, and is not told. */
  static UserException notANumber(String file, long row, String column) {
    return UserException.input(
        file + ", row " + row + ", column " + column,
        "text",
        "a number",
        "Correct the value, or leave it empty where there is none.");
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
