package org.quipu.survey;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.quipu.UserException;
import org.quipu.survey.kernel.NaturalOrder;

/** The shares of a column's categories: one proportion each. */
public final class Categories {
  private static final int MOST = 100;

  private Categories() {}

  /**
   * The proportions that a column stands for: its own where it holds 0 and 1, otherwise one for
   * each category, in a column {@code NAME=CATEGORY} that is added to the table.
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

  /** How results call a category's share. */
  public static String name(String column, String category) {
    return column + "=" + category;
  }

  /** Stops where a column holds measurements rather than categories. */
  public static void refuseMany(String source, String column, int categories) {
    if (categories > MOST) {
      throw UserException.input(
          source + ", column " + column,
          categories + " different values",
          "0 and 1, or at most " + MOST + " categories, for a proportion",
          "Ask for its mean, or group it.");
    }
  }
}
