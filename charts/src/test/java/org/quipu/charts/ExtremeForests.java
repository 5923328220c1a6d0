package org.quipu.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.quipu.text.Language;

/** Figures of regressions with inputs that strain them. */
final class ExtremeForests {
  private static final String LONG = "40 a 44 años, secundaria completa, Lima Metropolitana, rural";
  private static final String LONG_NUMBER = "123 456 789 (−123 456 789 a 987 654 321)";

  private ExtremeForests() {}

  static void add(Map<String, Figure> figures, Language language) {
    List<ForestFigure.Level> thirty = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      double ratio = 0.4 + 0.1 * i;
      thirty.add(level(i % 4 == 0 ? LONG : "Áncash", ratio, ratio / 1.3, ratio * 1.3));
    }
    figures.put(
        "forest of thirty",
        of(
            Extremes.marked(language),
            ForestFigure.Measure.ORDINAL_ODDS_RATIO,
            term("región × nivel educativo × área de residencia × edad", LONG, thirty),
            term("household_wealth_index_of_the_household_in_the_survey_year", "", first(thirty)),
            term("poly(age, 2)", "", thirty.subList(0, 2))));
    figures.put(
        "forest of one",
        of(
            Extremes.about(language),
            ForestFigure.Measure.PREVALENCE_RATIO,
            term("age", "", List.of(level("", 1.003, 1.001, 1.005)))));
    figures.put(
        "forest without ends",
        of(
            Extremes.marked(language),
            ForestFigure.Measure.HAZARD_RATIO,
            term(
                "wealth",
                "poorest",
                List.of(
                    level("poor", 1.5, 1.2, 1.9),
                    level("middle", 2, 0, Double.POSITIVE_INFINITY),
                    level("rich", Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY),
                    level("richest", 1e-300, 0, 1e-200),
                    level("unknown", 1.1, Double.NaN, Double.NaN)))));
    figures.put(
        "forest of wide intervals alone",
        of(
            Extremes.about(language),
            ForestFigure.Measure.ODDS_RATIO,
            term("wealth", "poor", List.of(level("rich", 1, 0, Double.POSITIVE_INFINITY)))));
    for (double unit : new double[] {1e-7, 1, 1e7}) {
      figures.put(
          "forest of differences of " + unit,
          of(
              Extremes.marked(language),
              ForestFigure.Measure.PROBIT_DIFFERENCE,
              term(
                  "wealth",
                  "poorest",
                  IntStream.range(0, 5)
                      .mapToObj(
                          i ->
                              new ForestFigure.Level(
                                  "fifth " + i,
                                  (i - 2) * unit,
                                  (i - 2 - (i == 3 ? 50 : 1)) * unit,
                                  (i - 1) * unit,
                                  LONG_NUMBER))
                      .toList())));
    }
  }

  private static List<ForestFigure.Level> first(List<ForestFigure.Level> levels) {
    return levels.subList(0, 1);
  }

  static Figure of(About about, ForestFigure.Measure measure, ForestFigure.Term... terms) {
    return ForestFigure.of(
        about,
        new ForestFigure.Model(
            measure,
            List.of(terms),
            "Solo área de residencia: rural.",
            List.of("Modelo: y ~ a + b. 16 500 filas, en 3254 conglomerados de 50 estratos.")));
  }

  static ForestFigure.Term term(String name, String reference, List<ForestFigure.Level> levels) {
    return new ForestFigure.Term(name, reference, levels, "p < 0.001", levels.size() > 1);
  }

  static ForestFigure.Level level(String name, double ratio, double low, double high) {
    return new ForestFigure.Level(
        name, ratio, low, high, "%.2f (%.2f a >1000)".formatted(0.5, 0.1));
  }
}
