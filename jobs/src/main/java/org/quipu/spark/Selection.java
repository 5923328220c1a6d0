package org.quipu.spark;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Columns selected from a table: each is read through its field, not by its position. */
final class Selection implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<Field> fields = new ArrayList<>();

  /**
   * A selected column.
   *
   * @param column its name in the table; {@link Selection#NONE} has none
   * @param place its position in the selected rows
   */
  record Field(String column, int place, DataType type) implements Serializable {
    boolean isPresent() {
      return place >= 0;
    }

    /** The column in the selected rows. */
    Column selected() {
      return col(alias());
    }

    private Column of(Dataset<Row> data) {
      return type.equals(DataTypes.StringType)
          ? SparkColumns.text(data, column)
          : SparkColumns.of(column).cast(type);
    }

    private String alias() {
      return "field_" + place;
    }

    /** The value as text; null where missing. */
    String text(Row row) {
      return row.getString(place);
    }

    /** The value as a number; NaN where missing. */
    double number(Row row) {
      return row.isNullAt(place) ? Double.NaN : row.getDouble(place);
    }
  }

  /** Stands for a column that is not needed. */
  static final Field NONE = new Field("", -1, DataTypes.NullType);

  /** Adds a column that is read as text. */
  Field text(String column) {
    return add(column, DataTypes.StringType);
  }

  /** Adds a column that is read as a number. */
  Field number(String column) {
    return add(column, DataTypes.DoubleType);
  }

  private Field add(String column, DataType type) {
    Field field = new Field(column, fields.size(), type);
    fields.add(field);
    return field;
  }

  /** Where the fields are in the rows of {@link #of}. */
  List<BatchColumn> columns() {
    return List.copyOf(
        fields.stream()
            .map(field -> new BatchColumn(field.column, field.place, field.type))
            .toList());
  }

  /** Where the fields are among columns as they are stored. */
  List<BatchColumn> in(StructType stored) {
    return List.copyOf(fields.stream().map(field -> in(stored, field.column)).toList());
  }

  private static BatchColumn in(StructType stored, String column) {
    int position = 0;
    while (!stored.fieldNames()[position].equalsIgnoreCase(column)) {
      position++;
    }

    return new BatchColumn(column, position, stored.fields()[position].dataType());
  }

  /** The columns as they are stored, in the table's own order, so that the query is only a scan. */
  Dataset<Row> stored(Dataset<Row> data) {
    Set<String> needed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    fields.forEach(field -> needed.add(field.column));
    return data.select(
        Stream.of(data.columns())
            .filter(needed::contains)
            .map(SparkColumns::of)
            .toArray(Column[]::new));
  }

  /** A column for each field: texts and floating-point numbers. */
  Dataset<Row> of(Dataset<Row> data) {
    return data.select(selected(data));
  }

  /** What the fields read as one column of rows. */
  Column row(Dataset<Row> data) {
    return functions.struct(selected(data));
  }

  private Column[] selected(Dataset<Row> data) {
    return fields.stream().map(field -> field.of(data).as(field.alias())).toArray(Column[]::new);
  }
}
