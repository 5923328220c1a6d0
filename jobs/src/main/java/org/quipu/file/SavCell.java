package org.quipu.file;

/** A variable's value in the current row of an SPSS file. */
final class SavCell implements Cell {
  private final byte[] row;
  private final SavVariable variable;
  private final VariableType type;
  private final Bytes order;
  private final TextDecoder texts;
  private final byte[] gathered;
  private final double systemMissing;
  private final MissingValues missing;
  private final double[] missingNumbers;

  /**
   * @param place of the variable in the schema
   * @param row the bytes of the current row, which the reader fills anew
   */
  SavCell(SavTable table, SavDictionary dictionary, int place, byte[] row) {
    this.row = row;
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

  @Override
  public boolean isMissing() {
    if (variable.isText()) {
      return !missing.isEmpty() && missing.codes().contains(textValue());
    }

    double stored = order.float64(row, variable.offset);
    return isSystemMissing(stored)
        || isDeclaredMissing(stored)
        || !IsoTimes.isValid(type, SavFormat.value(type, stored));
  }

  @Override
  public double number() {
    return variable.isText()
        ? Numbers.parseValue(textValue())
        : SavFormat.value(type, order.float64(row, variable.offset));
  }

  @Override
  public String text() {
    return variable.isText() ? textValue() : IsoTimes.text(type, number());
  }

  /** The value that was declared missing; null for SPSS's own missing value. */
  @Override
  public String missingCode() {
    if (!isMissing()) {
      return null;
    }

    if (variable.isText()) {
      return textValue();
    }

    double stored = order.float64(row, variable.offset);
    return isSystemMissing(stored) ? null : SavTable.code(type, stored);
  }

  private boolean isSystemMissing(double stored) {
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

  private String textValue() {
    return texts.decodeFilled(gathered, 0, variable.gather(row, gathered));
  }
}
