package org.quipu.file;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quipu.UserException;

/**
 * Delimited text with a heading, as RFC 4180 describes it and as spreadsheets write it: separated
 * by commas, semicolons or tabs, values with or without quotes (which may hold delimiters, line
 * breaks and doubled quotes), lines ended by LF, CR LF or CR, with or without a byte order mark.
 * Delimiter and charset, UTF-8 or windows-1252, are found by looking at the text. Blanks around
 * values, empty lines and a delimiter at the end of a line are dropped; headings are made distinct
 * by a number where they repeat.
 *
 * <p>All columns are texts; {@link #number} reads the numbers among them with a decimal point or
 * comma and with marks between thousands. Empty values, {@code NA} and {@code .} are missing. A row
 * with more or fewer values than there are headings, a quote that nothing closes and text after a
 * closing quote are errors that name the file and the line.
 */
final class DelimitedReader extends CellReader {
  private final ByteInput in;
  private final Dialect dialect;
  private final DelimitedParser parser;
  private final List<String> headings;

  private DelimitedReader(
      ByteInput in,
      Dialect dialect,
      DelimitedParser parser,
      TextDecoder texts,
      List<String> headings,
      Collection<String> wanted) {
    super(
        in.name(),
        Columns.select(in.name(), headings, wanted),
        place -> new DelimitedCell(parser, place, texts));
    this.in = in;
    this.dialect = dialect;
    this.parser = parser;
    this.headings = headings;
  }

  static DelimitedReader open(Source source, Collection<String> wanted) {
    Dialect dialect = Dialect.of(source);
    return ByteInput.open(source, in -> open(in, dialect, wanted));
  }

  /** Reads a text that is in memory. */
  static DelimitedReader open(String name, byte[] text, Collection<String> wanted) {
    ByteInput in = new ByteInput(name, new ByteArrayInputStream(text));
    return open(in, Dialect.of(text), wanted);
  }

  private static DelimitedReader open(ByteInput in, Dialect dialect, Collection<String> wanted) {
    in.skip(dialect.markBytes());
    DelimitedParser parser = new DelimitedParser(in, dialect.delimiter());
    TextDecoder texts = new TextDecoder(null);
    List<String> headings = readHeadings(in.name(), parser, texts);
    return new DelimitedReader(in, dialect, parser, texts, headings, wanted);
  }

  private static List<String> readHeadings(String file, DelimitedParser parser, TextDecoder texts) {
    if (!parser.next()) {
      throw UserException.input(
          file, "no heading", "a line of column names", "Copy or download the file again.");
    }

    List<String> names = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    Map<String, Integer> repeats = new HashMap<>();
    for (int i = 0; i < parser.cells(); i++) {
      String heading = new DelimitedCell(parser, i, texts).text();
      String base = heading.isEmpty() ? "column_" + (i + 1) : heading;
      String name = base;
      while (!taken.add(name)) {
        name = base + "_" + repeats.merge(base, 2, (n, k) -> n + 1);
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
  boolean advance() {
    if (!parser.next()) {
      return false;
    }

    boolean oneMore = parser.cells() == headings.size() + 1 && parser.endsWithDelimiter();
    if (parser.cells() != headings.size() && !oneMore) {
      throw UserException.input(
          in.name() + ", line " + parser.line(),
          parser.cells() + " values",
          headings.size() + ", as there are headings",
          "Correct the line; a value that holds the delimiter must stand in quotes.");
    }

    return true;
  }

  /** The end of the file was its last row's end. */
  @Override
  void finish() {}

  @Override
  public void close() {
    in.close();
  }
}
