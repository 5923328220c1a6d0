package org.quipu;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The names that a misspelt one may have meant. */
public final class NearestNames {
  private static final int SUGGESTIONS = 3;

  /** A message lists no more names. */
  private static final int LISTED = 40;

  private NearestNames() {}

  /** Up to three of the known names, the most alike first; letter case and accents do not count. */
  public static List<String> of(String word, Collection<String> known) {
    String wanted = NormalizedText.of(word);
    return known.stream()
        .map(name -> Map.entry(edits(wanted, NormalizedText.of(name)), name))
        .sorted(Map.Entry.comparingByKey())
        .limit(SUGGESTIONS)
        .map(Map.Entry::getValue)
        .toList();
  }

  /** A column that a table does not have, as the user's error. */
  public static UserException noColumn(String source, String column, Collection<String> columns) {
    return UserException.input(
        source,
        "no column " + column,
        columns.size() > LISTED
            ? "one of its " + columns.size() + " columns"
            : "one of " + String.join(", ", columns),
        "Check its name; the nearest are " + String.join(", ", of(column, columns)) + ".");
  }

  /** How many letters must be inserted, deleted or changed to make one word the other. */
  static int edits(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      above[j] = j;
    }

    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(above[j - 1] + change, Math.min(above[j], row[j - 1]) + 1);
      }

      above = row;
    }

    return above[other.length()];
  }
}
