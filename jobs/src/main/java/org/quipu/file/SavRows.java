package org.quipu.file;

import java.util.Arrays;

/** Decompresses the rows of an SPSS file one after another. */
final class SavRows {
  private static final int PADDING = 0;
  private static final int END = 252;
  private static final int LITERAL = 253;
  private static final int BLANKS = 254;
  private static final int SYSTEM_MISSING = 255;

  private final ByteInput in;
  private final SavHeader header;
  private final boolean compressed;
  private final byte[] row;
  private final byte[] codes = new byte[8];
  private final long[] numbers = new long[256];
  private final long blanks;
  private int nextCode = 8;
  private long read;

  SavRows(ByteInput in, SavHeader header, int rowBytes, double systemMissing) {
    this.in = in;
    this.header = header;
    this.compressed = header.compression() != SavHeader.Compression.NONE;
    this.row = new byte[rowBytes];
    for (int code = 1; code < END; code++) {
      numbers[code] = Double.doubleToRawLongBits(code - header.bias());
    }

    numbers[SYSTEM_MISSING] = Double.doubleToRawLongBits(systemMissing);
    Arrays.fill(codes, (byte) ' ');
    blanks = Bytes.LITTLE_ENDIAN.int64(codes, 0);
  }

  /** The bytes of the current row. */
  byte[] row() {
    return row;
  }

  /** Reads the next row; false after the last. */
  boolean next() {
    int found = compressed ? decompress() : in.readUpTo(row, 0, row.length);
    if (found == 0) {
      return false;
    }

    if (found < row.length) {
      throw header.tooFewRows(in, read);
    }

    read++;
    return true;
  }

  /** Whether a whole row follows, which a file must not have after its last one. */
  boolean hasMore() {
    return (compressed ? decompress() : in.readUpTo(row, 0, row.length)) == row.length;
  }

  /** Returns the bytes of a row that are there; fewer than it has where the file ends within it. */
  private int decompress() {
    Bytes order = in.order();
    int at = 0;
    while (at < row.length) {
      if (nextCode == 8) {
        if (in.readUpTo(codes, 0, 8) < 8) {
          return at;
        }

        nextCode = 0;
      }

      int code = codes[nextCode++] & 0xff;
      switch (code) {
        case PADDING -> {
          continue;
        }
        case END -> {
          nextCode = 8;
          return at;
        }
        case LITERAL -> {
          if (in.readUpTo(row, at, 8) < 8) {
            return at + 1;
          }
        }
        case BLANKS -> order.putInt64(row, at, blanks);
        default -> order.putInt64(row, at, numbers[code]);
      }

      at += 8;
    }

    return at;
  }
}
