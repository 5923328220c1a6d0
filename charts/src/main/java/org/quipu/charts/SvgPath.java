package org.quipu.charts;

import java.awt.Shape;
import java.awt.geom.PathIterator;

/**
 * An outline as SVG writes it, to a tenth of a pixel, beginning at (0, 0): outlines that differ
 * only in where they stand are written alike.
 *
 * @param x where it begins, in tenths of a pixel
 * @param y where it begins, in tenths of a pixel
 * @param way from there on
 */
record SvgPath(long x, long y, String way) {

  static SvgPath of(Shape shape) {
    return new Writer().write(shape);
  }

  /** Tenths as a number, with nothing that can be left out. */
  static String tenths(long tenths) {
    String sign = tenths < 0 ? "-" : "";
    long size = Math.abs(tenths);
    String whole = size < 10 && size % 10 != 0 ? "" : String.valueOf(size / 10);

    return sign + whole + (size % 10 == 0 ? "" : "." + size % 10);
  }

  static long tenths(double pixels) {
    return Math.round(10 * pixels);
  }

  /** The whole of it where it stands. */
  String whole() {
    StringBuilder path = new StringBuilder("M").append(tenths(x));
    append(path, y);

    return path.append(way).toString();
  }

  /** Adds a number to others, with a space where it is needed. */
  private static void append(StringBuilder path, long number) {
    String text = tenths(number);
    char last = path.charAt(path.length() - 1);
    boolean afterNumber = Character.isDigit(last);
    if (afterNumber && !text.startsWith("-") && !(text.startsWith(".") && endsInFraction(path))) {
      path.append(' ');
    }
    path.append(text);
  }

  private static boolean endsInFraction(StringBuilder path) {
    return path.length() > 1 && path.charAt(path.length() - 2) == '.';
  }

  private static final class Writer {
    private final StringBuilder way = new StringBuilder();
    private double originX = Double.NaN;
    private double originY;
    private long x;
    private long y;
    private long startX;
    private long startY;
    private char command;

    SvgPath write(Shape shape) {
      double[] at = new double[6];
      for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
        switch (path.currentSegment(at)) {
          case PathIterator.SEG_MOVETO -> move(at[0], at[1]);
          case PathIterator.SEG_LINETO -> line(at[0], at[1]);
          case PathIterator.SEG_QUADTO -> curve('q', at, 2);
          case PathIterator.SEG_CUBICTO -> curve('c', at, 3);
          default -> close();
        }
      }

      return new SvgPath(tenths(originX), tenths(originY), way.toString());
    }

    private void move(double toX, double toY) {
      if (Double.isNaN(originX)) {
        originX = toX;
        originY = toY;
      } else {
        step('m', toX, toY);
      }
      startX = x;
      startY = y;
      command = 'l';
    }

    /** A line too short to see is left out, but not one that stands alone: a dot. */
    private void line(double toX, double toY) {
      long stepX = tenths(toX - originX) - x;
      long stepY = tenths(toY - originY) - y;
      boolean seen = stepX != 0 || stepY != 0;
      boolean alone = way.isEmpty() || (x == startX && y == startY);
      if (stepY == 0 && (seen || alone)) {
        begin('h');
        append(way, stepX);
      } else if (stepX == 0 && seen) {
        begin('v');
        append(way, stepY);
      } else if (seen) {
        begin('l');
        append(way, stepX);
        append(way, stepY);
      }
      x += stepX;
      y += stepY;
    }

    private void step(char by, double toX, double toY) {
      begin(by);
      long nextX = tenths(toX - originX);
      long nextY = tenths(toY - originY);
      append(way, nextX - x);
      append(way, nextY - y);
      x = nextX;
      y = nextY;
    }

    private void curve(char by, double[] at, int points) {
      begin(by);
      for (int i = 0; i < points; i++) {
        append(way, tenths(at[2 * i] - originX) - x);
        append(way, tenths(at[2 * i + 1] - originY) - y);
      }
      x = tenths(at[2 * points - 2] - originX);
      y = tenths(at[2 * points - 1] - originY);
    }

    private void begin(char next) {
      boolean goesOn = !way.isEmpty() && command == next && next != 'm';
      if (!goesOn) {
        way.append(next);
      }
      command = next;
    }

    private void close() {
      way.append('z');
      command = 'z';
      x = startX;
      y = startY;
    }
  }
}
