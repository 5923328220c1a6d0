package org.quipu.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexSortTest {
  /** Beside the sort of the JDK, which keeps the order of equals too. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 100, 1001})
  void sortsAndKeepsTheOrderOfEquals(int count) {
    int[] keys = new Random(count).ints(count, 0, 20).toArray();
    int[] indices = IntStream.range(0, count).toArray();

    IndexSort.sort(indices, (one, other) -> Integer.compare(keys[one], keys[other]));

    assertThat(indices)
        .containsExactly(
            IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingInt(index -> keys[index]))
                .mapToInt(Integer::intValue)
                .toArray());
  }
}
