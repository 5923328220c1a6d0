package org.quipu.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.quipu.UserException;

/**
 * The texts of Stata's {@code strL} variables, which are stored after the rows that refer to them.
 * They stay on disk; only their offsets are in memory. Those of a zip entry are first copied to a
 * temporary file.
 */
final class DtaLongTexts implements AutoCloseable {
  private static final int VARIABLE_BITS = 24;

  private final String name;
  private final DtaHeader header;
  private final SeekableByteChannel channel;
  private final long base;
  private long[] keys = new long[1024];
  private long[] places = new long[1024];
  private int[] lengths = new int[1024];
  private int count;
  private int variableBits;
  private long used;

  private DtaLongTexts(String name, DtaHeader header, SeekableByteChannel channel, long base) {
    this.name = name;
    this.header = header;
    this.channel = channel;
    this.base = base;
  }

  static DtaLongTexts open(Source source, DtaHeader header) {
    boolean inPlace = !source.isEntry() && Locations.isLocal(source.location());
    DtaLongTexts texts;
    try {
      texts =
          inPlace
              ? new DtaLongTexts(
                  source.name(),
                  header,
                  Files.newByteChannel(Locations.local(source.location())),
                  0)
              : new DtaLongTexts(source.name(), header, copy(source, header), header.longTextsAt());
    } catch (IOException e) {
      throw source.unreadable(e);
    }

    try {
      texts.index(source);
      texts.variableBits = texts.variableBits(source);
      return texts;
    } catch (RuntimeException e) {
      texts.close();
      throw e;
    }
  }

  private static SeekableByteChannel copy(Source source, DtaHeader header) throws IOException {
    Path file = Files.createTempFile("quipu", ".strl");
    SeekableByteChannel channel =
        Files.newByteChannel(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    try (ByteInput in = ByteInput.open(source)) {
      in.skipTo(header.longTextsAt());
      byte[] buffer = new byte[1 << 16];
      long left = header.valueLabelsAt() - header.longTextsAt();
      while (left > 0) {
        int some = in.readUpTo(buffer, 0, (int) Math.min(buffer.length, left));
        if (some == 0) {
          break;
        }

        channel.write(ByteBuffer.wrap(buffer, 0, some));
        left -= some;
      }

      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void index(Source source) {
    try (ByteInput in = ByteInput.open(source)) {
      in.order(header.order);
      in.expecting("the long texts");
      in.skipTo(header.longTextsAt());
      in.expect("<strls>");
      byte[] tag = new byte[3];
      while (true) {
        in.expecting("the next long text");
        in.readFully(tag, 0, 3);
        if (tag[0] != 'G') {
          break;
        }

        long variable = Integer.toUnsignedLong(in.int32());
        long row = header.format == DtaFormat.V117 ? in.int32() & 0xffffffffL : in.int64();
        in.skip(1);
        int length = in.int32();
        checkSize(length);
        add(key(variable, row), in.offset(), length);
        in.skip(length);
      }
    }

    sort();
  }

  private void checkSize(int length) {
    String remedy = "Save its long texts (strL) as str variables, or leave them out.";
    if (count == Limits.LONG_TEXTS) {
      throw Limits.exceeded(name, "more long texts", String.valueOf(count), remedy);
    }

    if (length > Limits.RECORD) {
      throw Limits.exceeded(
          name, "a long text of " + length + " bytes", String.valueOf(Limits.RECORD), remedy);
    }
  }

  private void add(long key, long place, int length) {
    if (count == keys.length) {
      keys = Arrays.copyOf(keys, 2 * count);
      places = Arrays.copyOf(places, 2 * count);
      lengths = Arrays.copyOf(lengths, 2 * count);
    }

    keys[count] = key;
    places[count] = place;
    lengths[count] = length;
    count++;
  }

  /** A key that sorts by row, then by variable, as Stata writes them. */
  private static long key(long variable, long row) {
    return row << VARIABLE_BITS | variable;
  }

  private void sort() {
    boolean sorted = true;
    for (int i = 1; i < count; i++) {
      sorted &= keys[i - 1] <= keys[i];
    }

    if (sorted) {
      return;
    }

    List<long[]> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(new long[] {keys[i], places[i], lengths[i]});
    }

    all.sort(Comparator.comparingLong(entry -> entry[0]));
    for (int i = 0; i < count; i++) {
      keys[i] = all.get(i)[0];
      places[i] = all.get(i)[1];
      lengths[i] = (int) all.get(i)[2];
    }
  }

  /** The text that 8 bytes of a row refer to by variable and row, both counted from 1. */
  String text(byte[] row, int offset) {
    int found = Arrays.binarySearch(keys, 0, count, pointer(row, offset));
    if (found < 0) {
      if (header.order.int64(row, offset) == 0) {
        return "";
      }

      throw UserException.input(
          name,
          "a row that points to a long text which is not there",
          "one of " + count,
          "The file is damaged: copy or download it again.");
    }

    checkUse(lengths[found]);
    byte[] bytes = new byte[lengths[found]];
    try {
      channel.position(places[found] - base);
      Channels.newInputStream(channel).readNBytes(bytes, 0, bytes.length);
    } catch (IOException e) {
      throw Locations.unreadable(name, e);
    }

    return header.texts.decodeTerminated(bytes, 0, bytes.length);
  }

  /** Rows may share a text, but not to make a small file a large table. */
  private void checkUse(int length) {
    used += length > DtaFormat.LONGEST_TEXT ? length : 0;
    long stored = header.valueLabelsAt() - header.longTextsAt();
    if (used > Limits.HARMLESS && used / Limits.USES > stored) {
      throw Limits.exceeded(
          name,
          "rows that point to " + used + " bytes of long texts where " + stored + " are stored",
          Limits.USES + " times as many",
          "Save its long texts (strL) as str variables, or leave them out.");
    }
  }

  private long pointer(byte[] row, int offset) {
    long all = header.order.int64(row, offset);
    boolean little = header.order == Bytes.LITTLE_ENDIAN;
    int rowBits = 64 - variableBits;
    long variable = little ? low(all, variableBits) : all >>> rowBits;
    long observation = little ? all >>> variableBits : low(all, rowBits);
    return key(variable, observation);
  }

  private static long low(long value, int bits) {
    return value & ((1L << bits) - 1);
  }

  /**
   * In format 119 Stata uses 3 of the 8 bytes for the variable; ReadStat, and so R, uses 2 as in
   * 118. The row of the first text shows which of them wrote the file.
   */
  private int variableBits(Source source) {
    if (header.format != DtaFormat.V119 || count == 0) {
      return header.format == DtaFormat.V117 ? 32 : 16;
    }

    long row = keys[0] >>> VARIABLE_BITS;
    int variable = (int) low(keys[0], VARIABLE_BITS);
    if (row < 1 || row > header.rows || variable < 1 || variable > header.types.length) {
      return 24;
    }

    byte[] cell = new byte[8];
    try (ByteInput in = ByteInput.open(source)) {
      in.skipTo(header.rowsAt + (row - 1) * header.rowBytes + header.offsets[variable - 1]);
      in.readFully(cell, 0, 8);
    }

    variableBits = 16;
    return pointer(cell, 0) == keys[0] ? 16 : 24;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw Locations.unreadable(name, e);
    }
  }
}
