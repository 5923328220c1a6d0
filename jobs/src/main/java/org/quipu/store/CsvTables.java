package org.quipu.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.quipu.UserException;
import org.quipu.file.CsvWriter;
import org.quipu.file.Numbers;

/** The CSV form of the tables: OUT/tables/NAME.csv. */
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
    write(table, rows, words, file);
    return file;
  }

  /** Writes a table as it is stored to this file, whole or not at all. */
  public static <R extends Record> void write(Table<R> table, List<R> rows, Path file) {
    write(table, rows, Map.of(), file);
  }

  private static <R extends Record> void write(
      Table<R> table, List<R> rows, Map<String, Function<R, String>> words, Path file) {
    List<String> header = table.header();
    if (!header.containsAll(words.keySet())) {
      throw new IllegalArgumentException(
          "table " + table.name() + " has columns " + header + ", not all of " + words.keySet());
    }

    try (CsvWriter csv = CsvWriter.create(file, header)) {
      for (R row : rows) {
        List<String> cells = new ArrayList<>(header.size());
        List<Object> values = table.values(row);
        for (int i = 0; i < values.size(); i++) {
          Function<R, String> written = words.get(header.get(i));
          cells.add(written == null ? text(values.get(i)) : written.apply(row));
        }

        csv.row(cells);
      }

      csv.commit();
    } catch (IOException e) {
      throw new UserException(
          file
              + ": cannot be written ("
              + e
              + "). Check the permissions of its folder and the room on its disk.",
          e);
    }
  }

  private static String text(Object value) {
    return value instanceof Double number ? Numbers.shortest(number) : Objects.toString(value, "");
  }
}
