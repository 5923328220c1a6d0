package org.quipu.file;

/** The value of one column in the current row of a reader. */
interface Cell {
  /** A column that the file does not have. */
  Cell ABSENT =
      new Cell() {
        @Override
        public boolean isMissing() {
          return true;
        }

        @Override
        public double number() {
          return Double.NaN;
        }

        @Override
        public String text() {
          return null;
        }
      };

  /** Whether the row has no value here; {@link #number} and {@link #text} are for the others. */
  boolean isMissing();

  /**
   * The value as a number; NaN for a blank text.
   *
   * @throws NumberFormatException where it is a text that is not a number
   */
  double number();

  /** The value as text. */
  String text();

  /** The code of a missing value in the file; null if it has none or the value is not missing. */
  default String missingCode() {
    return null;
  }
}
