package org.quipu.file;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What the readers of all formats have in common: a cell for each column that was asked for, the
 * count of rows, and the error of a text that should be a number.
 */
abstract class CellReader implements TableReader {
  private final String name;
  private final Columns columns;
  private final Cell[] cells;
  private long row;
  private boolean ended;

  /**
   * @param name of the file, for messages
   * @param cellOf the cell of one of the file's variables, by its position among them
   */
  CellReader(String name, Columns columns, IntFunction<? extends Cell> cellOf) {
    this.name = name;
    this.columns = columns;
    this.cells = new Cell[columns.size()];
    Arrays.setAll(cells, i -> columns.has(i) ? cellOf.apply(columns.variable(i)) : Cell.ABSENT);
  }

  /** Goes to the next row; false after the last. */
  abstract boolean advance();

  /** Checks what stands after the last row. */
  abstract void finish();

  final String name() {
    return name;
  }

  final Cell cell(int column) {
    return cells[column];
  }

  @Override
  public final List<String> columns() {
    return columns.names();
  }

  @Override
  public final boolean has(int column) {
    return columns.has(column);
  }

  @Override
  public final String found(int column) {
    return columns.found(column);
  }

  @Override
  public final boolean next() {
    if (!advance()) {
      if (!ended) {
        ended = true;
        finish();
      }

      return false;
    }

    row++;
    return true;
  }

  @Override
  public final long row() {
    return row;
  }

  @Override
  public final boolean isMissing(int column) {
    return cells[column].isMissing();
  }

  @Override
  public final double number(int column) {
    Cell cell = cells[column];
    if (cell.isMissing()) {
      return Double.NaN;
    }

    try {
      return cell.number();
    } catch (NumberFormatException e) {
      throw Numbers.notANumber(name, row, columns.names().get(column));
    }
  }

  @Override
  public final String text(int column) {
    Cell cell = cells[column];
    return cell.isMissing() ? null : cell.text();
  }

  @Override
  public final String missingCode(int column) {
    return cells[column].missingCode();
  }
}
