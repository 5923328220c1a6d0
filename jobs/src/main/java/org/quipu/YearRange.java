package org.quipu;

import java.util.List;
import java.util.stream.IntStream;

/** A range of years, both ends included; {@code from} is not after {@code to}. */
public record YearRange(int from, int to) {
  public YearRange {
    if (from > to) {
      throw new IllegalArgumentException("range of years from " + from + " to " + to);
    }
  }

  /** Every year of the range, in order. */
  public List<Integer> years() {
    return IntStream.rangeClosed(from, to).boxed().toList();
  }

  @Override
  public String toString() {
    return from + " to " + to;
  }
}
