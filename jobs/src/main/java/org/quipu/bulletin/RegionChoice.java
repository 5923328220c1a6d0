package org.quipu.bulletin;

import java.util.Comparator;
import java.util.List;
import org.quipu.NormalizedText;
import org.quipu.Regions;
import org.quipu.UserException;

/** The regions that a user asks for by name. */
public final class RegionChoice {
  private static final int SUGGESTIONS = 3;

  private RegionChoice() {}

  /** The codes of these regions, in order and each once; a name that is none is a user's error. */
  public static List<String> of(List<String> names) {
    return names.stream().map(RegionChoice::code).distinct().toList();
  }

  private static String code(String name) {
    return Regions.find(name)
        .filter(code -> !code.equals(Regions.NATIONAL))
        .orElseThrow(
            () ->
                UserException.input(
                    "--region",
                    "'" + name + "', which is none of Peru's regions",
                    "a region by name or code 01-25; the nearest are "
                        + String.join(", ", nearest(name)),
                    "Correct the name, or take all with --all."));
  }

  /** The regions whose names are most like this one. */
  static List<String> nearest(String name) {
    String words = NormalizedText.of(name);

    return Regions.codes().stream()
        .map(Regions::name)
        .sorted(Comparator.comparingInt(region -> edits(words, NormalizedText.of(region))))
        .limit(SUGGESTIONS)
        .toList();
  }

  /** How many letters must be put in, left out or changed to make one word the other. */
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
