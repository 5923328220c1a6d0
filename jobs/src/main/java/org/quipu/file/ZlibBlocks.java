package org.quipu.file;

import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.quipu.UserException;

/** The bytecode of a .zsav file, which is divided into blocks that zlib compressed separately. */
final class ZlibBlocks extends InputStream {
  private final ByteInput in;
  private final Inflater inflater = new Inflater();
  private final byte[] packed = new byte[1 << 13];
  private final byte[] single = new byte[1];
  private final long end;
  private int block = 1;
  private long blockStart;
  private int fed;
  private long inflated;

  /** The record before the 24 bytes that give the end of the blocks. */
  ZlibBlocks(ByteInput in) {
    this.in = in;
    in.expecting("the header of the zlib blocks");
    long at = in.offset();
    long start = in.int64();
    end = in.int64();
    in.skip(8);
    if (start != at || end < in.offset()) {
      throw in.wrongAt(
          at, "zlib blocks from byte " + start + " to " + end, "from " + at + " to a later byte");
    }

    blockStart = in.offset();
  }

  @Override
  public int read() {
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) {
    try {
      while (true) {
        int some = inflater.inflate(bytes, from, length);
        if (some > 0) {
          inflated += some;
          if (Limits.isBomb(inflated, in.offset(), Limits.HARMLESS_CODES)) {
            throw Limits.exceeded(
                in.name(),
                "more than " + inflated + " bytes compressed to " + in.offset(),
                Limits.RATIO + " times as many",
                "Save it again as .sav.");
          }

          return some;
        }

        if (inflater.finished()) {
          nextBlock();
        }

        if (inflater.needsDictionary()) {
          throw damaged("a preset dictionary");
        }

        if (inflater.needsInput() && !feed()) {
          return -1;
        }
      }
    } catch (DataFormatException e) {
      throw damaged(e.getMessage());
    }
  }

  private void nextBlock() {
    int left = inflater.getRemaining();
    inflater.reset();
    inflater.setInput(packed, fed - left, left);
    block++;
    blockStart = in.offset() - left;
  }

  private boolean feed() {
    long left = end - in.offset();
    fed = in.readUpTo(packed, 0, (int) Math.min(packed.length, left));
    inflater.setInput(packed, 0, fed);
    if (fed == 0 && (left > 0 || inflater.getBytesRead() > 0)) {
      in.expecting("the rest of zlib block " + block);
      throw in.cutShort();
    }

    return fed > 0;
  }

  private UserException damaged(String found) {
    return UserException.input(
        in.name() + ", zlib block " + block + " at byte " + blockStart,
        found,
        "compressed rows",
        "The file is damaged: copy or download it again.");
  }

  @Override
  public void close() {
    inflater.end();
    in.close();
  }
}
