package org.quipu.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.quipu.UserException;

/** The bytes of a file in a zip, whose number and checksum must be those that the zip gives. */
final class ZipStream extends InputStream {
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int DEFLATED_64 = 9;
  private static final int HEADER = 0x04034b50;
  private static final int HEADER_BYTES = 30;
  private static final int BUFFER = 1 << 16;

  private final String location;
  private final RandomBytes zip;
  private final ZipEntry entry;
  private final Closeable closedWithIt;
  private final Inflater inflater;
  private final byte[] packed;
  private final CRC32 crc = new CRC32();
  private final byte[] single = new byte[1];
  private long next;
  private final long end;
  private long count;
  private boolean padded;

  ZipStream(String location, RandomBytes zip, ZipEntry entry, Closeable closedWithIt)
      throws IOException {
    this.location = location;
    this.zip = zip;
    this.entry = entry;
    this.closedWithIt = closedWithIt;
    checkMethod();
    this.next = start();
    this.end = next + entry.packed();
    boolean deflated = entry.method() == DEFLATED;
    this.inflater = deflated ? new Inflater(true) : null;
    this.packed = new byte[deflated ? (int) Math.min(BUFFER, entry.packed() + 1) : 0];
  }

  static boolean canRead(ZipEntry entry) {
    return !entry.isEncrypted() && (entry.method() == STORED || entry.method() == DEFLATED);
  }

  private void checkMethod() {
    if (entry.isEncrypted()) {
      throw UserException.input(
          name(), "an encrypted file", "one without a password", "Unpack it with its password.");
    }

    if (!canRead(entry)) {
      throw UserException.input(
          name(),
          "compression method "
              + entry.method()
              + (entry.method() == DEFLATED_64 ? " (Deflate64)" : ""),
          "files that are stored or deflated",
          "Unpack the zip with the program that made it, and name the file itself.");
    }
  }

  /** The place of the first byte, which stands after a header of its own. */
  private long start() throws IOException {
    if (entry.at() > zip.size() - HEADER_BYTES) {
      throw damaged("no file there");
    }

    byte[] header = zip.readFully(entry.at(), HEADER_BYTES);
    Bytes order = Bytes.LITTLE_ENDIAN;
    if (order.int32(header, 0) != HEADER) {
      throw damaged("no file there");
    }

    int before = (order.int16(header, 26) & 0xffff) + (order.int16(header, 28) & 0xffff);
    return entry.at() + HEADER_BYTES + before;
  }

  @Override
  public int read() throws IOException {
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }

    int read = inflater == null ? readPacked(into, from, length) : inflate(into, from, length);
    if (read < 0) {
      check();
      return -1;
    }

    count += read;
    crc.update(into, from, read);
    if (count >= entry.size()) {
      check();
    }

    return read;
  }

  private int inflate(byte[] into, int from, int length) throws IOException {
    try {
      while (true) {
        int some = inflater.inflate(into, from, length);
        if (some > 0) {
          return some;
        }

        if (inflater.finished()) {
          return -1;
        }

        if (inflater.needsDictionary()) {
          throw damaged("what is no compressed file");
        }

        feed();
      }
    } catch (DataFormatException e) {
      throw damaged("what is no compressed file");
    }
  }

  private void feed() throws IOException {
    int fed = readPacked(packed, 0, packed.length);
    if (fed < 0 && padded) {
      throw damaged("compressed bytes that end too early");
    }

    if (fed < 0) {
      // The inflater wants a byte after the last one, whatever it is.
      padded = true;
      fed = 1;
    }

    inflater.setInput(packed, 0, fed);
  }

  private int readPacked(byte[] into, int from, int length) throws IOException {
    if (next >= end) {
      return -1;
    }

    int read = zip.read(next, into, from, (int) Math.min(length, end - next));
    next += Math.max(0, read);
    return read;
  }

  private void check() {
    if (count != entry.size()) {
      throw damaged(
          (count < entry.size() ? count : "more than " + entry.size())
              + " bytes instead of "
              + entry.size());
    }

    if (crc.getValue() != entry.crc()) {
      throw damaged("bytes whose checksum is not the one that the zip gives");
    }
  }

  private String name() {
    return location + "!/" + entry.name();
  }

  private UserException damaged(String found) {
    return UserException.input(
        name(),
        found,
        "the file as it was packed",
        "The zip is damaged: download or copy it again.");
  }

  @Override
  public void close() throws IOException {
    if (inflater != null) {
      inflater.end();
    }

    closedWithIt.close();
  }
}
