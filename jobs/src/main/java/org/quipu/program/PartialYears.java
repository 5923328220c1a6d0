package org.quipu.program;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quipu.store.CoverageRow;

/**
 * The years of a window that are incomplete or have no records. The table holds them as {@code
 * 2019:none;2022:1-3+7;2023:1-7}: no records of 2019, those of January to March and July of 2022
 * and of January to July of 2023.
 *
 * @param months by year, the months that are recorded; none where there are no records
 */
public record PartialYears(SortedMap<Integer, List<Period>> months) {
  private static final String NONE = "none";

  /** The years as the table holds them; empty where none is partial. */
  String code() {
    List<String> years = new ArrayList<>();
    months.forEach(
        (year, recorded) ->
            years.add(
                year
                    + ":"
                    + (recorded.isEmpty()
                        ? NONE
                        : recorded.stream().map(Period::code).collect(joining("+")))));
    return String.join(";", years);
  }

  /** Whether a row is of a single year of which only some months are recorded. */
  static boolean isPartOfOneYear(CoverageRow row) {
    return row.fromYear() == row.toYear() && of(row.partial()).months.containsKey(row.fromYear());
  }

  /**
   * The years that the table holds.
   *
   * @param code as in the column {@code partial}
   * @throws IllegalArgumentException if it is none
   */
  public static PartialYears of(String code) {
    SortedMap<Integer, List<Period>> months = new TreeMap<>();
    for (String year : code.isEmpty() ? new String[0] : code.split(";", -1)) {
      String[] parts = year.split(":", -1);
      if (parts.length != 2) {
        throw new IllegalArgumentException("'" + code + "' does not name partial years");
      }

      months.put(
          Integer.valueOf(parts[0]),
          parts[1].equals(NONE)
              ? List.of()
              : Arrays.stream(parts[1].split("\\+", -1)).map(Period::ofCode).toList());
    }

    return new PartialYears(months);
  }
}
