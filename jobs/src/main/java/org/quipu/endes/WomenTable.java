package org.quipu.endes;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of the {@code women} table: who she is, her place in the design, her domains as
 * codes, the harmonised answers, and her indicators (null outside the universe).
 */
public final class WomenTable {
  /** The table's name in the store; it comes in parts, one a year. */
  public static final String NAME = "women";

  private static final int CLUSTER = Dictionary.index("cluster");
  private static final int STRATUM = Dictionary.index("stratum");
  private static final int WEIGHT = Dictionary.index("weight");
  private static final int REGION = Dictionary.index("region");
  private static final int UBIGEO = Dictionary.index("ubigeo");
  private static final int PROVINCE = Dictionary.index("province_number");
  private static final int DISTRICT = Dictionary.index("district_number");
  private static final int AGE = Dictionary.index("age");
  private static final int METROPOLITAN_LIMA = 1501;
  private static final int LIMA = 15;

  /** Harmonised columns that become text codes of a domain. */
  private static final List<String> CODES =
      List.of(
          Dimensions.RESIDENCE,
          "natural_region",
          "education",
          "wealth",
          "language",
          "ethnicity",
          "marital_status");

  /** Harmonised columns that others are made from. */
  private static final List<String> INNER =
      List.of(
          "cluster",
          "stratum",
          "weight",
          "region",
          "ubigeo",
          "province_number",
          "district_number",
          EligibleWomen.SEX);

  private static final List<Integer> ANSWERS =
      Dictionary.columns().stream()
          .filter(
              column -> !CODES.contains(column) && !INNER.contains(column) && !column.equals("age"))
          .map(Dictionary::index)
          .toList();

  /** A column of the table and where its value comes from. */
  private record Column(StructField field, Function<Woman, Object> value) {}

  private static final List<Column> COLUMNS = columns();

  private WomenTable() {}

  /** The part of the table for a year. */
  public static String part(int year) {
    return NAME + "/year=" + year;
  }

  private static List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(required("year", IntegerType, Woman::year));
    columns.add(required("stratum", IntegerType, woman -> (int) woman.value(STRATUM)));
    columns.add(required("cluster", IntegerType, woman -> (int) woman.value(CLUSTER)));
    columns.add(required("dwelling", IntegerType, woman -> woman.key.dwelling()));
    columns.add(required("household", IntegerType, woman -> woman.key.household()));
    columns.add(required("line", IntegerType, woman -> woman.key.line()));
    columns.add(required("weight", DoubleType, woman -> woman.value(WEIGHT)));
    columns.add(column("age", IntegerType, woman -> whole(woman.value(AGE))));
    columns.add(column(Dimensions.REGION, StringType, woman -> padded(woman.value(REGION), 2)));
    columns.add(column(Dimensions.LIMA_PART, StringType, WomenTable::limaPart));
    columns.add(column(Dimensions.PROVINCE, StringType, woman -> known(woman.province(), 4)));
    columns.add(column("district", StringType, woman -> known(woman.district(), 6)));
    columns.add(column("age_group", StringType, woman -> ageGroup(woman.value(AGE))));
    for (String name : CODES) {
      int code = Dictionary.index(name);
      columns.add(column(name, StringType, woman -> padded(woman.value(code), 1)));
    }

    for (int answer : ANSWERS) {
      String name = Dictionary.columns().get(answer);
      columns.add(column(name, IntegerType, woman -> whole(woman.value(answer))));
    }

    for (int i = 0; i < Indicator.all().size(); i++) {
      int indicator = i;
      String name = Indicator.all().get(i).name();
      columns.add(column(name, BooleanType, woman -> woman.indicators[indicator]));
    }

    return List.copyOf(columns);
  }

  private static Column required(String name, DataType type, Function<Woman, Object> value) {
    return new Column(new StructField(name, type, false, Metadata.empty()), value);
  }

  private static Column column(String name, DataType type, Function<Woman, Object> value) {
    return new Column(new StructField(name, type, true, Metadata.empty()), value);
  }

  static StructType schema() {
    return new StructType(COLUMNS.stream().map(Column::field).toArray(StructField[]::new));
  }

  /**
   * The row of one woman.
   *
   * @param row her harmonised columns, NaN where missing
   * @param indicators in the order of {@link Indicator#all}
   */
  static Row row(int year, Key key, double[] row, Boolean[] indicators) {
    Woman woman = new Woman(year, key, row, indicators);
    return RowFactory.create(COLUMNS.stream().map(column -> column.value.apply(woman)).toArray());
  }

  private static String limaPart(Woman woman) {
    if (woman.value(REGION) != LIMA || woman.province() == 0) {
      return null;
    }

    return woman.province() == METROPOLITAN_LIMA ? "1501" : "1500";
  }

  private static String ageGroup(double age) {
    if (!(age >= 15 && age < 50)) {
      return null;
    }

    int from = (int) age / 5 * 5;
    return from + "-" + (from + 4);
  }

  private static Integer whole(double value) {
    return Double.isNaN(value) ? null : (Integer) (int) value;
  }

  private static String known(int code, int digits) {
    return code > 0 ? padded(code, digits) : null;
  }

  private static String padded(double value, int digits) {
    if (Double.isNaN(value)) {
      return null;
    }

    String code = Integer.toString((int) value);
    return "0".repeat(Math.max(0, digits - code.length())) + code;
  }

  /** A woman as she was assembled. */
  @SuppressWarnings("ArrayRecordComponent") // read at once, never compared
  private record Woman(int year, Key key, double[] row, Boolean[] indicators) {
    double value(int column) {
      return row[column];
    }

    /** Four digits of UBIGEO; 0 where unknown. */
    int province() {
      return district() > 0 ? district() / 100 : provinceByNumber();
    }

    /** Six digits of UBIGEO; 0 where unknown. */
    int district() {
      if (row[UBIGEO] > 0) {
        return (int) row[UBIGEO];
      }

      boolean known = provinceByNumber() > 0 && row[DISTRICT] > 0;
      return known ? (int) (provinceByNumber() * 100 + row[DISTRICT]) : 0;
    }

    private int provinceByNumber() {
      return row[REGION] > 0 && row[PROVINCE] > 0 ? (int) (row[REGION] * 100 + row[PROVINCE]) : 0;
    }
  }
}
