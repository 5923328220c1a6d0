package org.quipu.store;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.quipu.UserException;

/** Records to Parquet and back, without Spark: result tables have some thousand rows. */
final class ParquetTables {
  private ParquetTables() {}

  static <R extends Record> void write(Table<R> table, List<R> rows, Path file, Configuration conf)
      throws IOException {
    MessageType schema = schema(table);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(HadoopOutputFile.fromPath(file, conf))
            .withType(schema)
            .withConf(conf)
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .build()) {
      for (R row : rows) {
        writer.write(group(table, schema, row));
      }
    }
  }

  static <R extends Record> List<R> read(Table<R> table, List<Path> files, Configuration conf)
      throws IOException {
    List<R> rows = new ArrayList<>();
    for (Path file : files) {
      try (ParquetReader<Group> reader =
          ParquetReader.builder(new GroupReadSupport(), file).withConf(conf).build()) {
        Group group = next(reader, file);
        int[] fields = group == null ? new int[0] : fields(table, group.getType());
        for (; group != null; group = next(reader, file)) {
          rows.add(row(table, group, fields, file));
        }
      }
    }

    return rows;
  }

  /** How many rows the files hold, by their footers. */
  static long rows(List<Path> files, Configuration conf) throws IOException {
    long rows = 0;
    for (Path file : files) {
      try (ParquetFileReader reader =
          ParquetFileReader.open(HadoopInputFile.fromPath(file, conf))) {
        rows += reader.getRecordCount();
      } catch (RuntimeException e) {
        throw damaged(file, e);
      }
    }

    return rows;
  }

  private static Group next(ParquetReader<Group> reader, Path file) throws IOException {
    try {
      return reader.read();
    } catch (RuntimeException e) {
      throw damaged(file, e);
    }
  }

  /** Parquet throws runtime exceptions of several kinds at files that are damaged. */
  private static UserException damaged(Path file, RuntimeException e) {
    return new UserException(
        file
            + ": found damaged Parquet ("
            + e.getMessage()
            + "); expected a table of the store. Delete the table's folder and make it again.",
        e);
  }

  private static MessageType schema(Table<?> table) {
    Types.MessageTypeBuilder builder = Types.buildMessage();
    for (Table.Column column : table.columns()) {
      builder.addField(field(column));
    }

    return builder.named(table.name());
  }

  private static Type field(Table.Column column) {
    Type.Repetition repetition =
        column.required() ? Type.Repetition.REQUIRED : Type.Repetition.OPTIONAL;
    return switch (column.kind()) {
      case TEXT ->
          Types.primitive(BINARY, repetition)
              .as(LogicalTypeAnnotation.stringType())
              .named(column.name());
      case INT -> Types.primitive(INT32, repetition).named(column.name());
      case LONG -> Types.primitive(INT64, repetition).named(column.name());
      case DOUBLE -> Types.primitive(DOUBLE, repetition).named(column.name());
      case BOOLEAN -> Types.primitive(BOOLEAN, repetition).named(column.name());
    };
  }

  private static <R extends Record> Group group(Table<R> table, MessageType schema, R row) {
    Group group = new SimpleGroup(schema);
    List<Object> values = table.values(row);
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      if (value == null) {
        continue;
      }

      switch (table.columns().get(i).kind()) {
        case TEXT -> group.add(i, (String) value);
        case INT -> group.add(i, (int) value);
        case LONG -> group.add(i, (long) value);
        case DOUBLE -> group.add(i, (double) value);
        case BOOLEAN -> group.add(i, (boolean) value);
      }
    }

    return group;
  }

  /** Where the file has each column; -1 where it lacks it. */
  private static int[] fields(Table<?> table, GroupType type) {
    return table.columns().stream()
        .mapToInt(
            column -> type.containsField(column.name()) ? type.getFieldIndex(column.name()) : -1)
        .toArray();
  }

  private static <R extends Record> R row(Table<R> table, Group group, int[] fields, Path file) {
    List<Table.Column> columns = table.columns();
    Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      Table.Column column = columns.get(i);
      int field = fields[i];
      if (field < 0 || group.getFieldRepetitionCount(field) == 0) {
        values[i] = column.kind() == Table.Kind.DOUBLE ? (Object) Double.NaN : null;
        continue;
      }

      values[i] =
          switch (column.kind()) {
            case TEXT -> group.getString(field, 0);
            case INT -> group.getInteger(field, 0);
            case LONG -> group.getLong(field, 0);
            case DOUBLE -> group.getDouble(field, 0);
            case BOOLEAN -> group.getBoolean(field, 0);
          };
    }

    try {
      return table.row(values);
    } catch (IllegalArgumentException e) {
      throw new UserException(
          file
              + ", "
              + e.getMessage()
              + ". Another version of Quipu wrote the table: delete its folder and make it again.",
          e);
    }
  }
}
