package org.quipu.endes;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * One row of a file of ENDES, which can be converted to a row of Spark and back.
 *
 * @param module its index in {@link EndesModule#all}
 * @param values of the columns of the module's plan, in its order; NaN where missing
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
record ModuleRow(int year, Key key, int module, double[] values) {
  static final StructType SCHEMA =
      new StructType()
          .add("year", DataTypes.IntegerType, false)
          .add("cluster", DataTypes.IntegerType, false)
          .add("dwelling", DataTypes.IntegerType, false)
          .add("household", DataTypes.IntegerType, false)
          .add("line", DataTypes.IntegerType, false)
          .add("module", DataTypes.IntegerType, false)
          .add("values", DataTypes.createArrayType(DataTypes.DoubleType, false), false);

  private static final int YEAR = SCHEMA.fieldIndex("year");
  private static final int CLUSTER = SCHEMA.fieldIndex("cluster");
  private static final int DWELLING = SCHEMA.fieldIndex("dwelling");
  private static final int HOUSEHOLD = SCHEMA.fieldIndex("household");
  private static final int LINE = SCHEMA.fieldIndex("line");
  private static final int MODULE = SCHEMA.fieldIndex("module");
  private static final int VALUES = SCHEMA.fieldIndex("values");

  static ModuleRow of(Row row) {
    List<Double> values = row.getList(VALUES);
    return new ModuleRow(
        row.getInt(YEAR),
        new Key(row.getInt(CLUSTER), row.getInt(DWELLING), row.getInt(HOUSEHOLD), row.getInt(LINE)),
        row.getInt(MODULE),
        values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  Row toRow() {
    Object[] fields = new Object[SCHEMA.length()];
    fields[YEAR] = year;
    fields[CLUSTER] = key.cluster();
    fields[DWELLING] = key.dwelling();
    fields[HOUSEHOLD] = key.household();
    fields[LINE] = key.line();
    fields[MODULE] = module;
    fields[VALUES] = values;
    return RowFactory.create(fields);
  }
}
