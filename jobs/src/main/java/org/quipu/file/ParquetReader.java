package org.quipu.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.quipu.UserException;

/**
 * Flat Parquet files of any program, on any file system of Hadoop but not inside a zip: numbers,
 * decimals, texts, dates, times and timestamps. Nested and repeated columns are left out; {@link
 * #schema} lists them under {@code origin}. A file that {@link TableCopy} made gives the labels and
 * missing values of the file it was made from.
 */
final class ParquetReader extends CellReader {
  private final ParquetFileReader file;
  private final List<Type> fields;
  private final MessageType projection;
  private final List<ParquetCell> cells;
  private long leftInGroup;

  private ParquetReader(
      String name,
      ParquetFileReader file,
      List<Type> fields,
      Columns columns,
      Map<Integer, ParquetCell> cells) {
    super(name, columns, place -> new Checked(name, cells.get(place)));
    this.file = file;
    this.fields = fields;
    this.cells = List.copyOf(cells.values());
    Types.MessageTypeBuilder needed = Types.buildMessage();
    cells.keySet().forEach(place -> needed.addField(fields.get(place)));
    this.projection = needed.named(file.getFileMetaData().getSchema().getName());
    file.setRequestedSchema(projection);
  }

  static ParquetReader open(Source source, Collection<String> wanted) {
    if (source.isEntry()) {
      throw UserException.input(
          source.name(), "Parquet in a zip", "a file of its own", "Unpack it.");
    }

    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    ParquetFileReader file = null;
    try {
      file = ParquetFileReader.open(input(source), options);
      return open(source.name(), file, wanted);
    } catch (IOException e) {
      throw source.unreadable(e);
    } catch (RuntimeException e) {
      closeQuietly(file);
      throw damaged(source.name(), e);
    }
  }

  private static ParquetReader open(
      String name, ParquetFileReader file, Collection<String> wanted) {
    List<Type> fields =
        file.getFileMetaData().getSchema().getFields().stream()
            .filter(field -> field.isPrimitive() && !field.isRepetition(Type.Repetition.REPEATED))
            .toList();
    Columns columns = Columns.select(name, fields.stream().map(Type::getName).toList(), wanted);
    Map<Integer, ParquetCell> cells = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.has(i)) {
        cells.computeIfAbsent(
            columns.variable(i), place -> new ParquetCell(fields.get(place).asPrimitiveType()));
      }
    }

    return new ParquetReader(name, file, fields, columns, cells);
  }

  private static InputFile input(Source source) throws IOException {
    return Locations.isLocal(source.location())
        ? new LocalInputFile(Locations.local(source.location()))
        : HadoopInputFile.fromPath(
            new org.apache.hadoop.fs.Path(source.location()), HadoopSettings.configuration());
  }

  private static void closeQuietly(ParquetFileReader file) {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      // The error that stopped the reading is reported instead.
    }
  }

  /** A value that cannot be decoded is the file's fault. */
  private record Checked(String file, ParquetCell cell) implements Cell {
    @Override
    public boolean isMissing() {
      return checked(cell::isMissing);
    }

    @Override
    public double number() {
      return checked(cell::number);
    }

    @Override
    public String text() {
      return checked(cell::text);
    }

    private <T> T checked(Supplier<T> value) {
      try {
        return value.get();
      } catch (NumberFormatException e) {
        throw e;
      } catch (RuntimeException e) {
        throw damaged(file, e);
      }
    }
  }

  private static UserException damaged(String name, RuntimeException e) {
    // What the library says may hold a value.
    return new UserException(
        name + ": found a damaged part; expected a whole Parquet file. Copy or make it again.", e);
  }

  @Override
  public TableSchema schema() {
    TableFooter footer = TableFooter.of(file.getFileMetaData().getKeyValueMetaData());
    if (footer != null && footer.table().variables().size() == fields.size()) {
      return footer.schema(file.getRecordCount());
    }

    List<Variable> variables = new ArrayList<>();
    fields.forEach(field -> variables.add(new ParquetCell(field.asPrimitiveType()).variable()));
    Map<String, String> origin = new LinkedHashMap<>();
    origin.put("program", file.getFileMetaData().getCreatedBy());
    String nested =
        file.getFileMetaData().getSchema().getFields().stream()
            .filter(field -> !fields.contains(field))
            .map(Type::getName)
            .collect(Collectors.joining(", "));
    if (!nested.isEmpty()) {
      origin.put("nested, not read", nested);
    }

    return new TableSchema(
        FileFormat.PARQUET, "UTF-8", file.getRecordCount(), "", variables, origin);
  }

  @Override
  boolean advance() {
    try {
      if (leftInGroup > 1) {
        leftInGroup--;
        for (ParquetCell cell : cells) {
          cell.advance();
        }

        return true;
      }

      return nextGroup();
    } catch (IOException e) {
      throw Locations.unreadable(name(), e);
    } catch (RuntimeException e) {
      throw damaged(name(), e);
    }
  }

  /** Its footer, which was read first, holds all that could be checked. */
  @Override
  void finish() {}

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
            file.getFileMetaData().getCreatedBy());
    for (ParquetCell cell : cells) {
      String[] path = {cell.variable().name()};
      cell.begin(store.getColumnReader(projection.getColumnDescription(path)));
    }

    return leftInGroup > 0 || nextGroup();
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw Locations.unreadable(name(), e);
    }
  }
}
