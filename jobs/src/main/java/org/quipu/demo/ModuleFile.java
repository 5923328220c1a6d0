package org.quipu.demo;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * One file of the survey: its name, its columns and the households or women that are its rows.
 *
 * @param <T> a row
 */
final class ModuleFile<T> {
  private record Column<T>(String name, boolean text, Function<T, String> value) {}

  private final String name;
  private final List<T> rows;
  private final List<Column<T>> columns = new ArrayList<>();

  ModuleFile(String name, List<T> rows) {
    this.name = name;
    this.rows = rows;
  }

  String name() {
    return name;
  }

  ModuleFile<T> text(String column, Function<T, String> value) {
    columns.add(new Column<>(column, true, value));
    return this;
  }

  /** A whole number, or nothing where it is {@link Woman#BLANK}. */
  ModuleFile<T> number(String column, ToLongFunction<T> value) {
    columns.add(
        new Column<>(
            column,
            false,
            row -> {
              long number = value.applyAsLong(row);
              return number == Woman.BLANK ? "" : Long.toString(number);
            }));
    return this;
  }

  /** A column that is empty in real files too. */
  ModuleFile<T> empty(String column) {
    columns.add(new Column<>(column, false, row -> ""));
    return this;
  }

  /** Writes the heading and all rows, with Windows line ends. */
  void write(CsvForm form, Writer out) throws IOException {
    String delimiter = "";
    for (Column<T> column : columns) {
      out.append(delimiter).append(form.text(column.name));
      delimiter = form.delimiter();
    }
    out.append("\r\n");

    StringBuilder line = new StringBuilder();
    for (T row : rows) {
      line.setLength(0);
      delimiter = "";
      for (Column<T> column : columns) {
        String value = column.value.apply(row);
        line.append(delimiter).append(column.text ? form.text(value) : value);
        delimiter = form.delimiter();
      }
      out.append(line.append("\r\n"));
    }
  }
}
