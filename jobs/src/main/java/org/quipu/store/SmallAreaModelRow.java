package org.quipu.store;

import org.quipu.Provenance;
import org.quipu.smallarea.AreaLevel;
import org.quipu.smallarea.ModelTerm;
import org.quipu.smallarea.Scale;
import org.quipu.smallarea.SmallAreaMethod;
import org.quipu.smallarea.SmallAreaSpec;

/**
 * One row of the {@code small_area_model} table: one number of a fitted model, on its scale.
 *
 * @param term as in {@link ModelTerm}
 * @param estimate empty for a covariate that was left out
 * @param standardError empty for what has none
 * @param selected whether a covariate was chosen; empty where all enter
 * @param criterionChange how much higher the criterion of the choice would be, had it fallen the
 *     other way for this covariate
 * @param source of the direct estimates; null for those of a file
 */
public record SmallAreaModelRow(
    AreaLevel level,
    String indicator,
    SmallAreaMethod method,
    Scale scale,
    String term,
    double estimate,
    double standardError,
    Boolean selected,
    double criterionChange,
    Provenance source) {
  public static SmallAreaModelRow of(
      AreaLevel level, String indicator, SmallAreaSpec spec, ModelTerm term, Provenance source) {
    return new SmallAreaModelRow(
        level,
        indicator,
        spec.method(),
        spec.scale(),
        term.term(),
        term.estimate(),
        term.standardError(),
        term.selected(),
        term.criterionChange(),
        source);
  }
}
