package org.quipu.program;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.quipu.UserException;
import org.quipu.Words;

/**
 * A delimited text file of moderate size, whole in memory: delimiter, quotes and charset found by
 * looking, headings by their words.
 */
final class TextTable {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};
  private static final Set<String> MISSING = Set.of("", "NA", ".");
  private static final int WIDEST_CELL = 1 << 20;
  private static final int MOST_COLUMNS = 4096;

  private final String name;
  private final List<String> headings;
  private final List<String> words;
  private final List<Line> lines;

  private TextTable(String name, List<String[]> cells) {
    this.name = name;
    this.headings =
        Arrays.stream(cells.get(0)).map(cell -> cell == null ? "" : cell.strip()).toList();
    this.words = headings.stream().map(Words::of).toList();
    this.lines = new ArrayList<>(cells.size() - 1);
    for (int i = 1; i < cells.size(); i++) {
      lines.add(new Line(i + 1, cells.get(i)));
    }
  }

  /** Reads a file. */
  static TextTable read(Path file) {
    try {
      return parse(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UserException(
          file + ": cannot be read (" + e.getMessage() + "). Check the path and its permissions.",
          e);
    }
  }

  /** Reads a file that ships with Quipu, such as {@code geography/districts.csv}. */
  static TextTable shipped(String path) {
    try (InputStream in = TextTable.class.getResourceAsStream("/org/quipu/data/" + path)) {
      return parse("data/" + path, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TextTable parse(String name, byte[] bytes) {
    String text = decode(bytes);
    CsvParserSettings settings = new CsvParserSettings();
    settings.getFormat().setDelimiter(delimiter(text));
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setSkipEmptyLines(true);
    settings.setMaxCharsPerColumn(WIDEST_CELL);
    settings.setMaxColumns(MOST_COLUMNS);
    List<String[]> cells = new CsvParser(settings).parseAll(new StringReader(text));
    if (cells.isEmpty()) {
      throw UserException.input(
          name, "no rows", "a heading and rows", "The file may be cut off: get it again.");
    }

    return new TextTable(name, cells);
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
      return MISSING.contains(value) ? Optional.empty() : Optional.of(value);
    }

    String text(int column) {
      return value(column).orElse("");
    }

    /** Whether a value holds a line break. */
    boolean isBroken() {
      return Arrays.stream(cells).anyMatch(cell -> cell != null && cell.indexOf('\n') >= 0);
    }

    boolean isEmpty() {
      return Arrays.stream(cells).allMatch(cell -> cell == null || cell.isBlank());
    }
  }

  /** UTF-8 where the bytes are valid UTF-8, else windows-1252. */
  private static String decode(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      text = new String(bytes, WINDOWS);
    }

    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The delimiter that splits the first line into most columns, outside quotes. */
  private static char delimiter(String text) {
    int end = text.indexOf('\n');
    String first = (end < 0 ? text : text.substring(0, end)).replaceAll("\"[^\"]*\"", "");
    return new String(DELIMITERS)
        .chars()
        .mapToObj(c -> (char) c)
        .max(Comparator.comparingLong(c -> first.chars().filter(x -> x == c).count()))
        .orElseThrow();
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s (%d rows)", name, lines.size());
  }
}
