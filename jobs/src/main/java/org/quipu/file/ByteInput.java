package org.quipu.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import org.quipu.UserException;

/**
 * A binary file read sequentially. Errors name the file and the offset. A length that the file
 * states is not trusted: memory grows only with the bytes that are really there.
 */
final class ByteInput implements Closeable {
  private final String name;
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private final byte[] scratch = new byte[8];
  private long passed;
  private int position;
  private int limit;
  private boolean isChecked;
  private Bytes order = Bytes.LITTLE_ENDIAN;
  private Supplier<String> wanted = () -> "more of the file";

  ByteInput(String name, InputStream in) {
    this.name = name;
    this.in = in;
  }

  static ByteInput open(Source source) {
    ByteInput in = new ByteInput(source.name(), source.open());
    in.isChecked = source.isEntry();
    return in;
  }

  /** Opens a source for a reader that keeps it open; closes it where the reader cannot be made. */
  static <T> T open(Source source, Function<ByteInput, T> reader) {
    ByteInput in = open(source);
    try {
      return reader.apply(in);
    } catch (RuntimeException e) {
      in.close();
      throw e;
    }
  }

  String name() {
    return name;
  }

  /** The offset of the next byte. */
  long offset() {
    return passed + position;
  }

  Bytes order() {
    return order;
  }

  void order(Bytes newOrder) {
    this.order = newOrder;
  }

  /** Names what is read next, for the error of a file that ends too early. */
  void expecting(Supplier<String> what) {
    this.wanted = what;
  }

  void expecting(String what) {
    this.wanted = () -> what;
  }

  /** The next byte, or −1 at the end. */
  int read() {
    return position < limit || fill() ? buffer[position++] & 0xff : -1;
  }

  /** The next byte without consuming it, or −1 at the end. */
  int peek() {
    return position < limit || fill() ? buffer[position] & 0xff : -1;
  }

  int uint8() {
    int value = read();
    if (value < 0) {
      throw cutShort();
    }

    return value;
  }

  int uint16() {
    readFully(scratch, 0, 2);
    return order.int16(scratch, 0) & 0xffff;
  }

  int int32() {
    readFully(scratch, 0, 4);
    return order.int32(scratch, 0);
  }

  long int64() {
    readFully(scratch, 0, 8);
    return order.int64(scratch, 0);
  }

  double float64() {
    return Double.longBitsToDouble(int64());
  }

  /** Reads this many bytes, fewer only at the end of the file; returns how many. */
  int readUpTo(byte[] into, int from, int length) {
    int done = 0;
    while (done < length && (position < limit || fill())) {
      int some = Math.min(length - done, limit - position);
      System.arraycopy(buffer, position, into, from + done, some);
      position += some;
      done += some;
    }

    return done;
  }

  void readFully(byte[] into, int from, int length) {
    if (limit - position >= length) {
      System.arraycopy(buffer, position, into, from, length);
      position += length;
    } else if (readUpTo(into, from, length) < length) {
      throw cutShort();
    }
  }

  /**
   * Reads a record of this many bytes; the buffer grows with what is there, not with the length.
   */
  byte[] bytes(long length) {
    if (length < 0 || length > Limits.RECORD) {
      throw wrong("a length of " + length + " bytes", "0 to " + Limits.RECORD);
    }

    byte[] bytes = new byte[(int) Math.min(length, 1 << 16)];
    int done = 0;
    while (true) {
      readFully(bytes, done, bytes.length - done);
      done = bytes.length;
      if (done == length) {
        return bytes;
      }

      bytes = Arrays.copyOf(bytes, (int) Math.min(length, 2L * done));
    }
  }

  void skip(long length) {
    if (length < 0) {
      throw wrong("a length of " + length + " bytes", "none under 0");
    }

    long left = length;
    int some = (int) Math.min(left, limit - position);
    position += some;
    left -= some;
    try {
      while (left > 0) {
        // A skip may pass the end of a file: the last byte is read to be sure that it exists.
        long skipped = left > buffer.length ? in.skip(left - 1) : 0;
        passed += skipped;
        left -= skipped;
        if (left > 0) {
          if (!fill()) {
            throw cutShort();
          }

          some = (int) Math.min(left, limit - position);
          position += some;
          left -= some;
        }
      }
    } catch (IOException e) {
      throw Locations.unreadable(name, e);
    }
  }

  /** Skips forward to this offset. */
  void skipTo(long offset) {
    if (offset < offset()) {
      throw wrong("a section at byte " + offset, "one at or after byte " + offset());
    }

    skip(offset - offset());
  }

  /** Reads these characters; anything else is an error. It may be a value, and is not told. */
  void expect(String ascii) {
    expecting(() -> "'" + ascii + "'");
    long at = offset();
    String found = new String(bytes(ascii.length()), StandardCharsets.ISO_8859_1);
    if (!found.equals(ascii)) {
      throw wrongAt(at, "other bytes", "'" + ascii + "'");
    }
  }

  /** Reads a file in a zip on to its end, where its checksum is checked. */
  void finish() {
    while (isChecked && fill()) {
      position = limit;
    }
  }

  /** The error of something unexpected at the current offset. */
  UserException wrong(String found, String expected) {
    return wrongAt(offset(), found, expected);
  }

  UserException wrongAt(long offset, String found, String expected) {
    return UserException.input(
        name + ", byte " + offset,
        found,
        expected,
        "The file is damaged or not what its first bytes say: copy or download it again.");
  }

  UserException cutShort() {
    return UserException.input(
        name,
        "the end of the file at byte " + offset(),
        wanted.get(),
        "The file is cut short: copy or download it again.");
  }

  static String printable(String text) {
    return text.replaceAll("[^\\x20-\\x7e]", "?");
  }

  private boolean fill() {
    passed += limit;
    position = 0;
    limit = 0;
    try {
      int read = in.read(buffer, 0, buffer.length);
      limit = Math.max(0, read);
      return read > 0;
    } catch (IOException e) {
      throw Locations.unreadable(name, e);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw Locations.unreadable(name, e);
    }
  }
}
