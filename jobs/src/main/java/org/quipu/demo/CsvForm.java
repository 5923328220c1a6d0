package org.quipu.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a year's CSV files are written. INEI's differ from year to year.
 *
 * @param quoted whether texts are quoted
 */
record CsvForm(String delimiter, Charset charset, boolean byteOrderMark, boolean quoted) {
  static final CsvForm SEMICOLON_LATIN1 =
      new CsvForm(";", StandardCharsets.ISO_8859_1, false, false);
  static final CsvForm COMMA_UTF8_WITH_MARK = new CsvForm(",", StandardCharsets.UTF_8, true, true);

  /** A text as written in the file; the survey's texts contain no quotes or delimiters. */
  String text(String value) {
    return quoted ? '"' + value + '"' : value;
  }
}
