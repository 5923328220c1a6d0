package org.quipu.program;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.quipu.NormalizedText;
import org.quipu.UserException;
import org.quipu.file.ShippedData;
import org.quipu.file.Source;
import org.quipu.file.TableFile;
import org.quipu.file.TableReader;

/**
 * A table of moderate size, whole in memory, whose columns are found by the words of their
 * headings.
 */
final class TextTable {
  private final String name;
  private final List<String> headings;
  private final List<String> words;
  private final List<Line> lines = new ArrayList<>();

  private TextTable(String name, List<String> headings) {
    this.name = name;
    this.headings = headings;
    this.words = headings.stream().map(NormalizedText::of).toList();
  }

  /** Reads a file. */
  static TextTable read(Path file) {
    try (TableReader reader = TableFile.open(Source.file(file))) {
      TextTable table = new TextTable(file.toString(), reader.columns());
      int columns = reader.columns().size();
      while (reader.next()) {
        table.add(IntStream.range(0, columns).mapToObj(reader::text).toArray(String[]::new));
      }

      return table;
    }
  }

  /** Reads a file that ships with Quipu, such as {@code geography/districts.csv}. */
  static TextTable shipped(String path) {
    List<Map<String, String>> records = ShippedData.csv(path);
    TextTable table = new TextTable("data/" + path, List.copyOf(records.get(0).keySet()));
    records.forEach(record -> table.add(record.values().toArray(String[]::new)));
    return table;
  }

  private void add(String[] cells) {
    lines.add(new Line(lines.size() + 2, cells));
  }

  String name() {
    return name;
  }

  List<String> headings() {
    return headings;
  }

  /** The words of the headings, in their order. */
  List<String> words() {
    return words;
  }

  List<Line> lines() {
    return lines;
  }

  /** The first column that bears one of these headings; -1 where there is none. */
  int column(List<String> names) {
    return names.stream().mapToInt(words::indexOf).filter(i -> i >= 0).findFirst().orElse(-1);
  }

  boolean has(List<String> names) {
    return column(names) >= 0;
  }

  /** A column that must be there. */
  int required(List<String> names) {
    int column = column(names);
    if (column < 0) {
      throw UserException.input(
          name,
          "the headings " + String.join(", ", headings),
          "one named " + names.get(0),
          "Add the column or correct its heading.");
    }

    return column;
  }

  /** One record; its number is the one that a spreadsheet shows, the headings being row 1. */
  final class Line {
    private final int number;
    private final String[] cells;

    private Line(int number, String[] cells) {
      this.number = number;
      this.cells = cells;
    }

    int number() {
      return number;
    }

    String where() {
      return name + " row " + number;
    }

    String where(int column) {
      return where() + ", column '" + headings.get(column) + "'";
    }

    /** The value of a column; empty where it is missing or there is no such column. */
    Optional<String> value(int column) {
      if (column < 0 || column >= cells.length || cells[column] == null) {
        return Optional.empty();
      }

      String value = cells[column].replaceAll("\\s+", " ").strip();
      return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    String text(int column) {
      return value(column).orElse("");
    }

    /** Whether a value holds a line break. */
    boolean isBroken() {
      return Arrays.stream(cells)
          .filter(Objects::nonNull)
          .anyMatch(cell -> cell.indexOf('\n') >= 0);
    }

    boolean isEmpty() {
      return Arrays.stream(cells).allMatch(cell -> cell == null || cell.isBlank());
    }
  }
}
