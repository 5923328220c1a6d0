package org.quipu.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quipu.association.AssociationAnalysis;
import org.quipu.association.AssociationSpec;
import org.quipu.store.AssociationPointRow;
import org.quipu.store.ChangeRow;
import org.quipu.store.CoverageRow;

/**
 * A question and the rows of the tables that it was put together from, by region; there are none
 * where it comes from a user's files.
 */
public record Question(
    AssociationSpec spec, Map<String, ChangeRow> changes, Map<String, CoverageRow> coverage) {

  static Question ofFiles(AssociationSpec spec) {
    return new Question(spec, Map.of(), Map.of());
  }

  /** The regions of its analysis, as rows of the store's table. */
  public List<AssociationPointRow> points(AssociationAnalysis analysis) {
    return analysis.points().stream()
        .map(
            point ->
                AssociationPointRow.of(
                    spec,
                    point,
                    Optional.ofNullable(changes.get(point.region().key())),
                    Optional.ofNullable(coverage.get(point.region().key()))))
        .toList();
  }
}
