package org.quipu.file;

import java.nio.charset.StandardCharsets;
import org.quipu.UserException;

/**
 * The first 176 bytes of an SPSS file.
 *
 * @param rows the number of rows; −1 if the file does not give it
 * @param weight the position of the weight variable, from 1; 0 without one
 * @param bias that is added to numbers stored in one byte
 * @param label of the file, one character for each byte: its charset is not known yet
 */
record SavHeader(
    String product,
    Compression compression,
    int weight,
    long rows,
    double bias,
    String created,
    String label) {
  enum Compression {
    NONE,
    BYTECODE,
    ZLIB
  }

  static SavHeader read(ByteInput in) {
    in.expecting("the 176 bytes of an SPSS header");
    String magic = ascii(in, 4);
    String product = ascii(in, 60);
    if (product.startsWith("@(#)")) {
      product = product.substring(4).strip();
    }

    order(in);
    in.skip(4);
    int code = in.int32();
    Compression compression = compression(in, magic, code);
    int weight = in.int32();
    int rows = in.int32();
    double bias = in.float64();
    String created = ascii(in, 9) + " " + ascii(in, 8);
    String label = new String(in.bytes(64), StandardCharsets.ISO_8859_1);
    in.skip(3);
    return new SavHeader(
        product, compression, weight, Math.max(-1, rows), bias, created.strip(), label);
  }

  /** The layout code is 2, or 3 in later files, in the byte order of the machine that wrote it. */
  private static void order(ByteInput in) {
    long at = in.offset();
    int layout = in.int32();
    if (layout == 2 || layout == 3) {
      return;
    }

    if (layout != 2 << 24 && layout != 3 << 24) {
      throw in.wrongAt(at, "the layout code " + layout, "2 or 3");
    }

    in.order(Bytes.BIG_ENDIAN);
  }

  private static Compression compression(ByteInput in, String magic, int code) {
    if (magic.equals("$FL3") || code == 2) {
      return Compression.ZLIB;
    }

    return switch (code) {
      case 0 -> Compression.NONE;
      case 1 -> Compression.BYTECODE;
      default -> throw in.wrongAt(in.offset() - 4, "the compression code " + code, "0, 1 or 2");
    };
  }

  private static String ascii(ByteInput in, int length) {
    return new String(in.bytes(length), StandardCharsets.ISO_8859_1).strip();
  }

  /** The error of a file with more rows than its header gives. */
  UserException tooManyRows(ByteInput in) {
    return UserException.input(
        in.name() + ", row " + (rows + 1),
        "a row after the last",
        rows + " rows, as its header says",
        "The file is damaged: copy or download it again.");
  }

  /** The error of a file with fewer rows than its header gives. */
  UserException tooFewRows(ByteInput in, long row) {
    return UserException.input(
        in.name() + ", row " + (row + 1),
        "the end of the file at byte " + in.offset() + " after " + row + " whole rows",
        rows < 0 ? "whole rows" : rows + " rows, as its header says",
        "The file is cut short: copy or download it again.");
  }
}
