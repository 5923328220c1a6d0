package org.quipu.survey;

import java.util.function.IntBinaryOperator;

/** Sorts indices by what they stand for, without an object for each; equals keep their order. */
final class IndexSort {
  private IndexSort() {}

  /**
   * Sorts in place, by merging.
   *
   * @param order of two indices, as a comparator gives it
   */
  static void sort(int[] indices, IntBinaryOperator order) {
    merge(indices.clone(), indices, 0, indices.length, order);
  }

  /** Sorts a range into {@code to}; both hold the same indices there. */
  private static void merge(int[] from, int[] to, int start, int end, IntBinaryOperator order) {
    if (end - start < 2) {
      return;
    }

    int middle = (start + end) >>> 1;
    merge(to, from, start, middle, order);
    merge(to, from, middle, end, order);
    int left = start;
    int right = middle;
    for (int at = start; at < end; at++) {
      boolean takesLeft =
          right == end || (left < middle && order.applyAsInt(from[left], from[right]) <= 0);
      to[at] = takesLeft ? from[left++] : from[right++];
    }
  }
}
