package org.quipu.file;

/** Counts the labels of values that a file takes into memory, up to their limits. */
final class LabelCount {
  private final String file;
  private int labels;
  private long bytes;

  LabelCount(String file) {
    this.file = file;
  }

  /** Counts a label of this many bytes. */
  void add(int length) {
    labels++;
    bytes += length;
    if (labels > Limits.LABELS || bytes > Limits.LABEL_BYTES) {
      throw Limits.exceeded(
          file,
          "more labels of values",
          Limits.LABELS + " labels of " + Limits.LABEL_BYTES + " bytes in all",
          "Save it without the value labels of its longest lists.");
    }
  }
}
