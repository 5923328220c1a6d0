package org.quipu.survey;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.quipu.UserException;

/** Turns a column of categories into outcomes: one proportion for each category. */
public final class CategoryShares {
  private static final int MOST = 100;

  private CategoryShares() {}

  /**
   * The proportions of a column: one where it holds only 0 and 1, otherwise one for each category,
   * for which a column {@code NAME=CATEGORY} of 0 and 1 is added to the table.
   */
  public static List<Outcome> proportions(SurveyTable table, String column) {
    String[] values = new String[table.rows()];
    Set<String> found = new LinkedHashSet<>();
    for (int row = 0; row < values.length; row++) {
      values[row] = table.text(column, row);
      if (values[row] != null) {
        found.add(values[row]);
      }
    }

    if (Set.of("0", "1").containsAll(found)) {
      return List.of(Outcome.proportion(column));
    }

    refuseMany(table.source(), column, found.size());
    Set<String> categories = new TreeSet<>(NaturalOrder.ORDER);
    categories.addAll(found);
    List<Outcome> outcomes = new ArrayList<>();
    for (String category : categories) {
      String name = name(column, category);
      double[] has = new double[values.length];
      for (int row = 0; row < has.length; row++) {
        has[row] = values[row] == null ? Double.NaN : values[row].equals(category) ? 1 : 0;
      }

      table.with(name, has);
      outcomes.add(Outcome.proportion(name));
    }

    return outcomes;
  }

  /** The name of a category's outcome. */
  public static String name(String column, String category) {
    return column + "=" + category;
  }

  /**
   * Refuses a column that holds measurements rather than categories.
   *
   * @throws UserException if there are more than 100 categories
   */
  public static void refuseMany(String source, String column, int categories) {
    if (categories > MOST) {
      throw UserException.input(
          source + ", column " + column,
          categories + " different values",
          "0 and 1, or at most " + MOST + " categories, for a proportion",
          "Estimate its mean, or group its values.");
    }
  }
}
