package org.quipu.survey.regression;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quipu.UserException;
import org.quipu.survey.NaturalOrder;

/**
 * The levels of each factor that rows have, the reference first, the others in natural order.
 *
 * @param of each factor
 */
record Levels(List<List<String>> of) implements Serializable {
  /** More levels than these are not named in messages. */
  private static final int MOST_NAMED = 30;

  /**
   * The levels of a regression's factors.
   *
   * @param found the values of each factor
   * @throws UserException if a factor has no two levels, or not the level that the formula names
   */
  static Levels of(ModelInput input, List<? extends Collection<String>> found) {
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      all.add(ordered(input, input.factors().get(i), found.get(i)));
    }

    return new Levels(List.copyOf(all));
  }

  private static List<String> ordered(ModelInput input, String column, Collection<String> found) {
    List<String> levels = new ArrayList<>(found);
    levels.sort(NaturalOrder.ORDER);
    if (levels.size() < 2) {
      throw UserException.input(
          "column " + column,
          levels.isEmpty() ? "no value" : "one value in all rows that count",
          "a factor with two or more levels",
          "Leave it out, or choose another column");
    }

    String reference = input.spec().formula().reference(column);
    if (reference != null) {
      if (!levels.remove(reference)) {
        throw UserException.input(
            "formula, factor " + column,
            "the reference level " + reference,
            levels.size() > MOST_NAMED
                ? "one of its " + levels.size() + " levels"
                : "one of " + String.join(", ", levels),
            "Name a level that the rows have");
      }

      levels.add(0, reference);
    }

    return List.copyOf(levels);
  }

  /** The reference of each factor, by its column. */
  Map<String, String> references(ModelInput input) {
    return IntStream.range(0, of.size())
        .boxed()
        .collect(Collectors.toUnmodifiableMap(input.factors()::get, i -> of.get(i).get(0)));
  }

  /** The number of each level of a chunk among all levels, factor by factor. */
  int[][] numbers(RowChunk chunk) {
    int[][] numbers = new int[of.size()][];
    for (int i = 0; i < numbers.length; i++) {
      List<String> all = of.get(i);
      numbers[i] = chunk.levels.get(i).stream().mapToInt(all::indexOf).toArray();
    }

    return numbers;
  }
}
