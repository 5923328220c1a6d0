package org.quipu.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Small files of each format, byte by byte, whose headers may claim anything. */
final class MadeUpFiles {
  private MadeUpFiles() {}

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }

    return all.toByteArray();
  }

  static byte[] ascii(String text) {
    return text.getBytes(ISO_8859_1);
  }

  static byte[] padded(String text, int length) {
    return Arrays.copyOf(ascii(text), length);
  }

  static byte[] int16(int... values) {
    byte[] bytes = new byte[2 * values.length];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(values).forEach(value -> buffer.putShort((short) value));
    return bytes;
  }

  static byte[] int32(int... values) {
    byte[] bytes = new byte[4 * values.length];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(values).forEach(buffer::putInt);
    return bytes;
  }

  static byte[] int64(long... values) {
    byte[] bytes = new byte[8 * values.length];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(values).forEach(buffer::putLong);
    return bytes;
  }

  static byte[] float64(double... values) {
    byte[] bytes = new byte[8 * values.length];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(values).forEach(buffer::putDouble);
    return bytes;
  }

  /**
   * An SPSS file.
   *
   * @param compression 0 none, 1 bytecode
   * @param rows as the header gives them
   * @param records of the dictionary, without its end
   */
  static byte[] sav(int compression, int rows, byte[] records, byte[] data) {
    return join(
        ascii(String.format("$FL2%-60s", "@(#) SPSS DATA FILE")),
        int32(2, 1, compression, 0, rows),
        float64(100),
        ascii("01 Jan 2601:01:01" + " ".repeat(64) + "\0\0\0"),
        records,
        int32(999, 0),
        data);
  }

  /**
   * The record of an SPSS variable.
   *
   * @param width of a text; 0 for a number, −1 for the continuation of a text
   */
  static byte[] savVariable(String name, int width) {
    return join(int32(2, width, 0, 0, 0x050802, 0), ascii(String.format("%-8s", name)));
  }

  /** An extension record of an SPSS file. */
  static byte[] savExtension(int subtype, byte[] content) {
    return join(int32(7, subtype, 1, content.length), content);
  }

  /** An SPSS file of one number in zlib blocks, whose bytecode is given packed. */
  static byte[] zsav(int rows, byte[] packed) {
    byte[] header = sav(2, rows, savVariable("A", 0), new byte[0]);
    header[3] = '3';
    long at = header.length;
    long end = at + 24 + packed.length;
    return join(header, int64(at, end, 24), packed, int64(-100, 0), int32(0x3ff000, 0));
  }

  /** The same byte this many times, compressed by zlib. */
  static byte[] deflated(int value, long times) {
    Deflater deflater = new Deflater();
    byte[] same = new byte[1 << 16];
    Arrays.fill(same, (byte) value);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 12];
    for (long left = times; left > 0; left -= same.length) {
      deflater.setInput(same, 0, (int) Math.min(left, same.length));
      while (!deflater.needsInput()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
    }

    deflater.finish();
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }

    deflater.end();
    return out.toByteArray();
  }

  /**
   * A Stata file of format 118 whose map fits its sections.
   *
   * @param types of its variables, named v0, v1 and so on
   * @param rows as the header gives them
   */
  static byte[] dta(int[] types, long rows, byte[] data, byte[] longTexts, byte[] labels) {
    byte[] header =
        join(
            ascii("<stata_dta><header><release>118</release><byteorder>LSF</byteorder><K>"),
            int16(types.length),
            ascii("</K><N>"),
            int64(rows),
            ascii("</N><label>\0\0</label><timestamp>\0</timestamp></header>"));
    ByteArrayOutputStream names = new ByteArrayOutputStream();
    ByteArrayOutputStream formats = new ByteArrayOutputStream();
    ByteArrayOutputStream lists = new ByteArrayOutputStream();
    for (int i = 0; i < types.length; i++) {
      names.writeBytes(padded("v" + i, 129));
      formats.writeBytes(padded("%9.0g", 57));
      lists.writeBytes(padded("list", 129));
    }

    byte[] variables =
        join(
            ascii("<variable_types>"),
            int16(types),
            ascii("</variable_types><varnames>"),
            names.toByteArray(),
            ascii("</varnames><sortlist>"),
            new byte[2 * (types.length + 1)],
            ascii("</sortlist><formats>"),
            formats.toByteArray(),
            ascii("</formats><value_label_names>"),
            lists.toByteArray(),
            ascii("</value_label_names><variable_labels>"),
            new byte[321 * types.length],
            ascii("</variable_labels><characteristics></characteristics>"));
    byte[] dataSection = join(ascii("<data>"), data, ascii("</data>"));
    byte[] textSection = join(ascii("<strls>"), longTexts, ascii("</strls>"));
    byte[] labelSection = join(ascii("<value_labels>"), labels, ascii("</value_labels>"));
    long[] map = new long[14];
    map[9] = header.length + 11L + 8L * map.length + variables.length;
    map[10] = map[9] + dataSection.length;
    map[11] = map[10] + textSection.length;
    map[12] = map[11] + labelSection.length;
    map[13] = map[12] + 12;
    return join(
        header,
        ascii("<map>"),
        int64(map),
        ascii("</map>"),
        variables,
        dataSection,
        textSection,
        labelSection,
        ascii("</stata_dta>"));
  }

  /** A long text of a Stata file, of the first variable in a row. */
  static byte[] longText(long row, byte[] text) {
    return join(ascii("GSO"), int32(1), int64(row), new byte[] {-126}, int32(text.length), text);
  }

  /** A list of value labels of a Stata file, all of which begin at one place in a text. */
  static byte[] labelList(int labels, byte[] text) {
    return join(
        ascii("<lbl>"),
        int32(0),
        padded("list", 132),
        int32(labels, text.length),
        new byte[4 * labels],
        int32(java.util.stream.IntStream.range(0, labels).toArray()),
        text,
        ascii("</lbl>"));
  }

  /** What a zip's list says of a file. */
  record Claim(String name, int flags, int method, long crc, long packed, long size, long at) {
    Claim named(String other) {
      return new Claim(other, flags, method, crc, packed, size, at);
    }

    Claim sized(long otherPacked, long other) {
      return new Claim(name, flags, method, crc, otherPacked, other, at);
    }

    Claim with(int otherFlags, int otherMethod, long otherCrc) {
      return new Claim(name, otherFlags, otherMethod, otherCrc, packed, size, at);
    }
  }

  /** A stored file as it stands in a zip. */
  static byte[] zipFile(String name, byte[] content) {
    return join(
        int32(0x04034b50),
        int16(20, 0, 0, 0, 0),
        int32((int) crc(content), content.length, content.length),
        int16(name.length(), 0),
        ascii(name),
        content);
  }

  /** What an honest list says of a stored file at a place of its zip. */
  static Claim claim(String name, byte[] content, long at) {
    return new Claim(name, 0, 0, crc(content), content.length, content.length, at);
  }

  /** A zip of files as they stand in it and what its list says of them. */
  static byte[] zip(byte[] files, List<Claim> claims) {
    byte[] list = list(claims, false);
    return join(
        files,
        list,
        int32(0x06054b50),
        int16(0, 0, claims.size(), claims.size()),
        int32(list.length, files.length),
        int16(0));
  }

  /** As {@link #zip}, with all numbers where zips of more than 4 GB have them. */
  static byte[] zip64(byte[] files, List<Claim> claims) {
    byte[] list = list(claims, true);
    long end = (long) files.length + list.length;
    return join(
        files,
        list,
        int32(0x06064b50),
        int64(44),
        int16(45, 45),
        int32(0, 0),
        int64(claims.size(), claims.size(), list.length, files.length),
        int32(0x07064b50, 0),
        int64(end),
        int32(1),
        int32(0x06054b50),
        int16(0, 0, 0xffff, 0xffff),
        int32(-1, -1),
        int16(0));
  }

  private static byte[] list(List<Claim> claims, boolean wide) {
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    for (Claim claim : claims) {
      byte[] extra =
          wide
              ? join(
                  int16(0x7075, 1),
                  new byte[1],
                  int16(1, 24),
                  int64(claim.size, claim.packed, claim.at))
              : new byte[0];
      int[] numbers =
          wide
              ? new int[] {-1, -1, -1}
              : new int[] {(int) claim.packed, (int) claim.size, (int) claim.at};
      list.writeBytes(
          join(
              int32(0x02014b50),
              int16(20, 20, claim.flags, claim.method, 0, 0),
              int32((int) claim.crc, numbers[0], numbers[1]),
              int16(claim.name.length(), extra.length, 0, 0, 0),
              int32(0, numbers[2]),
              ascii(claim.name),
              extra));
    }

    return list.toByteArray();
  }

  private static long crc(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return crc.getValue();
  }
}
