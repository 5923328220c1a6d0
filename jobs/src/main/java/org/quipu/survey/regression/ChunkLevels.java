package org.quipu.survey.regression;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.quipu.survey.CodeIndex;

/**
 * The levels of a factor that rows of a chunk have, numbered in the order in which they are met.
 */
final class ChunkLevels {
  private static final int NONE = -1;

  private int[] numbers = {};
  private int[] codes = new int[16];
  private int count;

  /** The number of a level; a new one where it is met first. */
  char of(int code) {
    if (code >= numbers.length) {
      int length = numbers.length;
      numbers = Arrays.copyOf(numbers, 2 * code + 16);
      Arrays.fill(numbers, length, numbers.length, NONE);
    }

    if (numbers[code] == NONE) {
      if (count == codes.length) {
        codes = Arrays.copyOf(codes, 2 * count);
      }

      codes[count] = code;
      numbers[code] = count++;
    }

    return (char) numbers[code];
  }

  /** The levels, by their numbers. */
  List<String> names(CodeIndex index) {
    return IntStream.range(0, count).mapToObj(number -> index.code(codes[number])).toList();
  }
}
