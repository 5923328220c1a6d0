package org.quipu.text;

/** What stands between the units and the tenths of a number that people read. */
public enum DecimalMark {
  POINT("."),
  COMMA(",");

  private final String sign;

  DecimalMark(String sign) {
    this.sign = sign;
  }

  String sign() {
    return sign;
  }
}
