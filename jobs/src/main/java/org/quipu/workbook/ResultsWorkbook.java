package org.quipu.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.quipu.UserException;
import org.quipu.file.WholeFile;
import org.quipu.store.Store;
import org.quipu.text.Language;

/**
 * All results of a store in one workbook: a sheet that tells what they are, one a table, and one
 * that tells what their columns are called in the CSV files. The same store gives the same bytes.
 */
public final class ResultsWorkbook {
  /** So many rows has a sheet of a spreadsheet. */
  private static final int MOST_ROWS = 1_048_576;

  private final List<ResultRows<?>> tables;
  private final SheetWords words;

  private ResultsWorkbook(List<ResultRows<?>> tables, SheetWords words) {
    this.tables = tables;
    this.words = words;
  }

  /** The workbook of what a store holds; a store without results is the user's error. */
  public static ResultsWorkbook of(Store store, Language language) {
    return of(store, language, MOST_ROWS);
  }

  static ResultsWorkbook of(Store store, Language language, int mostRows) {
    SheetWords words = new SheetWords(language);
    List<ResultRows<?>> tables = ResultRows.all(store, words);
    if (tables.isEmpty()) {
      throw UserException.input(
          store.location(),
          "no results",
          "at least one table of results, such as prevalence",
          "Make it with: quipu prevalence --store " + store.location());
    }

    for (ResultRows<?> table : tables) {
      // The first row holds the headings.
      if (table.rows().size() + 1 > mostRows) {
        throw UserException.input(
            "table " + table.name(),
            table.rows().size() + " rows",
            "at most " + (mostRows - 1) + ", as a sheet of a spreadsheet holds",
            "Make the table of fewer years, indicators or breakdowns, or read its CSV or Parquet"
                + " file instead of a workbook");
      }
    }

    return new ResultsWorkbook(tables, words);
  }

  /** The name of the file in a language: {@code resultados.xlsx}. */
  public static String fileName(Language language) {
    return fileName(new SheetWords(language));
  }

  private static String fileName(SheetWords words) {
    return words.text("file") + ".xlsx";
  }

  /** Writes the workbook into a folder, whole or not at all, and returns its file. */
  public Path write(Path folder) {
    Path file = folder.resolve(fileName(words));
    try {
      Path made = Files.createTempFile("quipu", ".xlsx");
      try {
        writeTo(made);
        return WholeFile.write(file, SameBytes.of(made, created()));
      } finally {
        Files.deleteIfExists(made);
      }
    } catch (IOException e) {
      throw WholeFile.cannotBeWritten(file, e);
    }
  }

  /** How many sheets have a table. */
  public int sheets() {
    return tables.size();
  }

  private void writeTo(Path file) throws IOException {
    try (Workbook workbook = new Workbook(Files.newOutputStream(file), "Quipu", "1.0")) {
      workbook.properties().setTitle(words.text("title"));
      new ReadMeSheet(tables, words).write(workbook);
      List<ResultSheet<?>> sheets = new ArrayList<>();
      tables.forEach(table -> sheets.add(new ResultSheet<>(table, synthetic(), words)));
      for (ResultSheet<?> sheet : sheets) {
        sheet.write(workbook);
      }
      new ColumnsSheet(sheets, words).write(workbook);
    }
  }

  private boolean synthetic() {
    return tables.stream().anyMatch(ResultRows::synthetic);
  }

  /** When the newest table was made. */
  private String created() {
    return tables.stream().map(ResultRows::created).max(String::compareTo).orElse("");
  }
}
