package org.quipu.file;

import java.util.List;

/**
 * The rows of a table, one at a time and in constant memory. Columns are those asked for when the
 * table was opened, counted from 0; one that the file does not have is missing in every row.
 *
 * <pre>{@code
 * try (TableReader table = TableFile.open(source, List.of("CASEID", "V005"))) {
 *   while (table.next()) {
 *     weights.put(table.text(0), table.number(1));
 *   }
 * }
 * }</pre>
 *
 * A file that is damaged further down makes {@link #next} or a value fail with a {@link
 * org.quipu.UserException}.
 */
public interface TableReader extends AutoCloseable {
  /** All that the file says of its table; all its variables, whichever columns were asked for. */
  TableSchema schema();

  /** The names of the columns, as they were asked for. */
  List<String> columns();

  /** Whether the file has this column. */
  boolean has(int column);

  /** Goes to the next row; false after the last. */
  boolean next();

  /** The number of the row, from 1. */
  long row();

  /** Whether there is no value: none in the file, or one that was declared to mean none. */
  boolean isMissing(int column);

  /**
   * The value as a number; NaN where missing. A date is in days and a date with time in seconds
   * since 1970-01-01, a time in seconds. A text must be the text of a number.
   */
  double number(int column);

  /**
   * The value as text; null where missing. Numbers in the shortest form that reads back the same,
   * dates and times in ISO 8601, texts without the blanks at their end.
   */
  String text(int column);

  /**
   * For a missing value the code that stands for it in the file: {@code 99} where the makers
   * declared 99 missing, Stata's {@code .a}; null where there is none.
   */
  String missingCode(int column);

  @Override
  void close();
}
