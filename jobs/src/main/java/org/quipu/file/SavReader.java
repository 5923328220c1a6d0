package org.quipu.file;

import java.util.Collection;

/**
 * SPSS system files, .sav and .zsav: uncompressed, bytecode or zlib, in either byte order, with
 * texts longer than 255 bytes and any charset that Java knows. Values that the file declares
 * missing are missing; {@link #missingCode} gives them.
 */
final class SavReader extends CellReader {
  private final ByteInput file;
  private final ByteInput in;
  private final SavHeader header;
  private final TableSchema schema;
  private final SavRows rows;

  /**
   * @param in the rows; the file itself, or what is inflated from it
   */
  private SavReader(
      ByteInput file,
      ByteInput in,
      SavDictionary dictionary,
      SavTable table,
      SavRows rows,
      Collection<String> wanted) {
    super(
        in.name(),
        Columns.select(in.name(), table.schema().names(), wanted),
        variable -> new SavCell(table, dictionary, variable, rows.row()));
    this.file = file;
    this.in = in;
    this.header = dictionary.header;
    this.schema = table.schema();
    this.rows = rows;
  }

  static SavReader open(Source source, Collection<String> wanted) {
    return ByteInput.open(source, in -> open(in, wanted));
  }

  private static SavReader open(ByteInput in, Collection<String> wanted) {
    SavDictionary dictionary = SavDictionary.read(in);
    SavTable table = new SavTable(in.name(), dictionary);
    boolean zlib = dictionary.header.compression() == SavHeader.Compression.ZLIB;
    ByteInput data = zlib ? inflated(in) : in;
    SavRows rows =
        new SavRows(data, dictionary.header, dictionary.rowBytes(), table.systemMissing());
    return new SavReader(in, data, dictionary, table, rows, wanted);
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
  boolean advance() {
    if (row() == schema.rows()) {
      if (rows.hasMore()) {
        throw header.tooManyRows(in);
      }

      return false;
    }

    boolean more = rows.next();
    if (!more && schema.rows() >= 0) {
      throw header.tooFewRows(in, row());
    }

    return more;
  }

  @Override
  void finish() {
    file.finish();
  }

  @Override
  public void close() {
    in.close();
  }
}
