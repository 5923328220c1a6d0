package org.quipu.file;

import java.util.List;
import java.util.Map;

/**
 * A variable of an SPSS file while its dictionary is being read. Texts stay bytes until the charset
 * is known, which the file gives after them.
 */
final class SavVariable {
  /** The bytes of a segment in a row; a text longer than 255 bytes takes several segments. */
  private static final int SEGMENT = 256;

  private static final int USED_OF_SEGMENT = 255;

  final int index;
  final int offset;
  final byte[] shortName;
  final byte[] label;
  final int printFormat;
  final int missingKind;
  final byte[][] missing;

  int width;
  String name;
  Map<String, String> labels = Map.of();
  List<String> longMissing = List.of();

  /**
   * @param index of its first 8 bytes among those of a row, from 0
   * @param width in bytes; 0 for a number
   * @param missingKind as in the file: how many values, or −2 a range, −3 a range and a value
   */
  SavVariable(
      int index,
      int width,
      byte[] shortName,
      byte[] label,
      int printFormat,
      int missingKind,
      byte[][] missing) {
    this.index = index;
    this.offset = 8 * index;
    this.width = width;
    this.shortName = shortName;
    this.label = label;
    this.printFormat = printFormat;
    this.missingKind = missingKind;
    this.missing = missing;
  }

  boolean isText() {
    return width > 0;
  }

  /** The number of 8-byte units that it takes in a row. */
  int units() {
    int segments = segments(width);
    return (segments - 1) * (SEGMENT / 8) + (width - 252 * (segments - 1) + 7) / 8;
  }

  /** The number of variable records that a text of this width takes. */
  static int segments(int width) {
    return width < SEGMENT ? 1 : (width + 251) / 252;
  }

  /** Collects the bytes of a text from its segments in a row; returns their number. */
  int gather(byte[] row, byte[] into) {
    int done = 0;
    for (int from = offset; done < width; from += SEGMENT) {
      int some = Math.min(USED_OF_SEGMENT, width - done);
      System.arraycopy(row, from, into, done, some);
      done += some;
    }

    return done;
  }
}
