package org.quipu.survey;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;

/**
 * Two columns of categories that are tabulated by one another, in a part of the population.
 *
 * @param rows the column whose categories are the rows of the table
 * @param columns the one whose categories are its columns
 * @param domain the values that columns have in the part of the population; empty for all of it
 */
public record Crossing(String rows, String columns, Map<String, Set<String>> domain)
    implements Serializable {
  /** Between the categories of a cell; in no text of a file. */
  private static final String BETWEEN = "\u001f";

  public Crossing {
    if (rows.equals(columns)) {
      throw new IllegalArgumentException("a column is not tabulated by itself: " + rows);
    }
  }

  /** The column of cells that is added to a table of rows; null outside of the domain. */
  public String cell() {
    return rows + " × " + columns;
  }

  /** The column of 1 that is added, for rows that have a cell; missing for the others. */
  public String counted() {
    return "rows of " + cell();
  }

  /** The cell of two categories. */
  public static String cell(String row, String column) {
    return row + BETWEEN + column;
  }

  /** What is between the two categories of a cell. */
  public static String between() {
    return BETWEEN;
  }

  /** The category of the row, or of the column, of a cell. */
  static String category(String cell, boolean ofRow) {
    int at = cell.indexOf(BETWEEN);
    return ofRow ? cell.substring(0, at) : cell.substring(at + 1);
  }

  /** The table with the two columns of the crossing added. */
  public SurveyTable in(SurveyTable table) {
    String[] cells = new String[table.rows()];
    double[] counted = new double[table.rows()];
    for (int row = 0; row < cells.length; row++) {
      String one = table.text(rows, row);
      String other = table.text(columns, row);
      boolean has = one != null && other != null && table.isIn(domain, row);
      cells[row] = has ? cell(one, other) : null;
      counted[row] = has ? 1 : Double.NaN;
    }

    return table.copy().with(cell(), cells).with(counted(), counted);
  }
}
