package org.quipu.endes;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quipu.UserException;
import org.quipu.file.TextTable;

/**
 * The description of one year of ENDES, from {@code data/endes/years.csv}.
 *
 * @param surveyCode INEI's number for the survey, as in {@code 605-Modulo73.zip}
 * @param masterSample the master sample; clusters have the same numbers only in years of the same
 *     one
 * @param weight the variable with the weight of answers on violence
 * @param portalModules the numbers of the modules that Quipu reads in INEI's portal
 * @param portalFormat a format in which the portal provides all of them
 */
public record SurveyYear(
    int year,
    int surveyCode,
    String masterSample,
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
          "Add a line for it (survey code, master sample, weight) and build again.");
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

  /** Whether two years belong to the same master sample and can share clusters. */
  public static boolean sharesClusters(int one, int other) {
    SurveyYear a = ALL.get(one);
    SurveyYear b = ALL.get(other);
    return a != null && b != null && a.masterSample.equals(b.masterSample);
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
              row.text("master_sample"),
              row.text("weight"),
              List.of(row.text("portal_modules").split(" ", -1)),
              row.text("portal_format")));
    }

    return years;
  }
}
