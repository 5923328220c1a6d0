package org.quipu.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quipu.UserException;

/** Stata 117 to 119 (Stata 13 and later), either byte order. */
final class DtaReader implements TableReader {
  private final Source source;
  private final ByteInput in;
  private final DtaHeader header;
  private final Columns columns;
  private final DtaCell[] cells;
  private final byte[] row;
  private TableSchema schema;
  private DtaLongTexts longTexts;
  private long read;

  private DtaReader(Source source, ByteInput in, Collection<String> wanted) {
    this.source = source;
    this.in = in;
    this.header = DtaHeader.read(in);
    this.columns = Columns.select(header.names, wanted);
    this.row = new byte[header.rowBytes];
    this.cells = new DtaCell[columns.size()];
    Arrays.setAll(
        cells,
        i -> columns.has(i) ? new DtaCell(header, columns.variable(i), this::openLongTexts) : null);
  }

  static DtaReader open(Source source, Collection<String> wanted) {
    ByteInput in = ByteInput.open(source);
    try {
      return new DtaReader(source, in, wanted);
    } catch (RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private DtaLongTexts openLongTexts() {
    if (longTexts == null) {
      longTexts = DtaLongTexts.open(source, header);
    }

    return longTexts;
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
  public List<String> columns() {
    return columns.names();
  }

  @Override
  public boolean has(int column) {
    return columns.has(column);
  }

  @Override
  public boolean next() {
    if (read == header.rows) {
      return false;
    }

    if (in.readUpTo(row, 0, row.length) < row.length) {
      throw UserException.input(
          in.name() + ", row " + (read + 1),
          "the end of the file at byte " + in.offset() + " after " + read + " whole rows",
          header.rows + " rows, as its header says",
          "The file is cut short: copy or download it again.");
    }

    read++;
    return true;
  }

  @Override
  public long row() {
    return read;
  }

  @Override
  public boolean isMissing(int column) {
    return cells[column] == null || cells[column].isMissing(row);
  }

  @Override
  public double number(int column) {
    DtaCell cell = cells[column];
    if (cell == null || cell.isMissing(row)) {
      return Double.NaN;
    }

    return cell.isText()
        ? Numbers.parse(in.name(), read, columns.names().get(column), cell.text(row))
        : cell.number(row);
  }

  @Override
  public String text(int column) {
    return isMissing(column) ? null : cells[column].text(row);
  }

  @Override
  public String missingCode(int column) {
    return cells[column] == null ? null : cells[column].missingCode(row);
  }

  @Override
  public void close() {
    in.close();
    if (longTexts != null) {
      longTexts.close();
    }
  }
}
