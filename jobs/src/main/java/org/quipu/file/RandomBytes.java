package org.quipu.file;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.apache.hadoop.fs.FSDataInputStream;

/** A file that is read at any place, on the local disk or on a file system of Hadoop. */
interface RandomBytes extends Closeable {
  /** Its length in bytes. */
  long size();

  /** Reads some bytes from an offset, fewer than wanted where it pleases; −1 at the end. */
  int read(long offset, byte[] into, int from, int length) throws IOException;

  /** Reads this many bytes from an offset. */
  default byte[] readFully(long offset, int length) throws IOException {
    byte[] bytes = new byte[length];
    int done = 0;
    while (done < length) {
      int some = read(offset + done, bytes, done, length - done);
      if (some < 0) {
        throw new EOFException("the end of the file at byte " + (offset + done));
      }

      done += some;
    }

    return bytes;
  }

  static RandomBytes of(FileChannel channel) throws IOException {
    return new Opened(
        channel.size(),
        (offset, into, from, length) -> channel.read(ByteBuffer.wrap(into, from, length), offset),
        channel);
  }

  static RandomBytes of(FSDataInputStream in, long size) {
    return new Opened(size, in::read, in);
  }

  /** Reads as {@link RandomBytes#read}. */
  @FunctionalInterface
  interface Reading {
    int read(long offset, byte[] into, int from, int length) throws IOException;
  }

  /** What was opened, and how it is read. */
  record Opened(long size, Reading reading, Closeable opened) implements RandomBytes {
    @Override
    public int read(long offset, byte[] into, int from, int length) throws IOException {
      return reading.read(offset, into, from, length);
    }

    @Override
    public void close() throws IOException {
      opened.close();
    }
  }
}
