package org.quipu.endes;

import java.util.List;
import java.util.stream.Stream;
import org.quipu.store.ChangeRow;
import org.quipu.store.ContrastRow;
import org.quipu.store.DecompositionRow;
import org.quipu.store.HeterogeneityRow;
import org.quipu.store.SensitivityRow;
import org.quipu.store.Table;
import org.quipu.store.TableRows;
import org.quipu.store.TrendRow;

/**
 * The rows of all tables of change between two years.
 *
 * @param notes what a reader of the tables must know, one sentence each
 */
public record ChangeTables(
    List<ChangeRow> changes,
    List<HeterogeneityRow> heterogeneity,
    List<ContrastRow> contrasts,
    List<TrendRow> trends,
    List<SensitivityRow> sensitivity,
    List<DecompositionRow> decompositions,
    List<String> notes) {
  public ChangeTables {
    changes = List.copyOf(changes);
    heterogeneity = List.copyOf(heterogeneity);
    contrasts = List.copyOf(contrasts);
    trends = List.copyOf(trends);
    sensitivity = List.copyOf(sensitivity);
    decompositions = List.copyOf(decompositions);
    notes = List.copyOf(notes);
  }

  /** The tables one by one, {@code change} first. */
  public Stream<TableRows<?>> all() {
    return Stream.of(
        new TableRows<>(Table.CHANGE, changes),
        new TableRows<>(Table.CHANGE_HETEROGENEITY, heterogeneity),
        new TableRows<>(Table.CHANGE_CONTRAST, contrasts),
        new TableRows<>(Table.TREND, trends),
        new TableRows<>(Table.CHANGE_SENSITIVITY, sensitivity),
        new TableRows<>(Table.CHANGE_DECOMPOSITION, decompositions));
  }
}
