package org.quipu.survey.regression;

import java.io.Serializable;

/**
 * The model of a regression: how its rows are read and what its columns are.
 *
 * @param numbers columns of numbers that rows have
 * @param rows that count, and those that a calibration counts besides
 */
record Model(
    Family family,
    Levels levels,
    int numbers,
    ModelColumns columns,
    StandardColumns standard,
    long rows)
    implements Serializable {
  /** The same model of standard columns. */
  Model with(StandardColumns columnsStandard) {
    return new Model(family, levels, numbers, columns, columnsStandard, rows);
  }

  int count() {
    return columns.count();
  }
}
