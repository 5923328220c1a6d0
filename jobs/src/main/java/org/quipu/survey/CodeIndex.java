package org.quipu.survey;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the codes of one column in the order in which they are met. */
public final class CodeIndex implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The number of a missing code. */
  public static final int MISSING = -1;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> codes = new ArrayList<>();

  /** The number of a code, a new one at its first occurrence; {@link #MISSING} for null. */
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

  /** The code of a number. */
  public String code(int number) {
    return codes.get(number);
  }

  /** How many codes there are: the number of the next one. */
  public int size() {
    return codes.size();
  }

  /** The numbers here of the other's codes, by their numbers there. */
  public int[] translate(CodeIndex other) {
    return other.codes.stream().mapToInt(this::number).toArray();
  }

  /** Renumbers a row's codes, one for each dimension. */
  public static int[] translate(int[] codes, int[][] translation) {
    int[] translated = codes.clone();
    for (int d = 0; d < codes.length; d++) {
      translated[d] = codes[d] < 0 ? codes[d] : translation[d][codes[d]];
    }

    return translated;
  }
}
