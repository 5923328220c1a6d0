package org.quipu.bulletin;

import org.quipu.smallarea.Diagnostic;
import org.quipu.store.SmallAreaDiagnosticRow;

/** Checks of a model of areas in words. */
record CheckWords(Labels labels) {

  /** Whether a check has bounds within which it raises no doubt. */
  static boolean isBounded(SmallAreaDiagnosticRow row) {
    return !Double.isNaN(row.lowest());
  }

  /** Whether a value is outside its bounds. */
  static boolean isDoubtful(SmallAreaDiagnosticRow row) {
    return row.value() < row.lowest() || row.value() > row.highest();
  }

  /** What a value should be, or the bounds within which it raises no doubt. */
  String should(SmallAreaDiagnosticRow row) {
    if (isBounded(row)) {
      return labels.text(
          "checks.between", bound(row.unit(), row.lowest()), bound(row.unit(), row.highest()));
    }

    return Double.isNaN(row.reference()) ? "" : bound(row.unit(), row.reference());
  }

  private String bound(Diagnostic.Unit unit, double value) {
    return unit == Diagnostic.Unit.PERCENT
        ? labels.language().decimal(value, 0) + "\u00a0%"
        : labels.language().decimal(value, value == Math.rint(value) ? 0 : 2);
  }

  /** A value with its unit. */
  String value(SmallAreaDiagnosticRow row) {
    double value = row.value();

    return switch (row.unit()) {
      case COUNT -> labels.language().count(value);
      case NUMBER, STANDARD_ERRORS -> labels.language().decimal(value, 2);
      case PERCENT -> labels.language().percent(value);
      case ESTIMATE -> labels.text("checks.points", labels.language().decimal(value, 1));
    };
  }
}
