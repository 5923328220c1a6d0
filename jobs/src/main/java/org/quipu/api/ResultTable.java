package org.quipu.api;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.quipu.spark.Sessions;
import org.quipu.store.Table;
import org.quipu.store.TextTables;

/**
 * Results, as records, as a Spark table, or printed as an aligned table of their main columns. They
 * are computed once, when first looked at.
 */
public abstract class ResultTable<R extends Record> {
  private final Table<R> table;
  private final List<String> printed;
  private final List<String> warnings = new ArrayList<>();
  private List<R> rows;

  /**
   * A table whose rows are not computed yet.
   *
   * @param printed the columns that {@link #toString} shows
   */
  ResultTable(Table<R> table, List<String> printed) {
    this.table = table;
    this.printed = printed;
  }

  abstract List<R> compute();

  /** What a reader should know before using the results; printed below the table. */
  final void warn(List<String> messages) {
    warnings.addAll(messages);
  }

  /** The rows, with all their columns. */
  public final synchronized List<R> rows() {
    if (rows == null) {
      rows = List.copyOf(compute());
    }

    return rows;
  }

  /** The rows as a Spark table; empty numbers are null. */
  public final Dataset<Row> toDataset() {
    StructType schema = new StructType();
    for (Table.Column column : table.columns()) {
      schema = schema.add(column.name(), type(column.kind()), !column.required());
    }

    List<Row> values =
        rows().stream().map(row -> RowFactory.create(table.values(row).toArray())).toList();
    return Sessions.spark(table.name()).createDataFrame(values, schema);
  }

  private static DataType type(Table.Kind kind) {
    return switch (kind) {
      case TEXT -> DataTypes.StringType;
      case INT -> DataTypes.IntegerType;
      case LONG -> DataTypes.LongType;
      case DOUBLE -> DataTypes.DoubleType;
      case BOOLEAN -> DataTypes.BooleanType;
    };
  }

  @Override
  public final String toString() {
    StringBuilder all = new StringBuilder(TextTables.text(table, rows(), printed));
    warnings.forEach(warning -> all.append("warning: ").append(warning).append('\n'));
    return all.toString();
  }
}
