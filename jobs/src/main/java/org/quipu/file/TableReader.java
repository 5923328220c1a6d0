package org.quipu.file;

import java.util.List;

/**
 * Reads the rows of a table one at a time, in constant memory. Columns are those that were
 * requested when the table was opened, counted from 0; one that the file does not have is missing
 * in every row.
 *
 * <pre>{@code
 * try (TableReader table = TableFile.open(source, List.of("CASEID", "V005"))) {
 *   while (table.next()) {
 *     weights.put(table.text(0), table.number(1));
 *   }
 * }
 * }</pre>
 *
 * Errors are {@link org.quipu.UserException}s that name the file and, where they can, row and
 * column. A file that is damaged or cut short further down fails in {@link #next} or when a value
 * is read.
 */
public interface TableReader extends AutoCloseable {
  /** The schema of the whole table, with all its variables. */
  TableSchema schema();

  /** The names of the columns, as they were requested. */
  List<String> columns();

  /** Whether the file has this column. */
  boolean has(int column);

  /**
   * The name that the file gives a column, which may differ in letter case from the one that was
   * requested; null where it does not have the column.
   */
  String found(int column);

  /** Goes to the next row; false after the last. */
  boolean next();

  /** The number of the current row, from 1; a heading is not counted. */
  long row();

  /** Whether the value is missing: empty, or declared missing by the file. */
  boolean isMissing(int column);

  /**
   * The value as a number; NaN where missing. Dates are in days and dates with time in seconds
   * since 1970-01-01, times in seconds.
   *
   * @throws org.quipu.UserException where the value is a text that is not a number
   */
  double number(int column);

  /**
   * The value as text; null where missing. Numbers in the shortest form that reads back the same,
   * dates and times in ISO 8601, texts without trailing blanks.
   */
  String text(int column);

  /**
   * The code of a missing value in the file: {@code 99} where 99 was declared missing, Stata's
   * {@code .a}; null if it has none or the value is not missing.
   */
  String missingCode(int column);

  @Override
  void close();
}
