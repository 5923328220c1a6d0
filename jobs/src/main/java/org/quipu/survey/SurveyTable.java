package org.quipu.survey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.quipu.NearestNames;
import org.quipu.UserException;

/** A survey file in memory: columns of numbers (NaN where missing) or of texts (null). */
public final class SurveyTable {
  private final String source;
  private final int rows;
  private final Map<String, Object> columns = new LinkedHashMap<>();

  /**
   * An empty table.
   *
   * @param source the name of the file, for messages
   */
  public SurveyTable(String source, int rows) {
    this.source = source;
    this.rows = rows;
  }

  /** The same columns in a table of its own, to which others can be added. */
  public SurveyTable copy() {
    SurveyTable copy = new SurveyTable(source, rows);
    copy.columns.putAll(columns);
    return copy;
  }

  /** Adds a column, or replaces the column of this name; NaN is missing. */
  public SurveyTable with(String name, double... values) {
    return add(name, values, values.length);
  }

  /** Adds a column, or replaces the column of this name; null is missing. */
  public SurveyTable with(String name, String... values) {
    return add(name, values, values.length);
  }

  /** Gives a column a second name. */
  public SurveyTable repeat(String column, String name) {
    columns.put(name, column(column));
    return this;
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

  /** A value as text, whole numbers without decimals; null where missing. */
  public String text(String name, int row) {
    Object column = column(name);
    if (column instanceof double[] numbers) {
      return Double.isNaN(numbers[row]) ? null : Identifiers.text(numbers[row]);
    }

    String text = ((String[]) column)[row];
    return text == null ? null : Identifiers.text(text);
  }

  /**
   * Whether a row is of a part of the population.
   *
   * @param domain the values that columns have there
   */
  public boolean isIn(Map<String, Set<String>> domain, int row) {
    for (Map.Entry<String, Set<String>> wanted : domain.entrySet()) {
      String value = text(wanted.getKey(), row);
      if (value == null || !wanted.getValue().contains(value)) {
        return false;
      }
    }

    return true;
  }

  /**
   * A value that identifies a part of the design.
   *
   * @throws UserException if it is missing
   */
  public String id(String name, int row) {
    String id = text(name, row);
    if (id == null) {
      throw UserException.input(
          place(name, row),
          "nothing",
          "an identifier: every row belongs to the design",
          "Fill it in");
    }

    return id;
  }

  /** A cell, as messages call it. */
  String place(String name, int row) {
    return source + ", row " + (row + 1) + ", column " + name;
  }

  /**
   * A column of numbers, NaN where missing.
   *
   * @throws UserException if there is no such column, or it holds a text that is not a number
   */
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

  /** Whether a column holds nothing but numbers, whatever it was read as. */
  public boolean holdsNumbers(String name) {
    Object column = column(name);
    if (column instanceof double[]) {
      return true;
    }

    for (String text : (String[]) column) {
      if (text != null && !Identifiers.isNumber(text)) {
        return false;
      }
    }

    return true;
  }

  private double number(String name, int row, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw UserException.input(
          place(name, row), "a text", "a number", "Recode it, or use the column to define domains");
    }
  }

  private Object column(String name) {
    Object column = columns.get(name);
    if (column == null) {
      throw NearestNames.noColumn(source, name, names());
    }

    return column;
  }
}
