package org.quipu.file;

/** One variable's value in a row of an SPSS file. */
final class SavCell {
  private final SavVariable variable;
  private final VariableType type;
  private final Bytes order;
  private final TextDecoder texts;
  private final byte[] gathered;
  private final double systemMissing;
  private final MissingValues missing;
  private final double[] missingNumbers;

  SavCell(SavTable table, SavDictionary dictionary, int place) {
    Variable described = table.schema().variables().get(place);
    this.variable = table.variables().get(place);
    this.type = described.type();
    this.missing = described.missing();
    this.order = dictionary.order();
    this.texts = table.texts();
    this.gathered = new byte[variable.width];
    this.systemMissing = table.systemMissing();
    this.missingNumbers = new double[variable.isText() ? 0 : missing.codes().size()];
    for (int i = 0; i < missingNumbers.length; i++) {
      int first = variable.missingKind < 0 ? 2 : 0;
      missingNumbers[i] = order.float64(variable.missing[first + i], 0);
    }
  }

  boolean isText() {
    return variable.isText();
  }

  boolean isMissing(byte[] row) {
    if (isText()) {
      return !missing.isEmpty() && missing.codes().contains(value(row));
    }

    double stored = order.float64(row, variable.offset);
    return isNone(stored)
        || isDeclaredMissing(stored)
        || !IsoTimes.isValid(type, SavFormat.value(type, stored));
  }

  double number(byte[] row) {
    return SavFormat.value(type, order.float64(row, variable.offset));
  }

  String text(byte[] row) {
    return isText() ? value(row) : IsoTimes.text(type, number(row));
  }

  /** What stands for none, if it is more than SPSS's own mark. */
  String missingCode(byte[] row) {
    if (!isMissing(row)) {
      return null;
    }

    if (isText()) {
      return value(row);
    }

    double stored = order.float64(row, variable.offset);
    return isNone(stored) ? null : SavTable.code(type, stored);
  }

  private boolean isNone(double stored) {
    return stored == systemMissing || Double.isNaN(stored);
  }

  private boolean isDeclaredMissing(double stored) {
    for (double code : missingNumbers) {
      if (stored == code) {
        return true;
      }
    }

    return stored >= missing.low() && stored <= missing.high();
  }

  private String value(byte[] row) {
    return texts.decodeFilled(gathered, 0, variable.gather(row, gathered));
  }
}
