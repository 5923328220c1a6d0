package org.quipu.store;

import org.quipu.Provenance;
import org.quipu.smallarea.AreaLevel;
import org.quipu.smallarea.Diagnostic;

/**
 * One row of the {@code small_area_diagnostics} table: one check of a study of areas.
 *
 * @param note a key, which says what the value means; in words at export
 * @param unit of the value, reference and bounds; in words at export
 * @param reference the value where the model is right; empty where there is none
 * @param lowest the lowest value that raises no doubt; empty where there is none
 * @param highest the highest one
 * @param source of the direct estimates; null for those of a file
 */
public record SmallAreaDiagnosticRow(
    AreaLevel level,
    String indicator,
    Diagnostic diagnostic,
    double value,
    String note,
    Diagnostic.Unit unit,
    double reference,
    double lowest,
    double highest,
    Provenance source) {

  /**
   * A check.
   *
   * @param scale what differences of estimates are multiplied with: 100 makes points of proportions
   */
  public static SmallAreaDiagnosticRow of(
      AreaLevel level,
      String indicator,
      Diagnostic diagnostic,
      double value,
      double scale,
      Provenance source) {
    return new SmallAreaDiagnosticRow(
        level,
        indicator,
        diagnostic,
        diagnostic.unit() == Diagnostic.Unit.ESTIMATE ? scale * value : value,
        diagnostic.code(),
        diagnostic.unit(),
        diagnostic.reference(),
        diagnostic.lowest(),
        diagnostic.highest(),
        source);
  }
}
