package org.quipu.file;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * Writes the current row of a reader to Parquet: numbers as doubles, dates as days, dates with time
 * as microseconds without a time zone, times and texts as strings.
 */
final class ParquetRows extends WriteSupport<TableReader> {
  /** Fits a small heap; larger groups hardly speed up the reading of columns. */
  private static final long ROW_GROUP = 16L << 20;

  private final TableFooter footer;
  private final MessageType schema;
  private final VariableType[] types;
  private final String[] names;
  private RecordConsumer out;

  private ParquetRows(TableFooter footer) {
    this.footer = footer;
    var variables = footer.table().variables();
    this.types = variables.stream().map(Variable::type).toArray(VariableType[]::new);
    this.names = variables.stream().map(Variable::name).toArray(String[]::new);
    Types.MessageTypeBuilder builder = Types.buildMessage();
    variables.forEach(variable -> builder.addField(field(variable)));
    this.schema = builder.named("table");
  }

  static ParquetWriter<TableReader> writer(Path file, TableFooter footer) throws IOException {
    return new Builder(new LocalOutputFile(file), new ParquetRows(footer))
        .withConf(new PlainParquetConfiguration())
        .withCompressionCodec(CompressionCodecName.SNAPPY)
        .withRowGroupSize(ROW_GROUP)
        .build();
  }

  private static Type field(Variable variable) {
    return switch (variable.type()) {
      case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(variable.name());
      case TEXT, TIME ->
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(variable.name());
      case DATE ->
          Types.optional(PrimitiveTypeName.INT32)
              .as(LogicalTypeAnnotation.dateType())
              .named(variable.name());
      case DATE_TIME ->
          Types.optional(PrimitiveTypeName.INT64)
              .as(LogicalTypeAnnotation.timestampType(false, TimeUnit.MICROS))
              .named(variable.name());
    };
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(schema, footer.metadata());
  }

  @Override
  @SuppressWarnings("deprecation")
  public WriteContext init(Configuration configuration) {
    return new WriteContext(schema, footer.metadata());
  }

  @Override
  public void prepareForWrite(RecordConsumer consumer) {
    this.out = consumer;
  }

  @Override
  public void write(TableReader row) {
    out.startMessage();
    for (int i = 0; i < types.length; i++) {
      if (!row.isMissing(i)) {
        out.startField(names[i], i);
        add(row, i);
        out.endField(names[i], i);
      }
    }

    out.endMessage();
  }

  private void add(TableReader row, int column) {
    switch (types[column]) {
      case NUMBER -> out.addDouble(row.number(column));
      case TEXT, TIME -> out.addBinary(Binary.fromString(row.text(column)));
      case DATE -> out.addInteger((int) Math.floor(row.number(column)));
      case DATE_TIME -> out.addLong(1000 * IsoTimes.millis(row.number(column)));
    }
  }

  private static final class Builder extends ParquetWriter.Builder<TableReader, Builder> {
    private final ParquetRows rows;

    Builder(OutputFile file, ParquetRows rows) {
      super(file);
      this.rows = rows;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation")
    protected WriteSupport<TableReader> getWriteSupport(Configuration configuration) {
      return rows;
    }

    @Override
    protected WriteSupport<TableReader> getWriteSupport(ParquetConfiguration configuration) {
      return rows;
    }
  }
}
