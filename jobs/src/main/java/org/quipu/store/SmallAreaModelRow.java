package org.quipu.store;

import org.quipu.smallarea.AreaLevel;
import org.quipu.smallarea.ModelTerm;
import org.quipu.smallarea.Scale;
import org.quipu.smallarea.SmallAreaMethod;
import org.quipu.smallarea.SmallAreaSpec;

/**
 * One row of the {@code small_area_model} table: one number of a fitted model, on its scale.
 *
 * @param term as in {@link ModelTerm}
 * @param standardError empty for what has none
 */
public record SmallAreaModelRow(
    AreaLevel level,
    String indicator,
    SmallAreaMethod method,
    Scale scale,
    String term,
    double estimate,
    double standardError) {
  public static SmallAreaModelRow of(
      AreaLevel level, String indicator, SmallAreaSpec spec, ModelTerm term) {
    return new SmallAreaModelRow(
        level,
        indicator,
        spec.method(),
        spec.scale(),
        term.term(),
        term.estimate(),
        term.standardError());
  }
}
