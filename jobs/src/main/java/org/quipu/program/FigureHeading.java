package org.quipu.program;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a column of the ministry's records counts, read from the words of its heading in Spanish or
 * English: N° DE PERSONAS INFORMADAS Y SENSIBILIZADAS - 18_29 - MUJERES counts people informed:
 * women aged 18 to 29.
 *
 * @param sex men, women, or empty for both
 * @param ageGroup such as 18_29 or 60_more, or empty for all
 */
record FigureHeading(String measure, String unit, String sex, String ageGroup) {
  private static final Pattern AGES = Pattern.compile("\\b(\\d{1,2}) (?:A )?(\\d{1,2})\\b");
  private static final Pattern OLDEST =
      Pattern.compile("\\b(\\d{2}) (?:MORE|MAS|A MAS|Y MAS|AND MORE|AND OVER)\\b");

  private static final Set<String> REACHED =
      Set.of(
          "INFORMED",
          "SENSITIZED",
          "SENSITIVE",
          "INFORMADAS",
          "INFORMADOS",
          "SENSIBILIZADAS",
          "SENSIBILIZADOS");
  private static final Set<String> ACTIONS =
      Set.of("PREVENTIVE", "PROMOTIONAL", "PREVENTIVAS", "PREVENTIVA", "PROMOCIONALES");
  private static final Set<String> ACTIVITIES = Set.of("ACTIVITIES", "ACTIVIDADES");
  private static final Set<String> CASES =
      Set.of("CASES", "CASE", "CASOS", "CASO", "VICTIMS", "VICTIMAS");

  /** A kind of case: the words that identify it, and the suffix of the measure's name. */
  private record Kind(String suffix, Set<String> words) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("_psychological", Set.of("PSYCHOLOGICAL", "PSICOLOGICA")),
          new Kind("_physical", Set.of("PHYSICAL", "FISICA")),
          new Kind("_sexual", Set.of("SEXUAL")),
          new Kind("_economic", Set.of("ECONOMIC", "ECONOMICA", "PATRIMONIAL")),
          new Kind("_by_ex_partner", Set.of("EX", "EXPAREJA")),
          new Kind("_by_partner", Set.of("COUPLE", "PARTNER", "PAREJA")),
          new Kind("_by_family", Set.of("FAMILY", "FAMILIAR", "FAMILIA")),
          new Kind("_by_known", Set.of("KNOWN", "CONOCIDO")),
          new Kind("_by_unknown", Set.of("UNKNOWN", "DESCONOCIDO")),
          new Kind("_by_others", Set.of("OTHERS", "OTHER", "OTROS", "OTRO")));

  private static final Set<String> FEMICIDE = Set.of("FEMICIDE", "FEMICIDES", "FEMINICIDIO");

  /** Reads a heading; empty where it is not one of a figure. */
  static Optional<FigureHeading> of(String heading, boolean femicides) {
    Set<String> words = new LinkedHashSet<>(List.of(heading.split(" ", -1)));
    if (any(words, REACHED)) {
      return figure(ServiceFigure.PEOPLE_INFORMED.code(), "people", heading, words);
    }

    if (any(words, ACTIONS)) {
      return figure(ServiceFigure.PREVENTIVE_ACTIONS.code(), "actions", heading, words);
    }

    if (any(words, ACTIVITIES)) {
      return figure("activities", "activities", heading, words);
    }

    if (any(words, CASES)) {
      String kind =
          KINDS.stream()
              .filter(k -> any(words, k.words()))
              .map(Kind::suffix)
              .findFirst()
              .orElse("");
      // Every victim of femicide is a woman: MUJERES there is not a part of the total.
      return femicides
          ? Optional.of(new FigureHeading("femicides" + kind, "victims", "", ages(heading)))
          : figure(ServiceFigure.CASES_ATTENDED.code() + kind, "cases", heading, words);
    }

    return Optional.empty();
  }

  /** Whether the headings are those of a register of femicides. */
  static boolean femicides(List<String> headings) {
    return headings.stream()
        .anyMatch(heading -> any(Set.copyOf(List.of(heading.split(" ", -1))), FEMICIDE));
  }

  private static Optional<FigureHeading> figure(
      String measure, String unit, String heading, Set<String> words) {
    return Optional.of(new FigureHeading(measure, unit, RecordCells.sexIn(words), ages(heading)));
  }

  private static String ages(String heading) {
    Matcher oldest = OLDEST.matcher(heading);
    if (oldest.find()) {
      return oldest.group(1) + "_more";
    }

    Matcher ages = AGES.matcher(heading);
    return ages.find() ? ages.group(1) + "_" + ages.group(2) : "";
  }

  private static boolean any(Set<String> words, Set<String> wanted) {
    return words.stream().anyMatch(wanted::contains);
  }

  /** Whether it is the total of its measure, not of a sex or an age group. */
  boolean isTotal() {
    return sex.isEmpty() && ageGroup.isEmpty();
  }
}
