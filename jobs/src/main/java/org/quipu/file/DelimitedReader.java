package org.quipu.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.quipu.UserException;

/**
 * Delimited text with a heading: commas, semicolons or tabs, quotes or none, UTF-8 or windows-1252.
 * All columns are texts, of which those that are numbers can be had as such. Empty values, {@code
 * NA} and {@code .} are missing.
 */
final class DelimitedReader implements TableReader {
  private final ByteInput in;
  private final Dialect dialect;
  private final DelimitedParser parser;
  private final TextDecoder texts = new TextDecoder(null);
  private final List<String> headings;
  private final Columns columns;
  private long read;

  private DelimitedReader(ByteInput in, Dialect dialect, Collection<String> wanted) {
    this.in = in;
    this.dialect = dialect;
    in.skip(dialect.markBytes());
    this.parser = new DelimitedParser(in, dialect.delimiter());
    this.headings = readHeadings();
    this.columns = Columns.select(headings, wanted);
  }

  static DelimitedReader open(Source source, Collection<String> wanted) {
    Dialect dialect = Dialect.of(source);
    ByteInput in = ByteInput.open(source);
    try {
      return new DelimitedReader(in, dialect, wanted);
    } catch (RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private List<String> readHeadings() {
    if (!parser.next()) {
      throw UserException.input(
          in.name(), "no heading", "a line of column names", "Copy or download the file again.");
    }

    List<String> names = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < parser.cells(); i++) {
      String heading = decode(i);
      String name = heading.isEmpty() ? "column_" + (i + 1) : heading;
      for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
        name = heading + "_" + n;
      }

      names.add(name);
    }

    return names;
  }

  @Override
  public TableSchema schema() {
    Map<String, String> origin = new LinkedHashMap<>();
    origin.put(
        "layout",
        switch (dialect.delimiter()) {
          case '\t' -> "separated by tabs";
          case ';' -> "separated by semicolons";
          default -> "separated by commas";
        });
    return new TableSchema(
        FileFormat.DELIMITED,
        dialect.charset(),
        -1,
        "",
        headings.stream().map(name -> Variable.plain(name, VariableType.TEXT)).toList(),
        origin);
  }

  @Override
  public List<String> columns() {
    return columns.names();
  }

  @Override
  public boolean has(int column) {
    return columns.has(column);
  }

  @Override
  public boolean next() {
    if (!parser.next()) {
      return false;
    }

    read++;
    if (parser.cells() != headings.size()) {
      throw UserException.input(
          in.name() + ", line " + parser.line(),
          parser.cells() + " values",
          headings.size() + ", as there are headings",
          "Correct the line; a value that holds the delimiter must stand in quotes.");
    }

    return true;
  }

  @Override
  public long row() {
    return read;
  }

  @Override
  public boolean isMissing(int column) {
    if (!has(column)) {
      return true;
    }

    int cell = columns.variable(column);
    int start = parser.start(cell);
    byte[] bytes = parser.bytes();
    return switch (parser.end(cell) - start) {
      case 0 -> true;
      case 1 -> bytes[start] == '.';
      case 2 -> bytes[start] == 'N' && bytes[start + 1] == 'A';
      default -> false;
    };
  }

  @Override
  public double number(int column) {
    if (isMissing(column)) {
      return Double.NaN;
    }

    int cell = columns.variable(column);
    int start = parser.start(cell);
    int end = parser.end(cell);
    byte[] bytes = parser.bytes();
    return DelimitedNumbers.isShortInteger(bytes, start, end)
        ? DelimitedNumbers.integer(bytes, start, end)
        : Numbers.parse(in.name(), read, columns.names().get(column), plainNumber(column));
  }

  private String plainNumber(int column) {
    return DelimitedNumbers.plain(text(column), dialect.delimiter());
  }

  /** Whether a value that is not missing is a number. */
  boolean isNumber(int column) {
    try {
      Numbers.parse(plainNumber(column));
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  boolean isUtf8(int column) {
    int cell = columns.variable(column);
    return TextDecoder.isUtf8(parser.bytes(), parser.start(cell), parser.end(cell));
  }

  @Override
  public String text(int column) {
    return isMissing(column) ? null : decode(columns.variable(column));
  }

  @Override
  public String missingCode(int column) {
    return null;
  }

  private String decode(int cell) {
    return texts.decode(parser.bytes(), parser.start(cell), parser.end(cell));
  }

  @Override
  public void close() {
    in.close();
  }
}
