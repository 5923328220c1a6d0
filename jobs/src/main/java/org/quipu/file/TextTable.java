package org.quipu.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.quipu.NormalizedText;
import org.quipu.UserException;

/**
 * A table of moderate size in memory, with all values as texts: the tables that ship with Quipu,
 * and those that people keep in spreadsheets. Columns are found by their headings, in any order.
 * Reading fails with a {@link UserException} as {@link TableFile} describes; a value that is not a
 * number where one is asked for names file, row and column.
 */
public final class TextTable {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final String name;
  private final List<String> headings;
  private final List<String> words;
  private final Map<Heading, Integer> places = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();

  private TextTable(String name, TableReader reader) {
    this.name = name;
    this.headings = reader.columns();
    this.words = headings.stream().map(NormalizedText::of).toList();
    while (reader.next()) {
      String[] cells =
          IntStream.range(0, headings.size()).mapToObj(reader::text).toArray(String[]::new);
      rows.add(new Row(rows.size() + 2, cells));
    }
  }

  /** Reads a file of any format that {@link TableFile} opens. */
  public static TextTable read(Source source) {
    try (TableReader reader = TableFile.open(source)) {
      return new TextTable(source.name(), reader);
    }
  }

  /** Reads a file of the folder {@code data}, such as {@code geography/districts.csv}. */
  public static TextTable shipped(String path) {
    try (TableReader reader = ShippedData.table(path, null)) {
      return new TextTable(ShippedData.label(path), reader);
    }
  }

  /** The file, as messages name it. */
  public String name() {
    return name;
  }

  public List<String> headings() {
    return headings;
  }

  public List<Row> rows() {
    return rows;
  }

  public boolean has(Heading heading) {
    return place(heading) >= 0;
  }

  /** The place of a column; −1 where it is not there. */
  private int place(Heading heading) {
    return places.computeIfAbsent(
        heading,
        wanted ->
            wanted.names().stream()
                .mapToInt(words::indexOf)
                .filter(place -> place >= 0)
                .findFirst()
                .orElse(-1));
  }

  private int place(String heading) {
    int place = headings.indexOf(heading);
    if (place < 0) {
      throw new IllegalArgumentException(name + " has no column " + heading + ": " + headings);
    }

    return place;
  }

  private static String cleaned(String cell) {
    return cell == null ? "" : BLANKS.matcher(cell).replaceAll(" ").strip();
  }

  /**
   * One row. The headings are row 1 and empty lines are not counted, so that its number is the one
   * that a spreadsheet shows where the file has no empty lines.
   */
  public final class Row {
    private final int number;
    private final String[] cells;

    private Row(int number, String[] cells) {
      this.number = number;
      this.cells = cells;
    }

    public int number() {
      return number;
    }

    /** File and row, for messages. */
    public String where() {
      return name + " row " + number;
    }

    /** File, row and column, for messages. */
    public String where(Heading heading) {
      int place = place(heading);
      return where()
          + ", column '"
          + (place < 0 ? heading.names().get(0) : headings.get(place))
          + "'";
    }

    /**
     * The value of a column, with line breaks and repeated blanks as one blank; empty where it is
     * missing or the table has no such column.
     */
    public Optional<String> value(Heading heading) {
      int place = place(heading);
      return Optional.of(place < 0 ? "" : cleaned(cells[place])).filter(value -> !value.isEmpty());
    }

    /** As {@link #value}, but an empty text where there is none. */
    public String text(Heading heading) {
      return value(heading).orElse("");
    }

    /** The text in the column of exactly this heading, which the table must have; empty if none. */
    public String text(String heading) {
      return cleaned(cells[place(heading)]);
    }

    /** The number in the column of exactly this heading; NaN where there is none. */
    public double number(String heading) {
      String text = text(heading);
      try {
        return text.isEmpty() ? Double.NaN : Numbers.parse(text);
      } catch (NumberFormatException e) {
        throw wrong(heading, text, "a number, or nothing");
      }
    }

    /** The whole number in the column of exactly this heading; an error where there is none. */
    public int integer(String heading) {
      double number = number(heading);
      if (number != (int) number) {
        throw wrong(heading, text(heading), "a whole number");
      }

      return (int) number;
    }

    private UserException wrong(String heading, String found, String expected) {
      return UserException.input(
          where() + ", column '" + heading + "'", "'" + found + "'", expected, "Correct it.");
    }

    /** Whether a value holds a line break. */
    public boolean hasLineBreak() {
      return Arrays.stream(cells)
          .filter(Objects::nonNull)
          .anyMatch(cell -> cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0);
    }

    public boolean isEmpty() {
      return Arrays.stream(cells).allMatch(cell -> cell == null || cell.isBlank());
    }
  }
}
