package org.quipu.bulletin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quipu.Coded;
import org.quipu.file.Source;
import org.quipu.file.TextTable;
import org.quipu.store.CsvTables;
import org.quipu.store.Table;

/** The list of the figures in a folder: {@code figures.csv}. */
final class FigureList {
  private static final String NAME = "figures.csv";
  private static final Table<FigureRow> TABLE = new Table<>("figures", FigureRow.class);

  private FigureList() {}

  /** The figures that a folder's list names and that are there; none without a list. */
  static List<FigureRow> read(Path folder) {
    Path list = folder.resolve(NAME);
    if (!Files.exists(list)) {
      return List.of();
    }

    return TextTable.read(Source.file(list)).rows().stream()
        .map(FigureList::row)
        .filter(row -> Files.exists(folder.resolve(row.file())))
        .toList();
  }

  private static FigureRow row(TextTable.Row row) {
    return new FigureRow(
        row.text("file"),
        Coded.of(FigureKind.class, row.text("kind")),
        row.text("title"),
        row.text("indicator"),
        row.text("years"),
        row.text("source"),
        row.text("language"),
        row.text("command"),
        row.text("data"),
        row.text("description"),
        row.integer("width"),
        row.integer("height"));
  }

  /** Puts figures that were drawn into a folder on its list, beside others that are there. */
  static void add(List<FigureRow> drawn, Path folder) {
    Set<String> files = drawn.stream().map(FigureRow::file).collect(Collectors.toSet());
    List<FigureRow> all =
        Stream.concat(
                drawn.stream(), read(folder).stream().filter(row -> !files.contains(row.file())))
            .sorted(
                Comparator.comparing(FigureRow::language)
                    .thenComparing(FigureRow::kind)
                    .thenComparing(FigureRow::file))
            .toList();
    CsvTables.write(TABLE, all, folder.resolve(NAME));
  }
}
