package org.quipu.workbook;

import java.util.Locale;

/** How a spreadsheet shows numbers, which it keeps whole; the decimal mark is its user's. */
enum NumberFormat {
  GENERAL("General"),
  INT("0"),
  COUNT("#,##0"),
  ONE("0.0"),
  TWO("0.00"),
  THREE("0.000"),
  FOUR("0.0000");

  private final String code;

  NumberFormat(String code) {
    this.code = code;
  }

  static NumberFormat of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  String code() {
    return code;
  }
}
