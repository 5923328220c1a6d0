package org.quipu.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.quipu.UserException;
import org.quipu.file.CsvWriter;
import org.quipu.file.Numbers;

/** The CSV form of the tables: OUT/tables/NAME.csv. */
public final class CsvTables {
  private CsvTables() {}

  /** Writes a table to {@code OUT/tables/NAME.csv}, whole or not at all, and returns that file. */
  public static <R extends Record> Path export(Table<R> table, List<R> rows, Path out) {
    Path file = out.resolve("tables").resolve(table.name() + ".csv");
    write(table, rows, file);
    return file;
  }

  /** Writes a table to this file, whole or not at all. */
  public static <R extends Record> void write(Table<R> table, List<R> rows, Path file) {
    try (CsvWriter csv = CsvWriter.create(file, table.header())) {
      for (R row : rows) {
        csv.row(table.values(row).stream().map(CsvTables::text).toList());
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
