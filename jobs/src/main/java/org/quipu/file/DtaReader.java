package org.quipu.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.quipu.UserException;

/**
 * Stata files of the formats 117 to 119 (Stata 13 and later), in either byte order, with long texts
 * ({@code strL}). Format 117 does not say its charset: texts that are valid UTF-8 are read as such,
 * others as windows-1252. Missing values are missing; {@link #missingCode} gives {@code .a} to
 * {@code .z}.
 */
final class DtaReader extends CellReader {
  private final Source source;
  private final ByteInput in;
  private final DtaHeader header;
  private final byte[] row;
  private final LongTexts longTexts;
  private TableSchema schema;

  /** The long texts of a file, which are opened when the first of them is asked for. */
  private static final class LongTexts implements Supplier<DtaLongTexts> {
    private final Source source;
    private final DtaHeader header;
    private DtaLongTexts opened;

    LongTexts(Source source, DtaHeader header) {
      this.source = source;
      this.header = header;
    }

    @Override
    public DtaLongTexts get() {
      if (opened == null) {
        opened = DtaLongTexts.open(source, header);
      }

      return opened;
    }

    void close() {
      if (opened != null) {
        opened.close();
      }
    }
  }

  private DtaReader(
      Source source,
      ByteInput in,
      DtaHeader header,
      byte[] row,
      LongTexts longTexts,
      Collection<String> wanted) {
    super(
        in.name(),
        Columns.select(in.name(), header.names, wanted),
        variable -> new DtaCell(header, variable, row, longTexts));
    this.source = source;
    this.in = in;
    this.header = header;
    this.row = row;
    this.longTexts = longTexts;
  }

  static DtaReader open(Source source, Collection<String> wanted) {
    return ByteInput.open(
        source,
        in -> {
          DtaHeader header = DtaHeader.read(in);
          byte[] row = new byte[header.rowBytes];
          LongTexts longTexts = new LongTexts(source, header);
          return new DtaReader(source, in, header, row, longTexts, wanted);
        });
  }

  /** Value labels stand after the rows: they are read when first asked for. */
  @Override
  public TableSchema schema() {
    if (schema == null) {
      schema = readSchema(DtaLabels.read(source, header));
    }

    return schema;
  }

  private TableSchema readSchema(DtaLabels labels) {
    List<Variable> variables = new ArrayList<>();
    for (int i = 0; i < header.types.length; i++) {
      int storage = header.types[i];
      VariableType type = DtaFormat.type(storage, header.formats.get(i));
      variables.add(
          new Variable(
              header.names.get(i),
              header.labels.get(i),
              type,
              storage <= DtaFormat.LONGEST_TEXT ? storage : 0,
              header.formats.get(i),
              labels.of(i, type),
              MissingValues.NONE));
    }

    Map<String, String> origin = new LinkedHashMap<>();
    origin.put("program", "Stata, format " + header.format.release);
    origin.put("created", header.created);
    origin.put("layout", header.order == Bytes.LITTLE_ENDIAN ? "little-endian" : "big-endian");
    return new TableSchema(
        FileFormat.STATA, header.texts.charsetName(), header.rows, header.label, variables, origin);
  }

  @Override
  boolean advance() {
    if (row() == header.rows) {
      return false;
    }

    if (in.readUpTo(row, 0, row.length) < row.length) {
      throw UserException.input(
          in.name() + ", row " + (row() + 1),
          "the end of the file at byte " + in.offset() + " after " + row() + " whole rows",
          header.rows + " rows, as its header says",
          "The file is cut short: copy or download it again.");
    }

    return true;
  }

  @Override
  void finish() {
    in.expect(DtaHeader.END_OF_DATA);
    in.finish();
  }

  @Override
  public void close() {
    in.close();
    longTexts.close();
  }
}
