package org.quipu.file;

/** A value of the current row of a delimited text. */
final class DelimitedCell implements Cell {
  private final DelimitedParser parser;
  private final int place;
  private final TextDecoder texts;

  /**
   * @param place of the value in its row
   */
  DelimitedCell(DelimitedParser parser, int place, TextDecoder texts) {
    this.parser = parser;
    this.place = place;
    this.texts = texts;
  }

  /** Empty values, {@code NA} and {@code .} are missing. */
  @Override
  public boolean isMissing() {
    int start = parser.start(place);
    byte[] bytes = parser.bytes();
    return switch (parser.end(place) - start) {
      case 0 -> true;
      case 1 -> bytes[start] == '.';
      case 2 -> bytes[start] == 'N' && bytes[start + 1] == 'A';
      default -> false;
    };
  }

  @Override
  public double number() {
    int start = parser.start(place);
    int end = parser.end(place);
    byte[] bytes = parser.bytes();
    return DelimitedNumbers.isShortInteger(bytes, start, end)
        ? DelimitedNumbers.integer(bytes, start, end)
        : Numbers.parseValue(DelimitedNumbers.plain(text(), parser.delimiter()));
  }

  @Override
  public String text() {
    String text = texts.decode(parser.bytes(), parser.start(place), parser.end(place));
    if (text.indexOf(0) >= 0) {
      throw parser.zeroByte();
    }

    return text;
  }

  /** Whether a value that is not missing is a number. */
  boolean isNumber() {
    try {
      number();
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  boolean isUtf8() {
    return TextDecoder.isUtf8(parser.bytes(), parser.start(place), parser.end(place));
  }
}
