package org.quipu.survey;

/** The text of identifiers of strata, clusters and domains, whatever type their column has. */
public final class Identifiers {
  /** Whole numbers under this have no decimals and no exponent. */
  public static final double LARGEST_WHOLE = 1e15;

  private Identifiers() {}

  /** Whether a text is one of a number. */
  public static boolean isNumber(String text) {
    try {
      Double.parseDouble(text);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** The text of a number, a whole one without decimals: "12" for 12.0. */
  public static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** A text without the zero decimals that a floating-point column leaves: "12" for "12.0". */
  public static String text(String text) {
    int point = text.indexOf('.');
    if (point <= 0) {
      return text;
    }

    boolean whole = true;
    for (int i = text.charAt(0) == '-' ? 1 : 0; i < text.length() && whole; i++) {
      char c = text.charAt(i);
      whole = i < point ? c >= '0' && c <= '9' : i == point || c == '0';
    }

    return whole ? text.substring(0, point) : text;
  }
}
