package org.quipu.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.quipu.file.CsvWriter;
import org.quipu.file.FormulaGuard;
import org.quipu.file.Numbers;
import org.quipu.file.WholeFile;

/**
 * The CSV form of the tables: OUT/tables/NAME.csv. Texts that a spreadsheet would take for a
 * formula are guarded ({@link FormulaGuard}).
 */
public final class CsvTables {
  private CsvTables() {}

  /**
   * Writes a table to {@code OUT/tables/NAME.csv}, whole or not at all, and returns that file.
   *
   * @param words columns whose cells are not written as they are stored, by their name in the
   *     header, with what is written for a row
   */
  public static <R extends Record> Path export(
      Table<R> table, List<R> rows, Map<String, Function<R, String>> words, Path out) {
    Path file = out.resolve("tables").resolve(table.name() + ".csv");
    write(table, rows, words, Map.of(), file);
    return file;
  }

  /** Writes a table as it is stored to this file, whole or not at all. */
  public static <R extends Record> void write(Table<R> table, List<R> rows, Path file) {
    write(table, rows, Map.of(), Map.of(), file);
  }

  /**
   * The same with words, as {@link #export}.
   *
   * @param further columns after those of the table, with what each holds in every row
   */
  public static <R extends Record> void write(
      Table<R> table,
      List<R> rows,
      Map<String, Function<R, String>> words,
      Map<String, String> further,
      Path file) {
    List<String> columns = table.header();
    if (!columns.containsAll(words.keySet())) {
      throw new IllegalArgumentException(
          "table " + table.name() + " has columns " + columns + ", not all of " + words.keySet());
    }

    List<String> header = new ArrayList<>(columns);
    header.addAll(further.keySet());

    try (CsvWriter csv = CsvWriter.create(file, header)) {
      for (R row : rows) {
        List<String> cells = new ArrayList<>(header.size());
        List<Object> values = table.values(row);
        for (int i = 0; i < values.size(); i++) {
          Function<R, String> written = words.get(header.get(i));
          cells.add(written == null ? cell(values.get(i)) : FormulaGuard.text(written.apply(row)));
        }
        cells.addAll(further.values());

        csv.row(cells);
      }

      csv.commit();
    } catch (IOException e) {
      throw WholeFile.cannotBeWritten(file, e);
    }
  }

  private static String cell(Object value) {
    if (value instanceof Double number) {
      return Numbers.shortest(number);
    }

    return value instanceof String text ? FormulaGuard.text(text) : Objects.toString(value, "");
  }
}
