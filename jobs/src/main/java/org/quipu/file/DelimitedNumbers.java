package org.quipu.file;

import java.util.regex.Pattern;

/** Numbers as spreadsheets write them in English or in Spanish. */
final class DelimitedNumbers {
  private static final Pattern COMMA_THOUSANDS =
      Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
  private static final Pattern DOT_THOUSANDS = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3})+,\\d+");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d*,\\d+([eE][+-]?\\d+)?");

  /** A text with more characters is no number that a person or a program writes. */
  private static final int LONGEST = 100;

  private DelimitedNumbers() {}

  /**
   * The same number with a decimal point and without thousands separators; any other text
   * unchanged. A comma before three digits separates thousands in files separated by commas ({@code
   * "4,146"}), and decimals in others.
   */
  static String plain(String text, char delimiter) {
    if (text.indexOf(',') < 0 || text.length() > LONGEST) {
      return text;
    }

    boolean decimal = DECIMAL_COMMA.matcher(text).matches();
    boolean thousands = COMMA_THOUSANDS.matcher(text).matches();
    if (thousands && (delimiter == ',' || !decimal)) {
      return text.replace(",", "");
    }

    if (decimal) {
      return text.replace(',', '.');
    }

    return DOT_THOUSANDS.matcher(text).matches() ? text.replace(".", "").replace(',', '.') : text;
  }

  static boolean isShortInteger(byte[] bytes, int from, int to) {
    int first = bytes[from] == '-' ? from + 1 : from;
    if (to == first || to - first > 15) {
      return false;
    }

    for (int i = first; i < to; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return false;
      }
    }

    return true;
  }

  static double integer(byte[] bytes, int from, int to) {
    boolean negative = bytes[from] == '-';
    long value = 0;
    for (int i = negative ? from + 1 : from; i < to; i++) {
      value = 10 * value + bytes[i] - '0';
    }

    return negative ? -value : value;
  }
}
