package org.quipu.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The printed form of the tables, for terminals and notebooks: columns aligned, empty if missing.
 */
public final class TextTables {
  /** How many digits the largest number of a column has unless told otherwise. */
  public static final int DIGITS = 7;

  private static final int MOST_ROWS = 60;
  private static final int MOST_DECIMALS = 6;

  private TextTables() {}

  /**
   * Some columns of a table, a line for each of the first 60 rows.
   *
   * @param columns their names, in order
   * @param digits of the largest number of each column, at least
   */
  public static <R extends Record> String text(
      Table<R> table, List<R> rows, List<String> columns, int digits) {
    List<List<Object>> values =
        rows.subList(0, Math.min(rows.size(), MOST_ROWS)).stream().map(table::values).toList();
    List<List<String>> printed = new ArrayList<>();
    for (String column : columns) {
      int index = table.header().indexOf(column);
      List<Object> cells = new ArrayList<>();
      values.forEach(row -> cells.add(row.get(index)));
      printed.add(aligned(column, cells, digits));
    }

    StringBuilder text = new StringBuilder();
    for (int line = 0; line <= values.size(); line++) {
      int at = line;
      text.append(
              String.join("  ", printed.stream().map(column -> column.get(at)).toList())
                  .stripTrailing())
          .append('\n');
    }

    if (rows.size() > values.size()) {
      text.append("… and ").append(rows.size() - values.size()).append(" more rows\n");
    }

    return text.toString();
  }

  /** The heading and the cells of a column, all of one width: numbers to the right. */
  private static List<String> aligned(String heading, List<Object> values, int digits) {
    int decimals = decimals(values, digits);
    List<String> cells = new ArrayList<>();
    cells.add(heading);
    values.forEach(value -> cells.add(cell(value, decimals)));
    int width = cells.stream().mapToInt(String::length).max().orElseThrow();
    boolean right = values.stream().anyMatch(Number.class::isInstance);
    String format = "%" + (right ? "" : "-") + width + "s";
    return cells.stream().map(cell -> String.format(format, cell)).toList();
  }

  private static String cell(Object value, int decimals) {
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%." + decimals + "f", number)
        : Objects.toString(value, "");
  }

  /** As many decimals as the largest number of a column needs for the digits, at most six. */
  private static int decimals(List<Object> values, int digits) {
    List<Double> numbers =
        values.stream().filter(Double.class::isInstance).map(Double.class::cast).toList();
    if (numbers.stream().allMatch(number -> number == Math.rint(number))) {
      return 0;
    }

    double largest = numbers.stream().mapToDouble(Math::abs).max().orElseThrow();
    int whole = largest < 1 ? 1 : (int) Math.floor(Math.log10(largest)) + 1;
    return Math.max(1, Math.min(MOST_DECIMALS, digits - whole));
  }
}
