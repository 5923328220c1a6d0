package org.quipu.text.narrative;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.quipu.store.CsvTables;
import org.quipu.store.Table;
import org.quipu.text.Language;

/**
 * Exports tables in words of a language: what is a key in the store ({@code unit}, {@code
 * denominator_name}, {@code partial}, {@code note}, {@code sentence}) is written out under the same
 * header. All other columns are written as they are stored.
 */
public final class TableWords {
  private final Map<Table<?>, Map<String, Function<? extends Record, String>>> columns =
      new HashMap<>();

  private TableWords(Language language) {
    CoverageWords coverage = CoverageWords.in(language);
    put(Table.COVERAGE, "unit", coverage::unit);
    put(Table.COVERAGE, "denominator_name", coverage::denominator);
    put(Table.COVERAGE, "partial", coverage::partial);
    put(Table.COVERAGE, "note", coverage::note);
  }

  /** The words of a language. */
  public static TableWords in(Language language) {
    return new TableWords(language);
  }

  /** Writes a table to {@code OUT/tables/NAME.csv}, whole or not at all, and returns that file. */
  public <R extends Record> Path export(Table<R> table, List<R> rows, Path out) {
    return CsvTables.export(table, rows, columns(table), out);
  }

  /** Declares what the cells of a column hold in an export. */
  private <R extends Record> void put(Table<R> table, String column, Function<R, String> words) {
    columns.computeIfAbsent(table, key -> new HashMap<>()).put(column, words);
  }

  // Only put adds columns, so that those of a table take its rows.
  @SuppressWarnings({"unchecked", "rawtypes"})
  private <R extends Record> Map<String, Function<R, String>> columns(Table<R> table) {
    return (Map) columns.getOrDefault(table, Map.of());
  }
}
