package org.quipu.file;

import java.util.Arrays;
import org.quipu.UserException;

/**
 * Divides delimited text into rows and values, as bytes: the separators are ASCII in every charset
 * that is read. Blanks around values, empty lines and the quotes themselves are dropped.
 */
final class DelimitedParser {
  /** A longer row is the result of a quote that is never closed. */
  private static final int LONGEST_ROW = 1 << 24;

  private final ByteInput in;
  private final char delimiter;
  private byte[] bytes = new byte[1 << 10];
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private int length;
  private int cells;
  private long line = 1;
  private long rowLine;
  private boolean wasQuoted;

  DelimitedParser(ByteInput in, char delimiter) {
    this.in = in;
    this.delimiter = delimiter;
  }

  char delimiter() {
    return delimiter;
  }

  /** The number of values in the current row. */
  int cells() {
    return cells;
  }

  /** The line on which the row began, from 1. */
  long line() {
    return rowLine;
  }

  byte[] bytes() {
    return bytes;
  }

  int start(int cell) {
    return starts[cell];
  }

  int end(int cell) {
    return ends[cell];
  }

  /** Goes to the next row that is not an empty line; false at the end. */
  boolean next() {
    while (in.peek() >= 0) {
      rowLine = line;
      length = 0;
      cells = 0;
      boolean quoted = false;
      boolean more = true;
      while (more) {
        more = cell();
        quoted |= wasQuoted;
      }

      boolean empty = cells == 1 && starts[0] == ends[0] && !quoted;
      if (!empty) {
        return true;
      }
    }

    return false;
  }

  /** Reads a value and its terminator; false at the end of the row. */
  private boolean cell() {
    int start = length;
    int next = skipBlanks();
    wasQuoted = next == '"';
    if (wasQuoted) {
      next = quoted();
      if (!isEnd(next)) {
        throw UserException.input(
            in.name() + ", line " + line,
            "text after the quote that ends a value",
            "the delimiter '" + delimiter + "' or the end of the line",
            "Write a quote within a value as two.");
      }
    } else {
      while (!isEnd(next)) {
        append(next);
        next = in.read();
      }
    }

    finish(start);
    if (next == '\r' && in.peek() == '\n') {
      next = in.read();
    }

    if (next == '\n' || next == '\r') {
      line++;
    }

    return next == delimiter;
  }

  private int skipBlanks() {
    int next = in.read();
    while (isBlank(next)) {
      next = in.read();
    }

    return next;
  }

  private boolean isBlank(int value) {
    return value == ' ' || (value == '\t' && delimiter != '\t');
  }

  private boolean isEnd(int value) {
    return value == delimiter || value == '\n' || value == '\r' || value < 0;
  }

  /** Reads up to the closing quote; returns the first byte after it that is not a blank. */
  private int quoted() {
    while (true) {
      int next = in.read();
      if (next < 0) {
        throw unclosed();
      }

      if (next == '"') {
        if (in.peek() != '"') {
          return skipBlanks();
        }

        in.read();
      } else if (next == '\n') {
        line++;
      }

      append(next);
    }
  }

  private void append(int value) {
    if (length == bytes.length) {
      if (length == LONGEST_ROW) {
        throw unclosed();
      }

      bytes = Arrays.copyOf(bytes, 2 * length);
    }

    bytes[length++] = (byte) value;
  }

  private UserException unclosed() {
    return UserException.input(
        in.name() + ", line " + rowLine,
        "a quoted value that is never closed",
        "a closing quote",
        "Write a quote within a value as two.");
  }

  private void finish(int start) {
    if (cells == starts.length) {
      starts = Arrays.copyOf(starts, 2 * cells);
      ends = Arrays.copyOf(ends, 2 * cells);
    }

    int from = start;
    int to = length;
    while (from < to && isSpace(bytes[from])) {
      from++;
    }

    while (to > from && isSpace(bytes[to - 1])) {
      to--;
    }

    starts[cells] = from;
    ends[cells] = to;
    cells++;
  }

  private static boolean isSpace(byte value) {
    return value == ' ' || value == '\t';
  }
}
