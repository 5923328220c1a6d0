package org.quipu.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.quipu.NearestNames;
import org.quipu.Notice;
import org.quipu.UserException;
import org.quipu.spark.Sessions;
import org.quipu.store.Table;
import org.quipu.store.TextTables;
import org.quipu.text.Language;

/**
 * Results, as records, as a Spark table, or printed as an aligned table of their main columns. They
 * are computed once, when first looked at. Which rows and columns are printed, and with how many
 * digits, is chosen by {@link #where}, {@link #select} and {@link #digits}, which compute nothing
 * anew.
 */
public abstract class ResultTable<R extends Record> {
  private final Table<R> table;
  private final List<String> printed;
  private final int digits;
  private final List<String> warnings = new ArrayList<>();
  private List<R> rows;

  /**
   * A table whose rows are not computed yet.
   *
   * @param printed the columns that {@link #toString} shows
   */
  ResultTable(Table<R> table, List<String> printed) {
    this(table, printed, TextTables.DIGITS);
  }

  private ResultTable(Table<R> table, List<String> printed, int digits) {
    this.table = table;
    this.printed = printed;
    this.digits = digits;
  }

  abstract List<R> compute();

  /** What a reader should know before using the results; printed below the table. */
  final void warn(List<String> messages) {
    warnings.addAll(messages);
  }

  /** The same of what a job tells. */
  final void tell(List<Notice> notices) {
    warn(notices.stream().map(notice -> notice.in(Language.ENGLISH)).toList());
  }

  /** The rows, with all their columns. */
  public final synchronized List<R> rows() {
    if (rows == null) {
      rows = List.copyOf(compute());
    }

    return rows;
  }

  /** The rows of these that are wanted, in the same order. */
  public final ResultTable<R> where(Predicate<R> wanted) {
    return new View<>(this, wanted, printed, digits);
  }

  /**
   * The same rows, printed with these columns, in this order.
   *
   * @throws UserException if the table has no such column
   */
  public final ResultTable<R> select(String... columns) {
    for (String column : columns) {
      if (!table.header().contains(column)) {
        throw NearestNames.noColumn("table " + table.name(), column, table.header());
      }
    }

    return new View<>(this, row -> true, List.of(columns), digits);
  }

  /** The same rows, printed with this many digits of each column's largest number; 7 without it. */
  public final ResultTable<R> digits(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("numbers cannot be printed with " + count + " digits");
    }

    return new View<>(this, row -> true, printed, count);
  }

  /** Some rows of results and how they are printed. */
  private static final class View<R extends Record> extends ResultTable<R> {
    private final ResultTable<R> all;
    private final Predicate<R> wanted;

    View(ResultTable<R> all, Predicate<R> wanted, List<String> printed, int digits) {
      super(all.table, printed, digits);
      this.all = all;
      this.wanted = wanted;
    }

    @Override
    List<R> compute() {
      List<R> kept = all.rows().stream().filter(wanted).toList();
      warn(all.warnings);
      return kept;
    }
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
    StringBuilder all = new StringBuilder(TextTables.text(table, rows(), printed, digits));
    warnings.forEach(warning -> all.append("warning: ").append(warning).append('\n'));
    return all.toString();
  }
}
