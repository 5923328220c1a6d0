package org.quipu.spark;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.when;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.quipu.NearestNames;
import org.quipu.UserException;
import org.quipu.spark.Selection.Field;
import org.quipu.survey.CategoryShares;
import org.quipu.survey.Crossing;
import org.quipu.survey.Identifiers;
import org.quipu.survey.NaturalOrder;
import org.quipu.survey.SurveyTable;

/** Columns of a Spark table, by names that may contain dots. */
public final class SparkColumns {
  private SparkColumns() {}

  /** The column of exactly this name. */
  public static Column of(String name) {
    return col("`" + name.replace("`", "``") + "`");
  }

  /**
   * Checks that the table has these columns, in their letter case; a missing one is the user's
   * error, and so is another that Spark would not tell from it.
   */
  public static void require(Dataset<Row> data, String source, Collection<String> names) {
    List<String> there = List.of(data.columns());
    for (String name : names) {
      if (!there.contains(name)) {
        throw NearestNames.noColumn(source, name, there);
      }

      List<String> alike = there.stream().filter(name::equalsIgnoreCase).toList();
      if (alike.size() > 1) {
        throw UserException.input(
            source,
            "columns " + String.join(" and ", alike),
            "names that differ in more than letter case, which Spark does not regard",
            "Rename one of them.");
      }
    }
  }

  /** The column's values as text, whole numbers of a floating type without decimals. */
  static Column text(Dataset<Row> data, String name) {
    Column column = of(name);
    DataType type = data.select(column).schema().fields()[0].dataType();
    if (!type.equals(DataTypes.DoubleType) && !type.equals(DataTypes.FloatType)) {
      return column.cast(DataTypes.StringType);
    }

    Column number = column.cast(DataTypes.DoubleType);
    Column whole = rint(number).equalTo(number).and(abs(number).lt(Identifiers.LARGEST_WHOLE));
    return when(isnan(number), null)
        .when(whole, number.cast(DataTypes.LongType).cast(DataTypes.StringType))
        .otherwise(number.cast(DataTypes.StringType));
  }

  /** The column's values as {@link Identifiers} writes them. */
  static Column identifier(Dataset<Row> data, String name) {
    return regexp_replace(text(data, name), "^(-?[0-9]+)\\.0*$", "$1");
  }

  /** The categories of a column; empty where it holds nothing but 0 and 1, or true and false. */
  public static List<String> categories(Dataset<Row> data, String source, String name) {
    if (data.schema().apply(name).dataType() == DataTypes.BooleanType) {
      return List.of();
    }

    List<String> found =
        data.select(identifier(data, name)).distinct().na().drop().collectAsList().stream()
            .map(row -> row.getString(0))
            .sorted(NaturalOrder.ORDER)
            .toList();
    boolean bits = Set.of("0", "1").containsAll(found);
    CategoryShares.refuseMany(source, name, bits ? 0 : found.size());
    return bits ? List.of() : found;
  }

  /** The table with the two columns that a crossing adds. */
  static Dataset<Row> crossed(Dataset<Row> data, String source, Crossing crossing) {
    Set<String> names = new LinkedHashSet<>(List.of(crossing.rows(), crossing.columns()));
    names.addAll(crossing.domain().keySet());
    require(data, source, names);
    Column row = identifier(data, crossing.rows());
    Column column = identifier(data, crossing.columns());
    Column has = row.isNotNull().and(column.isNotNull());
    for (Map.Entry<String, Set<String>> wanted : crossing.domain().entrySet()) {
      has = has.and(identifier(data, wanted.getKey()).isin(wanted.getValue().toArray()));
    }

    return data.withColumn(crossing.cell(), when(has, concat(row, lit(Crossing.between()), column)))
        .withColumn(crossing.counted(), when(has, lit(1.0)));
  }

  /** Reads columns into memory. */
  public static SurveyTable collect(
      Dataset<Row> data, String source, Set<String> numbers, Set<String> texts) {
    Selection selection = new Selection();
    List<Field> numberFields = numbers.stream().map(selection::number).toList();
    List<Field> textFields = texts.stream().map(selection::text).toList();
    Map<String, String> known = new HashMap<>();
    Dataset<Row> selected = selection.of(data).cache();
    int rows = Math.toIntExact(selected.count());
    double[][] numberColumns = new double[numbers.size()][rows];
    String[][] textColumns = new String[texts.size()][rows];
    Iterator<Row> iterator = selected.toLocalIterator();
    for (int at = 0; iterator.hasNext(); at++) {
      Row row = iterator.next();
      for (int i = 0; i < numberColumns.length; i++) {
        numberColumns[i][at] = numberFields.get(i).number(row);
      }

      for (int i = 0; i < textColumns.length; i++) {
        String text = textFields.get(i).text(row);
        textColumns[i][at] = text == null ? null : known.computeIfAbsent(text, key -> key);
      }
    }

    selected.unpersist();
    SurveyTable table = new SurveyTable(source, rows);
    for (int i = 0; i < numberColumns.length; i++) {
      table.with(numberFields.get(i).column(), numberColumns[i]);
    }

    for (int i = 0; i < textColumns.length; i++) {
      table.with(textFields.get(i).column(), textColumns[i]);
    }

    return table;
  }
}
