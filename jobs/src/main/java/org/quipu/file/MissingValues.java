package org.quipu.file;

import java.util.List;

/**
 * The values of a variable that its authors declared missing.
 *
 * @param codes single values, written as {@link TableReader#text} writes them
 * @param low the first of a range of numbers, −∞ where open; NaN where there is no range
 * @param high the last of that range
 */
public record MissingValues(List<String> codes, double low, double high) {
  public static final MissingValues NONE = new MissingValues(List.of(), Double.NaN, Double.NaN);

  public MissingValues {
    codes = List.copyOf(codes);
  }

  static MissingValues of(List<String> codes) {
    return codes.isEmpty() ? NONE : new MissingValues(codes, Double.NaN, Double.NaN);
  }

  public boolean hasRange() {
    return !Double.isNaN(low);
  }

  public boolean isEmpty() {
    return codes.isEmpty() && !hasRange();
  }
}
