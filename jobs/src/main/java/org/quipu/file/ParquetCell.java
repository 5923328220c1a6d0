package org.quipu.file;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** A column of a Parquet file, and its value in the current row. */
final class ParquetCell implements Cell {
  private static final long JULIAN_DAY_OF_1970 = 2_440_588;

  private final PrimitiveType stored;
  private final LogicalTypeAnnotation meaning;
  private final VariableType type;
  private ColumnReader reader;

  ParquetCell(PrimitiveType stored) {
    this.stored = stored;
    this.meaning = stored.getLogicalTypeAnnotation();
    this.type = typeOf();
  }

  Variable variable() {
    return Variable.plain(stored.getName(), type);
  }

  private boolean isText() {
    return type == VariableType.TEXT;
  }

  /** Takes the values of the next row group, and stands on the first. */
  void begin(ColumnReader values) {
    this.reader = values;
  }

  /** Goes to the next value of the row group. */
  void advance() {
    if (isPresent()) {
      reader.skip();
    }

    reader.consume();
  }

  private boolean isPresent() {
    return reader.getCurrentDefinitionLevel() == reader.getDescriptor().getMaxDefinitionLevel();
  }

  @Override
  public boolean isMissing() {
    if (!isPresent()) {
      return true;
    }

    return !isText() && (Double.isNaN(number()) || !IsoTimes.isValid(type, number()));
  }

  private VariableType typeOf() {
    if (meaning instanceof DateLogicalTypeAnnotation) {
      return VariableType.DATE;
    }

    if (meaning instanceof TimestampLogicalTypeAnnotation
        || stored.getPrimitiveTypeName() == PrimitiveTypeName.INT96) {
      return VariableType.DATE_TIME;
    }

    if (meaning instanceof TimeLogicalTypeAnnotation) {
      return VariableType.TIME;
    }

    boolean bytes =
        stored.getPrimitiveTypeName() == PrimitiveTypeName.BINARY
            || stored.getPrimitiveTypeName() == PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
    return bytes && !(meaning instanceof DecimalLogicalTypeAnnotation)
        ? VariableType.TEXT
        : VariableType.NUMBER;
  }

  @Override
  public double number() {
    if (isText()) {
      return Numbers.parseValue(text());
    }

    if (meaning instanceof TimestampLogicalTypeAnnotation timestamp) {
      return seconds(reader.getLong(), timestamp.getUnit());
    }

    if (meaning instanceof TimeLogicalTypeAnnotation time) {
      boolean narrow = stored.getPrimitiveTypeName() == PrimitiveTypeName.INT32;
      return seconds(narrow ? reader.getInteger() : reader.getLong(), time.getUnit());
    }

    if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
      return new BigDecimal(unscaled(), decimal.getScale()).doubleValue();
    }

    return switch (stored.getPrimitiveTypeName()) {
      case DOUBLE -> reader.getDouble();
      case FLOAT -> reader.getFloat();
      case BOOLEAN -> reader.getBoolean() ? 1 : 0;
      case INT96 -> nanoseconds();
      default -> whole();
    };
  }

  @Override
  public String text() {
    if (isText()) {
      return reader.getBinary().toStringUsingUTF8();
    }

    boolean exact =
        type == VariableType.NUMBER
            && meaning instanceof IntLogicalTypeAnnotation
            && stored.getPrimitiveTypeName() == PrimitiveTypeName.INT64;
    return exact ? Long.toString(whole()) : IsoTimes.text(type, number());
  }

  private long whole() {
    if (stored.getPrimitiveTypeName() == PrimitiveTypeName.INT64) {
      return reader.getLong();
    }

    boolean unsigned = meaning instanceof IntLogicalTypeAnnotation whole && !whole.isSigned();
    return unsigned ? Integer.toUnsignedLong(reader.getInteger()) : reader.getInteger();
  }

  private BigInteger unscaled() {
    return switch (stored.getPrimitiveTypeName()) {
      case INT32 -> BigInteger.valueOf(reader.getInteger());
      case INT64 -> BigInteger.valueOf(reader.getLong());
      default -> new BigInteger(reader.getBinary().getBytes());
    };
  }

  private static double seconds(long value, TimeUnit unit) {
    return switch (unit) {
      case MILLIS -> value / 1e3;
      case MICROS -> value / 1e6;
      case NANOS -> value / 1e9;
    };
  }

  /** The older timestamps of Spark and Impala: nanoseconds of a day, and the Julian day. */
  private double nanoseconds() {
    var bytes = reader.getBinary().toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    long nanos = bytes.getLong();
    return (bytes.getInt() - JULIAN_DAY_OF_1970) * (double) IsoTimes.DAY + nanos / 1e9;
  }
}
