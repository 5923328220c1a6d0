package org.quipu.file;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a table through for what its header does not say: the number of rows, and which columns of
 * a delimited text are numbers.
 */
final class TableScan {
  /** Numbers with more digits are taken for codes, which a double could not hold. */
  private static final int MOST_DIGITS = 15;

  private TableScan() {}

  /**
   * The schema with the number of rows that the file really has. A file with fewer rows than its
   * header gives is an error; a Parquet file that is cut short cannot be opened.
   */
  static TableSchema complete(TableReader table) {
    TableSchema schema = table.schema();
    return switch (schema.format()) {
      case SPSS, STATA -> schema.withRows(countRows(table));
      case DELIMITED -> withTypes((DelimitedReader) table, schema);
      case PARQUET -> schema;
    };
  }

  /** The schema with the types of the columns, which in a delimited text depend on all values. */
  static TableSchema typed(Source source) {
    try (TableReader table = TableFile.open(source)) {
      return table instanceof DelimitedReader text
          ? withTypes(text, text.schema())
          : table.schema();
    }
  }

  private static long countRows(TableReader table) {
    long rows = 0;
    while (table.next()) {
      rows++;
    }

    return rows;
  }

  private static TableSchema withTypes(DelimitedReader table, TableSchema schema) {
    int columns = table.columns().size();
    boolean[] seen = new boolean[columns];
    boolean[] texts = new boolean[columns];
    boolean utf8 = true;
    long rows = 0;
    while (table.next()) {
      rows++;
      for (int i = 0; i < columns; i++) {
        DelimitedCell cell = (DelimitedCell) table.cell(i);
        if (!cell.isMissing()) {
          seen[i] = true;
          texts[i] = texts[i] || !isNumber(cell);
          utf8 &= cell.isUtf8();
        }
      }
    }

    List<Variable> variables = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      VariableType type = seen[i] && !texts[i] ? VariableType.NUMBER : VariableType.TEXT;
      variables.add(Variable.plain(table.columns().get(i), type));
    }

    String charset = utf8 ? schema.charset() : "windows-1252";
    return new TableSchema(
        schema.format(), charset, rows, schema.label(), variables, schema.origin());
  }

  /** A number and not a code: no leading zeros, no more digits than a double holds. */
  private static boolean isNumber(DelimitedCell cell) {
    String text = cell.text();
    int first = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    boolean padded =
        text.length() > first + 1
            && text.charAt(first) == '0'
            && Character.isDigit(text.charAt(first + 1));
    boolean tooLong =
        text.length() > first + MOST_DIGITS
            && text.chars().skip(first).allMatch(Character::isDigit);
    return !padded && !tooLong && cell.isNumber();
  }
}
