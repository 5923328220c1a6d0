package org.quipu.endes;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.quipu.UserException;
import org.quipu.file.TextTable;

/**
 * The description of one year of ENDES, from {@code data/endes/years.csv}.
 *
 * @param surveyCode INEI's number for the survey, as in {@code 605-Modulo73.zip}
 * @param sharesClustersWith the earlier years whose clusters are in this year's sample too, under
 *     the same numbers; in all other years the same number is another cluster
 * @param weight the variable with the weight of answers on violence
 * @param portalModules the numbers of the modules that Quipu reads in INEI's portal
 * @param portalFormat a format in which the portal provides all of them
 */
public record SurveyYear(
    int year,
    int surveyCode,
    List<Integer> sharesClustersWith,
    String weight,
    List<String> portalModules,
    String portalFormat) {
  private static final Map<Integer, SurveyYear> ALL = load();

  /** The year's description; a year that Quipu does not know is an error. */
  public static SurveyYear of(int year) {
    SurveyYear known = ALL.get(year);
    if (known == null) {
      throw UserException.input(
          "ENDES " + year,
          "a year that data/endes/years.csv does not describe",
          "one of " + ALL.keySet(),
          "Add a line for it (survey code, years that share its clusters, weight) and build"
              + " again.");
    }

    return known;
  }

  /** The year of a survey code. */
  public static Optional<Integer> ofSurveyCode(int code) {
    return ALL.values().stream()
        .filter(year -> year.surveyCode == code)
        .map(SurveyYear::year)
        .findFirst();
  }

  /**
   * Whether the samples of two years, in either order, have clusters in common, so that their
   * estimates are not independent; false where either year is not described.
   */
  public static boolean sharesClusters(int one, int other) {
    SurveyYear later = ALL.get(Math.max(one, other));
    return later != null && later.sharesClustersWith.contains(Math.min(one, other));
  }

  /**
   * The latest of some years and those whose samples share clusters with it, directly or through
   * one another: what is pooled where nothing else is asked for.
   *
   * @param years at least one
   */
  public static List<Integer> latestSample(Collection<Integer> years) {
    TreeSet<Integer> sample = new TreeSet<>();
    for (int year : new TreeSet<>(years).descendingSet()) {
      if (sample.isEmpty() || sample.stream().anyMatch(later -> sharesClusters(year, later))) {
        sample.add(year);
      }
    }

    return List.copyOf(sample);
  }

  private static Map<Integer, SurveyYear> load() {
    Map<Integer, SurveyYear> years = new TreeMap<>(Comparator.naturalOrder());
    for (TextTable.Row row : TextTable.shipped("endes/years.csv").rows()) {
      int year = row.integer("year");
      years.put(
          year,
          new SurveyYear(
              year,
              row.integer("survey_code"),
              years(row.text("shares_clusters_with")),
              row.text("weight"),
              List.of(row.text("portal_modules").split(" ", -1)),
              row.text("portal_format")));
    }

    return years;
  }

  private static List<Integer> years(String listed) {
    return listed.isEmpty()
        ? List.of()
        : Stream.of(listed.split(" ", -1)).map(Integer::valueOf).toList();
  }
}
