package org.quipu.spark;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.TaskCompletionListener;
import org.quipu.UserException;
import org.quipu.file.IsoTimes;
import org.quipu.file.TableFile;
import org.quipu.file.TableReader;

/** The rows of one file, read inside a task. */
final class FileRows implements Iterator<Row> {
  private final TableReader table;
  private final String name;
  private final StructField[] fields;
  private final Object[] constants;
  private boolean ready;
  private boolean more;

  private FileRows(FileTables.Input input, StructType columns) {
    this.name = input.source().name();
    this.fields = columns.fields();
    this.constants =
        Arrays.stream(fields).map(field -> input.constants().get(field.name())).toArray();
    List<String> names =
        Stream.of(fields)
            .map(field -> input.renamed().getOrDefault(field.name(), field.name()))
            .toList();
    this.table = TableFile.open(input.source(), names);
  }

  static Iterator<Row> open(FileTables.Input input, StructType columns) {
    Sessions.shareSettings();
    FileRows rows = new FileRows(input, columns);
    TaskCompletionListener close = context -> rows.table.close();
    TaskContext.get().addTaskCompletionListener(close);
    return rows;
  }

  @Override
  public boolean hasNext() {
    if (!ready) {
      more = table.next();
      ready = true;
    }

    return more;
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }

    ready = false;
    Object[] values = new Object[fields.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = constants[i] != null ? constants[i] : value(i);
    }

    return RowFactory.create(values);
  }

  private Object value(int column) {
    if (table.isMissing(column)) {
      return null;
    }

    DataType type = fields[column].dataType();
    if (type.equals(DataTypes.StringType)) {
      String text = table.text(column);
      return text.isBlank() ? null : text;
    }

    double number = table.number(column);
    if (type.equals(DataTypes.DoubleType)) {
      return number;
    }

    if (type.equals(DataTypes.IntegerType)) {
      return (int) whole(column, number, Integer.MAX_VALUE);
    }

    if (type.equals(DataTypes.LongType)) {
      return whole(column, number, 1L << 53);
    }

    if (type.equals(DataTypes.DateType)) {
      return LocalDate.ofEpochDay((long) Math.floor(number));
    }

    if (type.equals(DataTypes.TimestampNTZType)) {
      return LocalDateTime.ofInstant(Instant.ofEpochMilli(IsoTimes.millis(number)), ZoneOffset.UTC);
    }

    throw new IllegalArgumentException("no values of type " + type + " in files");
  }

  private long whole(int column, double number, long most) {
    if (number != Math.rint(number) || Math.abs(number) > most) {
      throw UserException.input(
          name + ", row " + table.row() + ", column " + fields[column].name(),
          "a number with decimals, or a larger one",
          "a whole number up to " + most,
          "Correct the value, or leave it empty where there is none.");
    }

    return (long) number;
  }
}
