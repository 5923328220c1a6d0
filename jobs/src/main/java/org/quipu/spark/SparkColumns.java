package org.quipu.spark;

import static org.apache.spark.sql.functions.col;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.quipu.NearestNames;
import org.quipu.survey.CategoryShares;
import org.quipu.survey.SurveyTable;

/** Columns of a Spark table, by names that may hold dots. */
public final class SparkColumns {
  private SparkColumns() {}

  /** The column of this very name. */
  public static Column of(String name) {
    return col("`" + name.replace("`", "``") + "`");
  }

  /** Stops where the table lacks one of these columns. */
  public static void require(Dataset<Row> data, String source, Collection<String> names) {
    Set<String> there = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    there.addAll(List.of(data.columns()));
    for (String name : names) {
      if (!there.contains(name)) {
        throw NearestNames.noColumn(source, name, List.of(data.columns()));
      }
    }
  }

  /** The categories of a column; empty where it holds nothing but 0 and 1, or true and false. */
  public static List<String> categories(Dataset<Row> data, String source, String name) {
    if (data.schema().apply(name).dataType() == DataTypes.BooleanType) {
      return List.of();
    }

    List<String> found =
        data
            .select(of(name).cast(DataTypes.StringType))
            .distinct()
            .na()
            .drop()
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .sorted()
            .toList();
    boolean bits = found.stream().allMatch(value -> value.matches("[01](\\.0+)?"));
    CategoryShares.refuseMany(source, name, bits ? 0 : found.size());
    return bits ? List.of() : found;
  }

  /** Reads columns into memory. */
  public static SurveyTable collect(
      Dataset<Row> data, String source, Set<String> numbers, Set<String> texts) {
    Column[] columns =
        Stream.concat(
                numbers.stream().map(name -> of(name).cast(DataTypes.DoubleType)),
                texts.stream().map(name -> of(name).cast(DataTypes.StringType)))
            .toArray(Column[]::new);
    Dataset<Row> selected = data.select(columns).cache();
    int rows = Math.toIntExact(selected.count());
    double[][] numberColumns = new double[numbers.size()][rows];
    String[][] textColumns = new String[texts.size()][rows];
    Iterator<Row> iterator = selected.toLocalIterator();
    for (int at = 0; iterator.hasNext(); at++) {
      Row row = iterator.next();
      for (int i = 0; i < numberColumns.length; i++) {
        numberColumns[i][at] = row.isNullAt(i) ? Double.NaN : row.getDouble(i);
      }

      for (int i = 0; i < textColumns.length; i++) {
        textColumns[i][at] = row.getString(numberColumns.length + i);
      }
    }

    selected.unpersist();
    SurveyTable table = new SurveyTable(source, rows);
    int i = 0;
    for (String name : numbers) {
      table.with(name, numberColumns[i++]);
    }

    i = 0;
    for (String name : texts) {
      table.with(name, textColumns[i++]);
    }

    return table;
  }
}
