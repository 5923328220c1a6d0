package org.quipu.endes;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
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

  /** Harmonised columns that only serve to make others. */
  private static final List<String> INNER =
      List.of(
          "cluster", "stratum", "weight", "region", "ubigeo", "province_number", "district_number");

  private static final List<Integer> ANSWERS =
      Dictionary.columns().stream()
          .filter(
              column -> !CODES.contains(column) && !INNER.contains(column) && !column.equals("age"))
          .map(Dictionary::index)
          .toList();

  private WomenTable() {}

  /** The part of the table for a year. */
  public static String part(int year) {
    return NAME + "/year=" + year;
  }

  static StructType schema() {
    StructType schema =
        new StructType()
            .add("year", IntegerType, false)
            .add("stratum", IntegerType, false)
            .add("cluster", IntegerType, false)
            .add("dwelling", IntegerType, false)
            .add("household", IntegerType, false)
            .add("line", IntegerType, false)
            .add("weight", DoubleType, false)
            .add("age", IntegerType)
            .add(Dimensions.REGION, StringType)
            .add(Dimensions.LIMA_PART, StringType)
            .add(Dimensions.PROVINCE, StringType)
            .add("district", StringType)
            .add("age_group", StringType);
    for (String column : CODES) {
      schema = schema.add(column, StringType);
    }

    for (int column : ANSWERS) {
      schema = schema.add(Dictionary.columns().get(column), IntegerType);
    }

    for (Indicator indicator : Indicator.all()) {
      schema = schema.add(indicator.name(), BooleanType);
    }

    return schema;
  }

  static Row row(int year, Key key, double[] row, Boolean[] indicators) {
    List<Object> values = new ArrayList<>();
    values.add(year);
    values.add((int) row[STRATUM]);
    values.add((int) row[CLUSTER]);
    values.add(key.dwelling());
    values.add(key.household());
    values.add(key.line());
    values.add(row[WEIGHT]);
    values.add(whole(row[AGE]));
    values.add(padded(row[REGION], 2));
    int district = district(row);
    int province = district > 0 ? district / 100 : province(row);
    values.add(limaPart(row[REGION], province));
    values.add(province > 0 ? padded(province, 4) : null);
    values.add(district > 0 ? padded(district, 6) : null);
    values.add(ageGroup(row[AGE]));
    for (String column : CODES) {
      values.add(padded(row[Dictionary.index(column)], 1));
    }

    for (int column : ANSWERS) {
      values.add(whole(row[column]));
    }

    values.addAll(Arrays.asList(indicators));
    return RowFactory.create(values.toArray());
  }

  private static int province(double[] row) {
    return row[REGION] > 0 && row[PROVINCE] > 0 ? (int) (row[REGION] * 100 + row[PROVINCE]) : 0;
  }

  private static int district(double[] row) {
    if (row[UBIGEO] > 0) {
      return (int) row[UBIGEO];
    }

    return province(row) > 0 && row[DISTRICT] > 0 ? (int) (province(row) * 100 + row[DISTRICT]) : 0;
  }

  private static String limaPart(double region, int province) {
    if (region != LIMA || province == 0) {
      return null;
    }

    return province == METROPOLITAN_LIMA ? "1501" : "1500";
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

  private static String padded(double value, int digits) {
    if (Double.isNaN(value)) {
      return null;
    }

    String code = Integer.toString((int) value);
    return "0".repeat(Math.max(0, digits - code.length())) + code;
  }
}
