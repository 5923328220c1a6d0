package org.quipu.text.narrative;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quipu.store.CsvTables;
import org.quipu.store.Table;
import org.quipu.text.Language;

/**
 * Exports tables in words of a language: what is a key in the store ({@code unit}, {@code
 * denominator_name}, {@code partial}, {@code note}, {@code family}, {@code sentence}, {@code
 * top_band}) is written out under the same header. All other columns are written as they are
 * stored.
 */
public final class TableWords {
  /** What is written of a row, given the rows of its table. */
  private interface Words<R extends Record> extends BiFunction<R, List<R>, String> {}

  private final Map<Table<?>, Map<String, Words<?>>> columns = new HashMap<>();

  private TableWords(AssociationSentences associations) {
    CoverageWords coverage = associations.names().coverage();
    put(Table.COVERAGE, "unit", coverage::unit);
    put(Table.COVERAGE, "denominator_name", coverage::denominator);
    put(Table.COVERAGE, "partial", coverage::partial);
    put(Table.COVERAGE, "note", coverage::note);
    put(Table.CHANGE, "family", row -> associations.names().family(row.family()));
    put(Table.CHANGE_CONTRAST, "family", row -> associations.names().family(row.family()));
    put(Table.COMPARISON, "family", row -> associations.names().family(row.family()));
    put(Table.TREND, "family", row -> associations.names().family(row.family()));
    put(Table.AVERAGE_CHANGE, "family", row -> associations.names().family(row.family()));
    put(Table.ASSOCIATION, "family", associations::family);
    put(
        Table.SMALL_AREA_DIAGNOSTICS,
        "note",
        row -> associations.names().diagnostic(row.diagnostic()));
    put(
        Table.SMALL_AREA_DIAGNOSTICS,
        "unit",
        row -> associations.names().texts().of("diagnostic_unit." + row.unit().code()));
    put(
        Table.SMALL_AREAS,
        "top_band",
        row -> associations.names().texts().of("top_band." + row.topBand().code()));
    putAmong(Table.ASSOCIATION, "sentence", associations::sentence);
    StrategySentences strategies = new StrategySentences(associations.names());
    put(Table.EVENT_STUDY, "family", strategies::family);
    putAmong(Table.EVENT_STUDY, "sentence", strategies::sentence);
  }

  /** The words of a language, for the tables of a store. */
  public static TableWords in(Language language) {
    return of(new AssociationSentences(new Names(language)));
  }

  /** The words of these sentences' language, associations in these sentences. */
  public static TableWords of(AssociationSentences associations) {
    return new TableWords(associations);
  }

  /** Writes a table to {@code OUT/tables/NAME.csv}, whole or not at all, and returns that file. */
  public <R extends Record> Path export(Table<R> table, List<R> rows, Path out) {
    return CsvTables.export(table, rows, of(table, rows), out);
  }

  /** What the columns hold that are written out, by their names, for each of these rows. */
  public <R extends Record> Map<String, Function<R, String>> of(Table<R> table, List<R> rows) {
    return columns(table).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, column -> row -> column.getValue().apply(row, rows)));
  }

  /** Declares what the cells of a column hold in an export. */
  private <R extends Record> void put(Table<R> table, String column, Function<R, String> words) {
    putAmong(table, column, (row, rows) -> words.apply(row));
  }

  /** The same where it depends on other rows of the table. */
  private <R extends Record> void putAmong(Table<R> table, String column, Words<R> words) {
    columns.computeIfAbsent(table, key -> new HashMap<>()).put(column, words);
  }

  // Only putAmong adds columns, so that those of a table take its rows.
  @SuppressWarnings({"unchecked", "rawtypes"})
  private <R extends Record> Map<String, Words<R>> columns(Table<R> table) {
    return (Map) columns.getOrDefault(table, Map.of());
  }
}
