package org.quipu.file;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** SPSS .sav and .zsav, all compressions, either byte order. */
final class SavReader implements TableReader {
  private final ByteInput in;
  private final SavHeader header;
  private final TableSchema schema;
  private final Columns columns;
  private final SavCell[] cells;
  private final SavRows rows;
  private final byte[] row;
  private long read;

  private SavReader(ByteInput in, Collection<String> wanted) {
    SavDictionary dictionary = SavDictionary.read(in);
    SavTable table = new SavTable(in.name(), dictionary);
    this.header = dictionary.header;
    this.schema = table.schema();
    this.columns = Columns.select(schema.variables().stream().map(Variable::name).toList(), wanted);
    this.cells = new SavCell[columns.size()];
    Arrays.setAll(
        cells, i -> columns.has(i) ? new SavCell(table, dictionary, columns.variable(i)) : null);
    this.in = header.compression() == SavHeader.Compression.ZLIB ? inflated(in) : in;
    this.rows = new SavRows(this.in, header, dictionary.rowBytes(), table.systemMissing());
    this.row = rows.row();
  }

  static SavReader open(Source source, Collection<String> wanted) {
    ByteInput in = ByteInput.open(source);
    try {
      return new SavReader(in, wanted);
    } catch (RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static ByteInput inflated(ByteInput in) {
    ByteInput inflated = new ByteInput(in.name() + " (inflated)", new ZlibBlocks(in));
    inflated.order(in.order());
    return inflated;
  }

  @Override
  public TableSchema schema() {
    return schema;
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
    if (schema.rows() >= 0 && read == schema.rows()) {
      return false;
    }

    if (!rows.next()) {
      if (schema.rows() >= 0) {
        throw header.tooFewRows(in, read);
      }

      return false;
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
    SavCell cell = cells[column];
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
  }
}
