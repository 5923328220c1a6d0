package org.quipu.survey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.quipu.UserException;
import org.quipu.survey.kernel.Ids;

/** A small survey file in memory: columns of numbers (NaN is missing) or of texts (null is). */
public final class SurveyTable {
  private final String source;
  private final int rows;
  private final Map<String, Object> columns = new LinkedHashMap<>();

  /**
   * An empty table.
   *
   * @param source how messages call it: the file
   */
  public SurveyTable(String source, int rows) {
    this.source = source;
    this.rows = rows;
  }

  public SurveyTable with(String name, double... values) {
    return add(name, values, values.length);
  }

  public SurveyTable with(String name, String... values) {
    return add(name, values, values.length);
  }

  private SurveyTable add(String name, Object values, int length) {
    if (length != rows) {
      throw new IllegalArgumentException(name + " has " + length + " values for " + rows + " rows");
    }

    columns.put(name, values);
    return this;
  }

  public String source() {
    return source;
  }

  public int rows() {
    return rows;
  }

  public Set<String> names() {
    return columns.keySet();
  }

  /** A value as text, null where missing; whole numbers without decimals. */
  public String text(String name, int row) {
    Object column = column(name);
    if (column instanceof double[] numbers) {
      return Double.isNaN(numbers[row]) ? null : Ids.of(numbers[row]);
    }

    String text = ((String[]) column)[row];
    return text == null ? null : Ids.of(text);
  }

  /** A whole column of numbers; texts must be numbers. */
  public double[] numbers(String name) {
    Object column = column(name);
    if (column instanceof double[] numbers) {
      return numbers;
    }

    String[] texts = (String[]) column;
    double[] numbers = new double[rows];
    for (int row = 0; row < rows; row++) {
      numbers[row] = texts[row] == null ? Double.NaN : number(name, row, texts[row]);
    }

    return numbers;
  }

  private double number(String name, int row, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw UserException.input(
          source + ", row " + (row + 1) + ", column " + name,
          "'" + text + "'",
          "a number",
          "Recode it, or use the column for --by");
    }
  }

  private Object column(String name) {
    Object column = columns.get(name);
    if (column == null) {
      throw UserException.input(
          source, "no column " + name, "one of " + String.join(", ", names()), "Check its name");
    }

    return column;
  }
}
