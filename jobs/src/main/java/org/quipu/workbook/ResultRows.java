package org.quipu.workbook;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.quipu.Provenance;
import org.quipu.store.Manifest;
import org.quipu.store.Store;
import org.quipu.store.Table;

/**
 * A table of results.
 *
 * @param created when it was made, an ISO 8601 instant; empty where not known
 * @param sources where its numbers come from, as far as its columns tell
 * @param qualities the codes of the marks and grades of its numbers
 */
record ResultRows<R extends Record>(
    Table<R> table, List<R> rows, String created, Set<String> sources, Set<String> qualities) {
  /** The tables that are results, in the order of their sheets. */
  static final List<Table<?>> RESULTS =
      List.of(
          Table.PREVALENCE,
          Table.POSITION,
          Table.COMPARISON,
          Table.CHANGE,
          Table.CHANGE_HETEROGENEITY,
          Table.CHANGE_CONTRAST,
          Table.CHANGE_DECOMPOSITION,
          Table.CHANGE_SENSITIVITY,
          Table.TREND,
          Table.AVERAGE,
          Table.AVERAGE_CHANGE,
          Table.COVERAGE,
          Table.ASSOCIATION,
          Table.ASSOCIATION_POINT,
          Table.ASSOCIATION_INFLUENCE,
          Table.EVENT_STUDY,
          Table.SMALL_AREAS,
          Table.SMALL_AREA_MODEL,
          Table.SMALL_AREA_DIAGNOSTICS,
          Table.SMALL_AREA_PLANNING,
          Table.TARGETS,
          Table.TARGETS_SUMMARY,
          Table.REGRESSION,
          Table.REGRESSION_TEST,
          Table.REGRESSION_MARGIN,
          Table.VALIDATION,
          Table.DISTRICT_SERVICES);

  private static final String SOURCE = "source";
  private static final String QUALITY = "quality";

  /** Those of a store that have rows. */
  static List<ResultRows<?>> all(Store store, SheetWords words) {
    return RESULTS.stream()
        .filter(words::hasSheet)
        .<ResultRows<?>>map(table -> of(store, table))
        .filter(table -> !table.rows().isEmpty())
        .toList();
  }

  private static <R extends Record> ResultRows<R> of(Store store, Table<R> table) {
    List<R> rows = store.readIfPresent(table);

    return new ResultRows<>(
        table,
        rows,
        store.manifests(table.name()).stream()
            .map(Manifest::created)
            .max(String::compareTo)
            .orElse(""),
        texts(table, rows, SOURCE),
        texts(table, rows, QUALITY).stream()
            .flatMap(quality -> List.of(quality.split(";", -1)).stream())
            .collect(Collectors.toSet()));
  }

  String name() {
    return table.name();
  }

  boolean tellsItsSource() {
    return table.header().contains(SOURCE);
  }

  boolean synthetic() {
    String synthetic = Provenance.SYNTHETIC.code();

    return sources.contains(synthetic) || qualities.contains(synthetic);
  }

  private static <R extends Record> Set<String> texts(Table<R> table, List<R> rows, String column) {
    int at = table.header().indexOf(column);

    return at < 0
        ? Set.of()
        : rows.stream()
            .map(row -> (String) table.values(row).get(at))
            .filter(Objects::nonNull)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.toSet());
  }
}
