package org.quipu.survey.kernel;

/** Identifiers of strata, clusters and domains as text, whatever type their column has. */
public final class Ids {
  private Ids() {}

  /** A whole number's text, also where the file holds it as a floating number: 12 for 12.0. */
  public static String of(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** A text without the empty decimals that a float column gives a whole number: 12 for "12.0". */
  public static String of(String text) {
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
