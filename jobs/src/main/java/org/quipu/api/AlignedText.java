package org.quipu.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A table for the terminal or a notebook: numbers to the right, texts to the left, nothing where a
 * value is missing.
 */
final class AlignedText {
  private static final int MOST_ROWS = 60;
  private static final int DIGITS = 7;
  private static final int MOST_DECIMALS = 6;

  private final List<String> headings;
  private final List<Object[]> rows = new ArrayList<>();

  AlignedText(List<String> headings) {
    this.headings = headings;
  }

  void add(Object... values) {
    rows.add(values);
  }

  @Override
  public String toString() {
    List<Object[]> shown = rows.subList(0, Math.min(rows.size(), MOST_ROWS));
    List<List<String>> columns =
        IntStream.range(0, headings.size()).mapToObj(column -> cells(shown, column)).toList();
    StringBuilder text = new StringBuilder();
    for (int line = 0; line <= shown.size(); line++) {
      StringBuilder cells = new StringBuilder();
      for (List<String> column : columns) {
        cells.append(column.get(line)).append("  ");
      }

      text.append(cells.toString().stripTrailing()).append('\n');
    }

    if (rows.size() > shown.size()) {
      text.append("… and ").append(rows.size() - shown.size()).append(" rows more\n");
    }

    return text.toString();
  }

  /** The heading and the cells of a column, all of one width. */
  private List<String> cells(List<Object[]> shown, int column) {
    List<Object> values = new ArrayList<>();
    shown.forEach(row -> values.add(row[column]));
    int decimals = decimals(values);
    List<String> cells = new ArrayList<>();
    cells.add(headings.get(column));
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

  /** As many decimals as the largest number of a column needs for seven digits, at most six. */
  private static int decimals(List<Object> values) {
    List<Double> numbers =
        values.stream().filter(Double.class::isInstance).map(Double.class::cast).toList();
    if (numbers.stream().allMatch(number -> number == Math.rint(number))) {
      return 0;
    }

    double largest = numbers.stream().mapToDouble(Math::abs).max().orElse(0);
    int whole = largest < 1 ? 1 : (int) Math.floor(Math.log10(largest)) + 1;
    return Math.max(1, Math.min(MOST_DECIMALS, DIGITS - whole));
  }
}
