package org.quipu.file;

import org.quipu.UserException;

/**
 * How large the parts of a file may be. Each limit lies far above what surveys hold and what
 * programs write; together they bound the time and memory that a damaged file, or one that somebody
 * prepared, can take before it is refused. README.md lists them.
 */
final class Limits {
  /** Columns of a table: as many as Stata/MP takes, the most of the programs that are read. */
  static final int COLUMNS = 120_000;

  /** Bytes of a row or of a line of delimited text; Stata's longest row has 2^20. */
  static final int ROW = 1 << 24;

  /** Bytes of one text or of one record of a header. */
  static final int RECORD = 1 << 24;

  /** Bytes of all that stands before the rows. */
  static final int HEADER = 1 << 26;

  /** Labels of values in a file, lists that variables share counted once. */
  static final int LABELS = 1_000_000;

  /** Bytes of the labels of values in a file. */
  static final int LABEL_BYTES = 1 << 26;

  /** Texts of a Stata file that are stored outside its rows. */
  static final int LONG_TEXTS = 4_000_000;

  /** How often, on average, rows may point to the same text that no row could hold. */
  static final int USES = 10;

  /** Files in a zip. */
  static final int ENTRIES = 1_000;

  /** Bytes of the list of files in a zip. */
  static final int DIRECTORY = 1 << 24;

  /** Bytes that compressed data may grow to whatever their ratio. */
  static final long HARMLESS = 1L << 26;

  /** The same of SPSS's bytecode, each byte of which may stand for eight. */
  static final long HARMLESS_CODES = 1L << 24;

  /** Survey files compress 5 to 100 times; deflate does at most 1,032 times. */
  static final int RATIO = 200;

  /** Bytes of a file of boundaries. */
  static final long BOUNDARIES = 1L << 28;

  /** Objects and lists in one another in a file of boundaries. */
  static final int DEPTH = 100;

  /** Features in a file of boundaries; Peru has 1,891 districts. */
  static final int FEATURES = 100_000;

  /** Points of all outlines in a file of boundaries. */
  static final int POINTS = 5_000_000;

  private Limits() {}

  /** The error of a part of a file that is larger than its limit. */
  static UserException exceeded(String where, String found, String limit, String remedy) {
    return UserException.input(where, found, "at most " + limit, remedy);
  }

  /** Whether so many bytes are more than compressed ones can honestly hold. */
  static boolean isBomb(long inflated, long packed, long harmless) {
    return inflated > harmless && inflated / RATIO > packed;
  }
}
