package org.quipu.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quipu.NormalizedText;
import org.quipu.UserException;

/**
 * The months of a year that a record covers, both included.
 *
 * @param fromMonth 1 to 12
 * @param toMonth 1 to 12
 */
public record Period(int fromMonth, int toMonth) {
  static final Period WHOLE_YEAR = new Period(1, 12);

  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("ENE", 1),
          Map.entry("JAN", 1),
          Map.entry("FEB", 2),
          Map.entry("MAR", 3),
          Map.entry("ABR", 4),
          Map.entry("APR", 4),
          Map.entry("MAY", 5),
          Map.entry("JUN", 6),
          Map.entry("JUL", 7),
          Map.entry("AGO", 8),
          Map.entry("AUG", 8),
          Map.entry("SET", 9),
          Map.entry("SEP", 9),
          Map.entry("OCT", 10),
          Map.entry("NOV", 11),
          Map.entry("DIC", 12),
          Map.entry("DEC", 12));

  /**
   * The months in a text such as {@code ENE - JUL}, {@code enero-diciembre}, {@code marzo}; the
   * whole year where it is empty or says so.
   */
  static Period parse(String text, String where) {
    String words = NormalizedText.of(text);
    if (words.isEmpty() || words.equals("ANUAL") || words.equals("ANNUAL")) {
      return WHOLE_YEAR;
    }

    List<Integer> months = new ArrayList<>();
    for (String word : words.split(" ", -1)) {
      Optional.ofNullable(MONTHS.get(word.substring(0, Math.min(3, word.length()))))
          .ifPresent(months::add);
    }

    if (months.isEmpty() || months.size() > 2 || months.get(0) > months.get(months.size() - 1)) {
      throw UserException.input(
          where,
          "period '" + text + "'",
          "months such as ENE - DIC or ENE - JUL",
          "Correct the period, or leave it empty for a whole year.");
    }

    return new Period(months.get(0), months.get(months.size() - 1));
  }

  int months() {
    return toMonth - fromMonth + 1;
  }

  boolean overlaps(Period other) {
    return fromMonth <= other.toMonth && other.fromMonth <= toMonth;
  }

  /** As tables hold it: {@code 1-7}, or the month where it is one. */
  String code() {
    return fromMonth == toMonth ? String.valueOf(fromMonth) : fromMonth + "-" + toMonth;
  }

  /** The period that a table holds. */
  static Period ofCode(String code) {
    String[] ends = code.split("-", 2);
    return new Period(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
  }
}
