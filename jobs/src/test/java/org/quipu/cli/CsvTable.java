package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A table that a command wrote as CSV, read back by its headings without Quipu's own readers. */
record CsvTable(List<String> headings, List<List<String>> cells) {
  /** The table of this name below the folder of {@code --out}. */
  static CsvTable exported(Path out, String name) {
    return read(out.resolve("tables").resolve(name + ".csv"));
  }

  static CsvTable read(Path file) {
    try {
      List<List<String>> lines = Files.readAllLines(file).stream().map(CsvTable::cells).toList();
      return new CsvTable(lines.get(0), lines.subList(1, lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Commas inside quotes belong to the value. */
  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
        .map(cell -> cell.replace("\"", ""))
        .toList();
  }

  int size() {
    return cells.size();
  }

  Stream<Row> rows() {
    return cells.stream().map(Row::new);
  }

  Row row(int index) {
    return new Row(cells.get(index));
  }

  /** The first row with this value under this heading. */
  Row where(String heading, String value) {
    return rows()
        .filter(row -> row.text(heading).equals(value))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row with " + heading + " " + value));
  }

  /** A row's values by their headings. */
  final class Row {
    private final List<String> values;

    private Row(List<String> values) {
      this.values = values;
    }

    String text(String heading) {
      assertThat(headings).contains(heading);
      return values.get(headings.indexOf(heading));
    }

    double number(String heading) {
      return Double.parseDouble(text(heading));
    }

    @Override
    public String toString() {
      return values.toString();
    }
  }
}
