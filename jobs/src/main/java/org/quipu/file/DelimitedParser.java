package org.quipu.file;

import java.util.Arrays;
import org.quipu.UserException;

/**
 * Divides delimited text into rows and values, as bytes: the separators are ASCII in every charset
 * that is read. Blanks around values, empty lines and the quotes themselves are dropped.
 */
final class DelimitedParser {
  private final ByteInput in;
  private final char delimiter;
  private byte[] bytes = new byte[1 << 10];
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private int length;
  private int cells;
  private int blanks;
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

  /** Whether the row ends with a delimiter: its last value is empty. */
  boolean endsWithDelimiter() {
    return cells > 1 && starts[cells - 1] == ends[cells - 1] && !wasQuoted;
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
      blanks = 0;
      boolean quoted = false;
      boolean more = true;
      while (more) {
        more = cell();
        quoted |= wasQuoted;
      }

      boolean empty = cells == 1 && starts[0] == ends[0] && !quoted;
      if (!empty && !isEndOfFileMark()) {
        return true;
      }
    }

    return false;
  }

  /** Programs of DOS, and some of today, write Ctrl-Z after the last line. */
  private boolean isEndOfFileMark() {
    return cells == 1 && length == 1 && bytes[0] == 0x1a && in.peek() < 0;
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
      if (++blanks > Limits.ROW) {
        throw tooLong();
      }

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
      if (length == Limits.ROW) {
        throw wasQuoted ? unclosed() : tooLong();
      }

      bytes = Arrays.copyOf(bytes, Math.min(2 * length, Limits.ROW));
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

  /** The error of a value that holds a zero byte. */
  UserException zeroByte() {
    return UserException.input(
        in.name() + ", line " + rowLine,
        "a zero byte",
        "text in UTF-8 or windows-1252",
        "The file is damaged or in another encoding: save or copy it again.");
  }

  private UserException tooLong() {
    return Limits.exceeded(
        in.name() + ", line " + rowLine,
        "a longer line",
        Limits.ROW + " bytes",
        "Check that this is delimited text, and that its lines end.");
  }

  private void finish(int start) {
    if (cells == starts.length) {
      if (cells == Limits.COLUMNS) {
        throw Limits.exceeded(
            in.name() + ", line " + rowLine,
            "more values",
            Limits.COLUMNS + " in a line",
            "Check that this is delimited text, and that its lines end.");
      }

      int more = Math.min(2 * cells, Limits.COLUMNS);
      starts = Arrays.copyOf(starts, more);
      ends = Arrays.copyOf(ends, more);
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
