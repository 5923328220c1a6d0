package org.quipu.file;

import java.util.Map;

/** The display formats of SPSS, as far as they determine the type of a number. */
final class SavFormat {
  /** Seconds from the first day of the Gregorian calendar, where SPSS counts from, to 1970. */
  private static final double ZERO = 12_219_379_200.0;

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(1, "A"),
          Map.entry(2, "AHEX"),
          Map.entry(3, "COMMA"),
          Map.entry(4, "DOLLAR"),
          Map.entry(5, "F"),
          Map.entry(6, "IB"),
          Map.entry(7, "PIBHEX"),
          Map.entry(8, "P"),
          Map.entry(9, "PIB"),
          Map.entry(10, "PK"),
          Map.entry(11, "RB"),
          Map.entry(12, "RBHEX"),
          Map.entry(15, "Z"),
          Map.entry(16, "N"),
          Map.entry(17, "E"),
          Map.entry(20, "DATE"),
          Map.entry(21, "TIME"),
          Map.entry(22, "DATETIME"),
          Map.entry(23, "ADATE"),
          Map.entry(24, "JDATE"),
          Map.entry(25, "DTIME"),
          Map.entry(26, "WKDAY"),
          Map.entry(27, "MONTH"),
          Map.entry(28, "MOYR"),
          Map.entry(29, "QYR"),
          Map.entry(30, "WKYR"),
          Map.entry(31, "PCT"),
          Map.entry(32, "DOT"),
          Map.entry(33, "CCA"),
          Map.entry(34, "CCB"),
          Map.entry(35, "CCC"),
          Map.entry(36, "CCD"),
          Map.entry(37, "CCE"),
          Map.entry(38, "EDATE"),
          Map.entry(39, "SDATE"),
          Map.entry(40, "MTIME"),
          Map.entry(41, "YMDHMS"));

  private SavFormat() {}

  /** {@code F8.2} from the four bytes of a print format. */
  static String text(int format) {
    String name = NAMES.getOrDefault(format >> 16 & 0xff, "");
    int decimals = format & 0xff;
    return name.isEmpty()
        ? ""
        : name + (format >> 8 & 0xff) + (decimals == 0 ? "" : "." + decimals);
  }

  static VariableType type(int format) {
    return switch (format >> 16 & 0xff) {
      case 20, 23, 24, 28, 29, 30, 38, 39 -> VariableType.DATE;
      case 22, 41 -> VariableType.DATE_TIME;
      case 21, 25, 40 -> VariableType.TIME;
      default -> VariableType.NUMBER;
    };
  }

  /** SPSS's seconds as days or seconds since 1970. */
  static double value(VariableType type, double stored) {
    return switch (type) {
      case DATE -> (stored - ZERO) / IsoTimes.DAY;
      case DATE_TIME -> stored - ZERO;
      default -> stored;
    };
  }
}
