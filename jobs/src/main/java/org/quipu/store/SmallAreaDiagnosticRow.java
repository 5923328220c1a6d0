package org.quipu.store;

import org.quipu.smallarea.AreaLevel;
import org.quipu.smallarea.Diagnostic;

/**
 * One row of the {@code small_area_diagnostics} table: one check of a study of areas.
 *
 * @param note a key, which says what the value means; in words at export
 */
public record SmallAreaDiagnosticRow(
    AreaLevel level, String indicator, Diagnostic diagnostic, double value, String note) {}
