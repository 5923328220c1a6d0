package org.quipu.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * How a delimited text is written, detected from its first 64 KB.
 *
 * @param delimiter {@code ,}, {@code ;} or TAB
 * @param markBytes the length of the byte order mark at the start; 0 without one
 * @param charset UTF-8 if those bytes are valid UTF-8, otherwise windows-1252
 */
record Dialect(char delimiter, int markBytes, String charset) {
  private static final int SAMPLE = 1 << 16;
  private static final int ROWS = 50;

  static Dialect of(Source source) {
    try (InputStream in = source.open()) {
      return of(in.readNBytes(SAMPLE));
    } catch (IOException e) {
      throw source.unreadable(e);
    }
  }

  static Dialect of(byte[] beginning) {
    boolean marked =
        beginning.length >= 3
            && (beginning[0] & 0xff) == 0xef
            && (beginning[1] & 0xff) == 0xbb
            && (beginning[2] & 0xff) == 0xbf;
    int mark = marked ? 3 : 0;
    byte[] sample = Arrays.copyOfRange(beginning, mark, wholeLines(beginning));
    char best = ',';
    int most = 0;
    for (char delimiter : new char[] {',', ';', '\t'}) {
      int score = score(sample, delimiter);
      if (score > most) {
        best = delimiter;
        most = score;
      }
    }

    boolean utf8 = marked || TextDecoder.isUtf8(sample, 0, sample.length);
    return new Dialect(best, mark, utf8 ? "UTF-8" : "windows-1252");
  }

  /** The length of the sample without its last line, which may be incomplete. */
  private static int wholeLines(byte[] sample) {
    int end = sample.length;
    while (sample.length == SAMPLE && end > 0 && sample[end - 1] != '\n') {
      end--;
    }

    return end == 0 ? sample.length : end;
  }

  /** The number of columns in the heading; higher if all sampled rows have as many. */
  private static int score(byte[] sample, char delimiter) {
    DelimitedParser parser =
        new DelimitedParser(new ByteInput("", new ByteArrayInputStream(sample)), delimiter);
    int columns = 0;
    try {
      for (int row = 0; row < ROWS && parser.next(); row++) {
        if (row == 0) {
          columns = parser.cells();
        } else if (parser.cells() != columns) {
          return columns - 1;
        }
      }
    } catch (org.quipu.UserException e) {
      // A quote that is not closed with this delimiter, or not before the sample ends.
      return columns - 1;
    }

    return columns > 1 ? columns + 100_000 : 0;
  }
}
