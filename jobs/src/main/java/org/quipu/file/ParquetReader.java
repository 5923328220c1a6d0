package org.quipu.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.quipu.UserException;

/** Flat Parquet files of any program. Columns that are nested are passed over. */
final class ParquetReader implements TableReader {
  private final String name;
  private final ParquetFileReader file;
  private final FileMetaData metadata;
  private final List<Type> fields;
  private final Columns columns;
  private final MessageType projection;
  private final ParquetColumn[] types;
  private final ColumnReader[] values;
  private long read;
  private long leftInGroup;

  private ParquetReader(Source source, Collection<String> wanted) throws IOException {
    this.name = source.name();
    this.file =
        ParquetFileReader.open(
            input(source), ParquetReadOptions.builder(new PlainParquetConfiguration()).build());
    this.metadata = file.getFileMetaData();
    this.fields =
        metadata.getSchema().getFields().stream()
            .filter(field -> field.isPrimitive() && !field.isRepetition(Type.Repetition.REPEATED))
            .toList();
    this.columns = Columns.select(fields.stream().map(Type::getName).toList(), wanted);
    this.types = new ParquetColumn[columns.size()];
    this.values = new ColumnReader[columns.size()];
    Types.MessageTypeBuilder needed = Types.buildMessage();
    for (int i = 0; i < types.length; i++) {
      if (columns.has(i)) {
        Type field = fields.get(columns.variable(i));
        types[i] = new ParquetColumn(field.asPrimitiveType());
        needed.addField(field);
      }
    }

    this.projection = needed.named(metadata.getSchema().getName());
    file.setRequestedSchema(projection);
  }

  static ParquetReader open(Source source, Collection<String> wanted) {
    if (source.isEntry()) {
      throw UserException.input(
          source.name(), "Parquet in a zip", "a file of its own", "Unpack it.");
    }

    try {
      return new ParquetReader(source, wanted);
    } catch (IOException e) {
      throw source.unreadable(e);
    } catch (RuntimeException e) {
      throw damaged(source.name(), e);
    }
  }

  private static InputFile input(Source source) throws IOException {
    return Locations.isLocal(source.location())
        ? new LocalInputFile(Locations.local(source.location()))
        : HadoopInputFile.fromPath(
            new org.apache.hadoop.fs.Path(source.location()), new Configuration());
  }

  private static UserException damaged(String name, RuntimeException e) {
    return new UserException(
        name + ": not a whole Parquet file (" + e.getMessage() + "). Copy or make it again.", e);
  }

  @Override
  public TableSchema schema() {
    TableFooter footer = TableFooter.of(metadata.getKeyValueMetaData());
    if (footer != null && footer.table().variables().size() == fields.size()) {
      return footer.schema(file.getRecordCount());
    }

    List<Variable> variables = new ArrayList<>();
    fields.forEach(field -> variables.add(new ParquetColumn(field.asPrimitiveType()).variable()));
    Map<String, String> origin = new LinkedHashMap<>();
    origin.put("program", metadata.getCreatedBy());
    metadata.getSchema().getFields().stream()
        .filter(field -> !fields.contains(field))
        .forEach(field -> origin.put("nested, not read", field.getName()));
    return new TableSchema(
        FileFormat.PARQUET, "UTF-8", file.getRecordCount(), "", variables, origin);
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
    try {
      if (leftInGroup > 1) {
        leftInGroup--;
        for (ColumnReader value : values) {
          advance(value);
        }
      } else if (!nextGroup()) {
        return false;
      }
    } catch (IOException e) {
      throw Locations.unreadable(name, e);
    } catch (RuntimeException e) {
      throw damaged(name, e);
    }

    read++;
    return true;
  }

  private static void advance(ColumnReader value) {
    if (value == null) {
      return;
    }

    if (isPresent(value)) {
      value.skip();
    }

    value.consume();
  }

  private static boolean isPresent(ColumnReader value) {
    return value.getCurrentDefinitionLevel() == value.getDescriptor().getMaxDefinitionLevel();
  }

  private boolean nextGroup() throws IOException {
    PageReadStore group = file.readNextRowGroup();
    if (group == null) {
      return false;
    }

    leftInGroup = group.getRowCount();
    ColumnReadStoreImpl store =
        new ColumnReadStoreImpl(
            group,
            new GroupRecordConverter(projection).getRootConverter(),
            projection,
            metadata.getCreatedBy());
    for (int i = 0; i < values.length; i++) {
      if (columns.has(i)) {
        String field = fields.get(columns.variable(i)).getName();
        values[i] = store.getColumnReader(projection.getColumnDescription(new String[] {field}));
      }
    }

    return leftInGroup > 0 || nextGroup();
  }

  @Override
  public long row() {
    return read;
  }

  @Override
  public boolean isMissing(int column) {
    ColumnReader value = values[column];
    if (value == null || !isPresent(value)) {
      return true;
    }

    ParquetColumn type = types[column];
    return !type.isText()
        && (Double.isNaN(type.number(value)) || !IsoTimes.isValid(type.type(), type.number(value)));
  }

  @Override
  public double number(int column) {
    if (isMissing(column)) {
      return Double.NaN;
    }

    return types[column].isText()
        ? Numbers.parse(name, read, columns.names().get(column), text(column))
        : types[column].number(values[column]);
  }

  @Override
  public String text(int column) {
    return isMissing(column) ? null : types[column].text(values[column]);
  }

  @Override
  public String missingCode(int column) {
    return null;
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw Locations.unreadable(name, e);
    }
  }
}
