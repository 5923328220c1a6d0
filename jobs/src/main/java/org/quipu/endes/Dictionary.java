package org.quipu.endes;

import java.util.List;
import java.util.stream.Stream;
import org.quipu.file.TextTable;

/**
 * The harmonised columns and where each year's files hold them, from {@code
 * data/endes/dictionary.csv}. A column may have several variables; the first that a year's files
 * have is used for the whole year.
 */
final class Dictionary {
  /**
   * A variable that can serve as a column in some years.
   *
   * @param recode from the variable's codes to the column's
   */
  record Entry(
      String column,
      String module,
      String variable,
      int from,
      int to,
      Recode recode,
      String label) {
    boolean serves(int year) {
      return from <= year && year <= to;
    }
  }

  private static final List<Entry> ENTRIES =
      TextTable.shipped("endes/dictionary.csv").rows().stream().map(Dictionary::entry).toList();
  private static final List<String> COLUMNS =
      ENTRIES.stream().map(Entry::column).distinct().toList();

  private Dictionary() {}

  /** The harmonised columns, in order. */
  static List<String> columns() {
    return COLUMNS;
  }

  static int index(String column) {
    int index = COLUMNS.indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException("data/endes/dictionary.csv has no column " + column);
    }

    return index;
  }

  /** The variables of a column in a year, the preferred one first. */
  static List<Entry> places(String column, int year) {
    return ENTRIES.stream()
        .filter(entry -> entry.column.equals(column) && entry.serves(year))
        .toList();
  }

  /** The variables of a module that are used in any column. */
  static List<String> variables(String module) {
    return ENTRIES.stream()
        .filter(entry -> entry.module.equals(module))
        .map(Entry::variable)
        .distinct()
        .toList();
  }

  private static Entry entry(TextTable.Row row) {
    int[] years = Stream.of(row.text("years").split("-", -1)).mapToInt(Integer::parseInt).toArray();
    return new Entry(
        row.text("column"),
        row.text("module"),
        row.text("variable"),
        years[0],
        years[years.length - 1],
        Recode.parse(row.text("recode")),
        row.text("label"));
  }
}
