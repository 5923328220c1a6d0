package org.quipu.bulletin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quipu.Provenance;
import org.quipu.store.CsvTables;
import org.quipu.store.TableRows;
import org.quipu.text.DecimalMark;
import org.quipu.text.narrative.TableWords;

/**
 * The rows that a figure shows as CSV, with the columns of their tables. Where a table does not say
 * where its numbers come from, a last column {@code source} does.
 */
final class FigureData {
  private static final String SOURCE = "source";

  private final FileNames names;
  private final TableWords words;

  FigureData(Labels labels) {
    this.names = new FileNames(labels);
    this.words = TableWords.in(labels.language().with(DecimalMark.POINT));
  }

  /**
   * The names of the files: that of the figure, and with the table's name behind it for every
   * further table.
   */
  List<String> files(Drawing drawing) {
    String name = names.of(drawing.name());
    List<String> files = new ArrayList<>();
    for (TableRows<?> rows : drawing.rows()) {
      files.add(
          name + (files.isEmpty() ? "" : "-" + rows.table().name().replace('_', '-')) + ".csv");
    }

    return files;
  }

  /** Writes the files into a folder, each whole or not at all. */
  void write(Drawing drawing, Path folder) {
    List<String> files = files(drawing);
    for (int i = 0; i < files.size(); i++) {
      write(drawing.rows().get(i), drawing.provenance(), folder.resolve(files.get(i)));
    }
  }

  private <R extends Record> void write(TableRows<R> rows, List<Provenance> provenance, Path file) {
    String source = provenance.stream().map(Provenance::code).collect(Collectors.joining(";"));
    CsvTables.write(
        rows.table(),
        rows.rows(),
        words.of(rows.table(), rows.rows()),
        rows.table().header().contains(SOURCE) ? Map.of() : Map.of(SOURCE, source),
        file);
  }
}
