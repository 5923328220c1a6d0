package org.quipu.spark;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;
import org.quipu.UserException;
import org.quipu.survey.CodeIndex;
import org.quipu.survey.Identifiers;

/** Reads the values of one column of columnar batches, of any simple type. */
final class VectorReader {
  private static final int UNKNOWN = -2;

  private enum Kind {
    BOOLEAN,
    BYTE,
    SHORT,
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    TEXT
  }

  private static final Map<Class<? extends DataType>, Kind> KINDS =
      Map.of(
          BooleanType.class, Kind.BOOLEAN,
          ByteType.class, Kind.BYTE,
          ShortType.class, Kind.SHORT,
          IntegerType.class, Kind.INT,
          LongType.class, Kind.LONG,
          FloatType.class, Kind.FLOAT,
          DoubleType.class, Kind.DOUBLE,
          StringType.class, Kind.TEXT);

  private final String column;
  private final Kind kind;
  private final Map<Object, Integer> known = new HashMap<>();
  private int[] byDictionary = {};
  private ColumnVector vector;
  private WritableColumnVector dictionary;
  private Object lastValue;
  private int lastCode = CodeIndex.MISSING;

  private VectorReader(String column, Kind kind) {
    this.column = column;
    this.kind = kind;
  }

  /** Whether columns of this type can be read. */
  static boolean reads(DataType type) {
    return kind(type).isPresent();
  }

  static VectorReader of(BatchColumn column) {
    return new VectorReader(column.name(), kind(column.type()).orElseThrow());
  }

  private static Optional<Kind> kind(DataType type) {
    return KINDS.entrySet().stream()
        .filter(kind -> kind.getKey().isInstance(type))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Continues with the column of the next batch. */
  void take(ColumnVector next) {
    this.vector = next;
    this.dictionary =
        next instanceof WritableColumnVector writable && writable.hasDictionary() ? writable : null;
    Arrays.fill(byDictionary, UNKNOWN);
  }

  boolean isMissing(int row) {
    return vector.isNullAt(row);
  }

  boolean isBoolean() {
    return kind == Kind.BOOLEAN;
  }

  boolean bool(int row) {
    return vector.getBoolean(row);
  }

  /** NaN where missing. */
  double number(int row) {
    if (vector.isNullAt(row)) {
      return Double.NaN;
    }

    return switch (kind) {
      case DOUBLE -> vector.getDouble(row);
      case FLOAT -> vector.getFloat(row);
      case BOOLEAN -> vector.getBoolean(row) ? 1 : 0;
      case TEXT -> number(vector.getUTF8String(row).toString());
      default -> (double) whole(row);
    };
  }

  private double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw UserException.input(
          "column " + column,
          "a text",
          "a number",
          "Recode it, or use the column to define domains");
    }
  }

  private long whole(int row) {
    return switch (kind) {
      case INT -> vector.getInt(row);
      case LONG -> vector.getLong(row);
      case SHORT -> vector.getShort(row);
      case BYTE -> vector.getByte(row);
      case BOOLEAN -> vector.getBoolean(row) ? 1 : 0;
      default -> throw new IllegalStateException("no whole number: " + kind);
    };
  }

  /** The value as an identifier; null where missing. */
  String id(int row) {
    if (vector.isNullAt(row)) {
      return null;
    }

    return switch (kind) {
      case TEXT -> Identifiers.text(vector.getUTF8String(row).toString());
      case DOUBLE, FLOAT -> Double.isNaN(number(row)) ? null : Identifiers.text(number(row));
      case BOOLEAN -> vector.getBoolean(row) ? "true" : "false";
      default -> Long.toString(whole(row));
    };
  }

  /** The first row after {@code from}, at most {@code to}, whose value differs from it. */
  int endOfRun(int from, int to) {
    int row = from + 1;
    if (vector.isNullAt(from)) {
      return row;
    }

    switch (kind) {
      case TEXT -> {
        UTF8String value = vector.getUTF8String(from);
        while (row < to && !vector.isNullAt(row) && value.equals(vector.getUTF8String(row))) {
          row++;
        }
      }
      case DOUBLE, FLOAT -> {
        double value = number(from);
        while (row < to && number(row) == value) {
          row++;
        }
      }
      default -> {
        long value = whole(from);
        while (row < to && !vector.isNullAt(row) && whole(row) == value) {
          row++;
        }
      }
    }

    return row;
  }

  private Object value(int row) {
    return switch (kind) {
      case TEXT -> vector.getUTF8String(row);
      case DOUBLE, FLOAT -> number(row);
      default -> whole(row);
    };
  }

  /**
   * The number of a row's code.
   *
   * @param codes the same at every call
   */
  int code(int row, CodeIndex codes) {
    if (vector.isNullAt(row)) {
      return CodeIndex.MISSING;
    }

    if (dictionary == null) {
      return code(value(row), row, codes);
    }

    int number = dictionary.getDictionaryIds().getDictId(row);
    if (number >= byDictionary.length) {
      int length = byDictionary.length;
      byDictionary = Arrays.copyOf(byDictionary, 2 * number + 16);
      Arrays.fill(byDictionary, length, byDictionary.length, UNKNOWN);
    }

    if (byDictionary[number] == UNKNOWN) {
      byDictionary[number] = codes.number(id(row));
    }

    return byDictionary[number];
  }

  private int code(Object value, int row, CodeIndex codes) {
    if (!value.equals(lastValue)) {
      lastValue = value instanceof UTF8String text ? text.clone() : value;
      lastCode = known.computeIfAbsent(lastValue, key -> codes.number(id(row)));
    }

    return lastCode;
  }

  /** The value as an identifier, where they are few; null where missing. */
  String id(int row, CodeIndex codes) {
    int code = code(row, codes);
    return code == CodeIndex.MISSING ? null : codes.code(code);
  }
}
