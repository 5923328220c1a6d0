package org.quipu.survey.kernel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The codes of one dimension, numbered in the order in which they were met. */
public final class Codes implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The number of a missing code. */
  public static final int MISSING = -1;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> codes = new ArrayList<>();

  /** The number of a code, which is new where it was not met before; null is missing. */
  public int number(String code) {
    if (code == null) {
      return MISSING;
    }

    Integer number = numbers.get(code);
    if (number == null) {
      number = codes.size();
      numbers.put(code, number);
      codes.add(code);
    }

    return number;
  }

  String code(int number) {
    return codes.get(number);
  }

  /** The number here of each of the other's codes. */
  int[] translate(Codes other) {
    return other.codes.stream().mapToInt(this::number).toArray();
  }

  /** A row's codes, one a dimension, renumbered. */
  static int[] translate(int[] codes, int[][] translation) {
    int[] translated = codes.clone();
    for (int d = 0; d < codes.length; d++) {
      translated[d] = codes[d] < 0 ? codes[d] : translation[d][codes[d]];
    }

    return translated;
  }
}
