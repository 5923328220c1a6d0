package org.quipu.program;

import org.quipu.Coded;
import org.quipu.store.ProgramRow;

/**
 * The figures of the services' records that enter the measures of coverage, by their name there.
 */
public enum ServiceFigure implements Coded {
  PEOPLE_INFORMED,
  PREVENTIVE_ACTIONS,
  CASES_ATTENDED;

  private final String code = Coded.super.code(); // asked for each record

  @Override
  public String code() {
    return code;
  }

  /** Whether a record is of this figure. */
  public boolean isOf(ProgramRow row) {
    return row.measure().equals(code);
  }
}
