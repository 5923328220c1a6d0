package org.quipu.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.hadoop.ParquetWriter;

/**
 * Copies a table of any format to Parquet or CSV in constant memory. Values are codes, not labels;
 * missing values, including those declared missing, are null in Parquet and empty in CSV. The file
 * appears under its name when it is complete.
 */
public final class TableCopy {
  private TableCopy() {}

  /**
   * Copies to Parquet, with labels and origin in the footer.
   *
   * @param version of Quipu, for the footer
   * @return the number of rows
   */
  public static long toParquet(Source source, Path file, String version) {
    TableSchema schema = TableScan.typed(source);
    TableFooter footer = new TableFooter(source.fileName(), source.sha256(), version, schema);
    Path place = file.toAbsolutePath();
    Path draft = place.resolveSibling("." + place.getFileName() + ".draft");
    try {
      Files.createDirectories(place.getParent());
      Files.deleteIfExists(draft);
      try {
        long rows = writeParquet(source, draft, footer);
        Drafts.commit(draft, place);
        return rows;
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw WholeFile.cannotBeWritten(file, e);
    }
  }

  private static long writeParquet(Source source, Path file, TableFooter footer)
      throws IOException {
    try (TableReader table = TableFile.open(source);
        ParquetWriter<TableReader> writer = ParquetRows.writer(file, footer)) {
      while (table.next()) {
        writer.write(table);
      }

      return table.row();
    }
  }

  /**
   * Copies to CSV.
   *
   * @return the number of rows
   */
  public static long toCsv(Source source, Path file) {
    TableSchema schema = TableScan.typed(source);
    boolean[] rewritten = new boolean[schema.variables().size()];
    for (int i = 0; i < rewritten.length; i++) {
      // Numbers in delimited text may have decimal commas.
      VariableType type = schema.variables().get(i).type();
      rewritten[i] = schema.format() == FileFormat.DELIMITED && type == VariableType.NUMBER;
    }

    List<String> row = new ArrayList<>();
    try (TableReader table = TableFile.open(source);
        CsvWriter csv = CsvWriter.create(file, table.columns())) {
      while (table.next()) {
        row.clear();
        for (int i = 0; i < rewritten.length; i++) {
          row.add(rewritten[i] ? Numbers.shortest(table.number(i)) : table.text(i));
        }

        csv.row(row);
      }

      csv.commit();
      return table.row();
    } catch (IOException e) {
      throw WholeFile.cannotBeWritten(file, e);
    }
  }
}
