package org.quipu.charts;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * An image as a PNG file (ISO/IEC 15948): the bytes that the writer of JDK 17 gives, without the
 * copies of each row on its way, which take longer than the compression.
 */
final class PngFile {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** Bits a sample, kind of colour (red, green, blue), and three methods of which there is one. */
  private static final byte[] TRUE_COLOR = {8, 2, 0, 0, 0};

  private static final int DATA_CHUNK = 1 << 15;

  /** Bytes of a pixel. */
  private static final int PIXEL = 3;

  /** That of Java's own writer. */
  private static final int COMPRESSION = 4;

  private PngFile() {}

  /**
   * The file of an image.
   *
   * @param image of the type {@link BufferedImage#TYPE_INT_RGB}
   */
  static byte[] of(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(SIGNATURE);
      ByteArrayOutputStream header = new ByteArrayOutputStream();
      DataOutputStream sizes = new DataOutputStream(header);
      sizes.writeInt(image.getWidth());
      sizes.writeInt(image.getHeight());
      sizes.write(TRUE_COLOR);
      chunk(out, "IHDR", header.toByteArray(), 0, header.size());
      byte[] data = deflated(rows(image));
      for (int from = 0; from < data.length; from += DATA_CHUNK) {
        chunk(out, "IDAT", data, from, Math.min(DATA_CHUNK, data.length - from));
      }
      chunk(out, "IEND", data, 0, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }

    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] data, int from, int length)
      throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data, from, length);
    out.writeInt(length);
    out.write(name);
    out.write(data, from, length);
    out.writeInt((int) check.getValue());
  }

  private static byte[] deflated(byte[] data) {
    Deflater deflater = new Deflater(COMPRESSION);
    try {
      deflater.setInput(data);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[DATA_CHUNK];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }

      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /** All rows, each behind a zero: no filter, which is best for the plain areas of figures. */
  private static byte[] rows(BufferedImage image) {
    int width = image.getWidth();
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    byte[] rows = new byte[image.getHeight() * (1 + PIXEL * width)];
    int to = 0;
    for (int from = 0; from < pixels.length; from += width) {
      to++;
      for (int i = from; i < from + width; i++) {
        int pixel = pixels[i];
        rows[to++] = (byte) (pixel >> 16);
        rows[to++] = (byte) (pixel >> 8);
        rows[to++] = (byte) pixel;
      }
    }

    return rows;
  }
}
