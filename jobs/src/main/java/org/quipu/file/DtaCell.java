package org.quipu.file;

import java.util.function.Supplier;

/** One variable's value in a row of a Stata file. */
final class DtaCell {
  private static final int VALID = -1;
  private static final double LARGEST_DOUBLE = 0x1.fffffffffffffp1022;
  private static final float LARGEST_FLOAT = 0x1.fffffep126f;

  private final Bytes order;
  private final TextDecoder texts;
  private final int storage;
  private final int offset;
  private final String format;
  private final VariableType type;
  private final Supplier<DtaLongTexts> longTexts;

  DtaCell(DtaHeader header, int variable, Supplier<DtaLongTexts> longTexts) {
    this.order = header.order;
    this.texts = header.texts;
    this.storage = header.types[variable];
    this.offset = header.offsets[variable];
    this.format = header.formats.get(variable);
    this.type = DtaFormat.type(storage, format);
    this.longTexts = longTexts;
  }

  boolean isText() {
    return type == VariableType.TEXT;
  }

  boolean isMissing(byte[] row) {
    return !isText() && (code(row) != VALID || !IsoTimes.isValid(type, number(row)));
  }

  /** The value of a number that is not missing. */
  double number(byte[] row) {
    return DtaFormat.value(type, format, stored(row));
  }

  String text(byte[] row) {
    if (storage == DtaFormat.LONG_TEXT) {
      return longTexts.get().text(row, offset);
    }

    return isText()
        ? texts.decodeTerminated(row, offset, offset + storage)
        : IsoTimes.text(type, number(row));
  }

  /** {@code .a} to {@code .z}; nothing for the plain {@code .}. */
  String missingCode(byte[] row) {
    int code = isText() ? VALID : code(row);
    return code > 0 ? missingCode(code) : null;
  }

  static String missingCode(int code) {
    return code == 0 ? "." : "." + (char) ('a' + code - 1);
  }

  private double stored(byte[] row) {
    return switch (storage) {
      case DtaFormat.DOUBLE -> order.float64(row, offset);
      case DtaFormat.FLOAT -> Float.intBitsToFloat(order.int32(row, offset));
      default -> integer(row);
    };
  }

  private int integer(byte[] row) {
    return switch (storage) {
      case DtaFormat.LONG -> order.int32(row, offset);
      case DtaFormat.INT -> order.int16(row, offset);
      default -> row[offset];
    };
  }

  private int code(byte[] row) {
    return switch (storage) {
      case DtaFormat.DOUBLE -> missingDouble(order.float64(row, offset));
      case DtaFormat.FLOAT -> missingFloat(order.int32(row, offset));
      default -> missing(storage, integer(row));
    };
  }

  /** Which of Stata's 27 missing values an integer is: 0 is {@code .}; −1 none of them. */
  static int missing(int storage, int value) {
    int first =
        switch (storage) {
          case DtaFormat.BYTE -> 101;
          case DtaFormat.INT -> 32_741;
          default -> 2_147_483_621;
        };
    return value < first ? VALID : value - first;
  }

  /** The codes lie above the largest number, each a step of the exponent's next bits further. */
  private static int missingDouble(double value) {
    if (value <= LARGEST_DOUBLE) {
      return VALID;
    }

    long step = (Double.doubleToRawLongBits(value) >> 40) - 0x7fe000;
    return step >= 0 && step <= 26 ? (int) step : 0;
  }

  private static int missingFloat(int bits) {
    float value = Float.intBitsToFloat(bits);
    if (value <= LARGEST_FLOAT) {
      return VALID;
    }

    int step = (bits >> 11) - 0xfe000;
    return step >= 0 && step <= 26 ? step : 0;
  }
}
