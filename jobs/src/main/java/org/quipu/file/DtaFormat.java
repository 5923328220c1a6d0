package org.quipu.file;

import org.quipu.UserException;

/** The field widths of a release of Stata's format, its storage types and its dates. */
enum DtaFormat {
  V117(117, 33, 49, 81, 2, 4, 1, 2),
  V118(118, 129, 57, 321, 2, 8, 2, 2),
  V119(119, 129, 57, 321, 4, 8, 2, 4);

  static final int LONG_TEXT = 32_768;
  static final int DOUBLE = 65_526;
  static final int FLOAT = 65_527;
  static final int LONG = 65_528;
  static final int INT = 65_529;
  static final int BYTE = 65_530;
  static final int LONGEST_TEXT = 2_045;

  private static final int DAYS_1960_TO_1970 = 3_653;

  final int release;
  final int nameBytes;
  final int formatBytes;
  final int labelBytes;
  final int countBytes;
  final int rowsBytes;
  final int labelLengthBytes;
  final int sortBytes;

  DtaFormat(
      int release,
      int nameBytes,
      int formatBytes,
      int labelBytes,
      int countBytes,
      int rowsBytes,
      int labelLengthBytes,
      int sortBytes) {
    this.release = release;
    this.nameBytes = nameBytes;
    this.formatBytes = formatBytes;
    this.labelBytes = labelBytes;
    this.countBytes = countBytes;
    this.rowsBytes = rowsBytes;
    this.labelLengthBytes = labelLengthBytes;
    this.sortBytes = sortBytes;
  }

  static DtaFormat of(String file, String release) {
    for (DtaFormat format : values()) {
      if (release.equals(Integer.toString(format.release))) {
        return format;
      }
    }

    throw UserException.input(
        file,
        "Stata's format " + ByteInput.printable(release),
        "117, 118 or 119",
        "Save it again with Stata 13 or later.");
  }

  /** The bytes of a value in a row. */
  static int bytes(int type) {
    return switch (type) {
      case LONG_TEXT, DOUBLE -> 8;
      case FLOAT, LONG -> 4;
      case INT -> 2;
      case BYTE -> 1;
      default -> type;
    };
  }

  static boolean isType(int type) {
    return (type >= 1 && type <= LONGEST_TEXT)
        || type == LONG_TEXT
        || (type >= DOUBLE && type <= BYTE);
  }

  static boolean isText(int type) {
    return type <= LONG_TEXT;
  }

  /** The type of a number by its display format: {@code %td}, {@code %-tcDD/NN/CCYY}. */
  static VariableType type(int type, String format) {
    if (isText(type)) {
      return VariableType.TEXT;
    }

    String kind = kind(format);
    if (kind.startsWith("tc") || kind.startsWith("tC")) {
      return VariableType.DATE_TIME;
    }

    return kind.startsWith("td") || kind.startsWith("d") ? VariableType.DATE : VariableType.NUMBER;
  }

  private static String kind(String format) {
    return format.replaceFirst("^%-?\\d*", "");
  }

  /** Stata's days and milliseconds since 1960 as days and seconds since 1970. */
  static double value(VariableType type, String format, double stored) {
    return switch (type) {
      case DATE -> stored - DAYS_1960_TO_1970;
      case DATE_TIME -> {
        double seconds = stored / 1000 - DAYS_1960_TO_1970 * (double) IsoTimes.DAY;
        yield kind(format).startsWith("tC") ? LeapSeconds.without(seconds) : seconds;
      }
      default -> stored;
    };
  }
}
