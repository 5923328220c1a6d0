package org.quipu.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Synthetic records of the Women's Emergency Centres, 2017 to 2022, under the Spanish headings of
 * the ministry's files: people informed and sensitised by preventive actions, and cases attended.
 * The country's totals are near the real ones. In these data prevention has no effect: the regions
 * that reach more people are drawn independently of violence, with a seed for which the two are
 * uncorrelated, so that the demo does not suggest an effect.
 */
public final class SyntheticPrograms {
  /** A year in the country: centres open, people informed, cases attended. */
  private record Year(int year, int centres, double people, double cases) {}

  private static final List<Year> YEARS =
      List.of(
          new Year(2017, 299, 1.78e6, 95e3),
          new Year(2018, 348, 2.08e6, 134e3),
          new Year(2019, 397, 2.51e6, 182e3),
          new Year(2020, 418, 1.15e6, 114e3),
          new Year(2021, 431, 1.14e6, 164e3),
          new Year(2022, 431, 1.50e6, 154e3));

  private static final double[] AGES_INFORMED = {0.005, 0.06, 0.30, 0.22, 0.36, 0.055};
  private static final double[] AGES_ATTENDED = {0.04, 0.09, 0.16, 0.24, 0.41, 0.06};

  private SyntheticPrograms() {}

  /** Writes both files, byte for byte the same every time. */
  public static void write(Path dir) throws IOException {
    Files.createDirectories(dir);
    CentreRecords actions =
        new CentreRecords(
            "N° DE PERSONAS INFORMADAS Y SENSIBILIZADAS",
            List.of("N° DE ACCIONES PREVENTIVAS PROMOCIONALES - TOTAL"));
    CentreRecords cases =
        new CentreRecords(
            "N° DE CASOS ATENDIDOS",
            List.of(
                "N° DE CASOS ATENDIDOS - VIOLENCIA PSICOLÓGICA",
                "N° DE CASOS ATENDIDOS - VIOLENCIA FÍSICA",
                "N° DE CASOS ATENDIDOS - VIOLENCIA SEXUAL",
                "N° DE CASOS ATENDIDOS - VIOLENCIA ECONÓMICA O PATRIMONIAL"));
    for (Year year : YEARS) {
      List<Centre> centres = Centre.first(year.centres);
      new ReachShares("informed", year.year)
          .spread(year.people, centres)
          .forEach((centre, people) -> addActions(actions, year.year, centre, people));
      new ReachShares("cases attended", year.year)
          .spread(year.cases, centres)
          .forEach((centre, attended) -> addCases(cases, year.year, centre, attended));
    }

    Files.writeString(dir.resolve("acciones-preventivas-SINTETICO.csv"), actions.toString());
    Files.writeString(dir.resolve("casos-cem-SINTETICO.csv"), cases.toString());
  }

  private static void addActions(CentreRecords file, int year, Centre centre, double expected) {
    Dice dice = Dice.of("actions", year, centre.number());
    Counts people = Counts.draw(expected, AGES_INFORMED, 0.40, dice);
    long actions = Math.round(people.total() / (20 + 20 * dice.uniform()));
    file.add(year, centre, people, List.of(actions));
  }

  private static void addCases(CentreRecords file, int year, Centre centre, double expected) {
    Counts cases =
        Counts.draw(expected, AGES_ATTENDED, 0.14, Dice.of("cases", year, centre.number()));
    file.add(year, centre, cases, cases.split(0.475, 0.395, 0.125, 0.005));
  }
}
