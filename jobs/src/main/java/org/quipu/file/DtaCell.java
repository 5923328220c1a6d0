package org.quipu.file;

import java.util.function.Supplier;

/** A variable's value in the current row of a Stata file. */
final class DtaCell implements Cell {
  private static final int VALID = -1;
  private static final double LARGEST_DOUBLE = 0x1.fffffffffffffp1022;
  private static final float LARGEST_FLOAT = 0x1.fffffep126f;

  private final byte[] row;
  private final Bytes order;
  private final TextDecoder texts;
  private final int storage;
  private final int offset;
  private final String format;
  private final VariableType type;
  private final Supplier<DtaLongTexts> longTexts;

  /**
   * @param row the bytes of the current row, which the reader fills anew
   */
  DtaCell(DtaHeader header, int variable, byte[] row, Supplier<DtaLongTexts> longTexts) {
    this.row = row;
    this.order = header.order;
    this.texts = header.texts;
    this.storage = header.types[variable];
    this.offset = header.offsets[variable];
    this.format = header.formats.get(variable);
    this.type = DtaFormat.type(storage, format);
    this.longTexts = longTexts;
  }

  private boolean isText() {
    return type == VariableType.TEXT;
  }

  @Override
  public boolean isMissing() {
    return !isText() && (code() != VALID || !IsoTimes.isValid(type, number()));
  }

  @Override
  public double number() {
    return isText() ? Numbers.parseValue(text()) : DtaFormat.value(type, format, stored());
  }

  @Override
  public String text() {
    if (storage == DtaFormat.LONG_TEXT) {
      return longTexts.get().text(row, offset);
    }

    return isText()
        ? texts.decodeTerminated(row, offset, offset + storage)
        : IsoTimes.text(type, number());
  }

  /** {@code .a} to {@code .z}; nothing for the plain {@code .}. */
  @Override
  public String missingCode() {
    int code = isText() ? VALID : code();
    return code > 0 ? missingCode(code) : null;
  }

  static String missingCode(int code) {
    return code == 0 ? "." : "." + (char) ('a' + code - 1);
  }

  private double stored() {
    return switch (storage) {
      case DtaFormat.DOUBLE -> order.float64(row, offset);
      case DtaFormat.FLOAT -> Float.intBitsToFloat(order.int32(row, offset));
      default -> integer();
    };
  }

  private int integer() {
    return switch (storage) {
      case DtaFormat.LONG -> order.int32(row, offset);
      case DtaFormat.INT -> order.int16(row, offset);
      default -> row[offset];
    };
  }

  private int code() {
    return switch (storage) {
      case DtaFormat.DOUBLE -> missingDouble(order.float64(row, offset));
      case DtaFormat.FLOAT -> missingFloat(order.int32(row, offset));
      default -> missing(storage, integer());
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
