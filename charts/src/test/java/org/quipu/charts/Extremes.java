package org.quipu.charts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.quipu.text.Language;

/** Figures of every kind with inputs that strain them. */
final class Extremes {
  static final PlottedLevel HIDDEN =
      new PlottedLevel(Double.NaN, Double.NaN, Double.NaN, PlottedLevel.Showing.FEW_INTERVIEWS);
  private static final String LONG = "Carmen de la Legua Reynoso (Callao)";
  static final String LONG_REGION = "Lima Metropolitana";

  private static final List<PlottedLevel.Showing> REASONS =
      List.of(PlottedLevel.Showing.FEW_INTERVIEWS, PlottedLevel.Showing.PROTECTED);

  private Extremes() {}

  static Map<String, Figure> all(Language language) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    prevalence(figures, language);
    change(figures, language);
    highest(figures, language);
    series(figures, language);
    association(figures, language);
    event(figures, language);
    reach(figures, language);
    ExtremeMaps.add(figures, language);
    ExtremeOverviews.add(figures, language);
    ExtremeAreas.add(figures, language);
    ExtremeForests.add(figures, language);

    return figures;
  }

  static About about(Language language) {
    return Sample.about(language).highlighting("Madre de Dios");
  }

  static About marked(Language language) {
    return Sample.about(language, Mark.values()).highlighting("Pasco");
  }

  private static void prevalence(Map<String, Figure> figures, Language language) {
    List<PrevalenceFigure.Pair> low = new ArrayList<>();
    List<PrevalenceFigure.Pair> ends = new ArrayList<>();
    for (int i = 0; i < Sample.REGIONS.size(); i++) {
      String region = Sample.REGIONS.get(i);
      low.add(
          pair(region, Sample.estimate(1.2 + i * 0.13, 0.5), Sample.estimate(1 + i * 0.1, 0.6)));
      ends.add(
          pair(
              region,
              i % 4 == 0 ? HIDDEN : Sample.estimate(i % 2 == 0 ? 0 : 100, 0),
              i % 8 == 0 ? PlottedLevel.NONE : Sample.estimate(i % 3 == 0 ? 100 : 0, 0)));
    }
    figures.put(
        "prevalence low",
        PrevalenceFigure.of(
            about(language),
            2017,
            2022,
            pair("Perú", Sample.estimate(2.4, 0.2), Sample.estimate(2.2, 0.2)),
            low));
    figures.put(
        "prevalence at 0 and 100",
        PrevalenceFigure.of(
            marked(language),
            2017,
            2022,
            pair("Perú", Sample.estimate(0, 0), Sample.estimate(100, 0)),
            ends));
    figures.put(
        "prevalence equal",
        PrevalenceFigure.of(
            about(language),
            2017,
            2022,
            pair("Perú", Sample.estimate(100, 0), Sample.estimate(100, 0)),
            Sample.pairs()));
    figures.put(
        "prevalence of one",
        PrevalenceFigure.of(
            about(language),
            2017,
            2022,
            Sample.nation(),
            List.of(pair(LONG_REGION, Sample.estimate(99, 3), Sample.estimate(1, 3)))));
  }

  private static PrevalenceFigure.Pair pair(String label, PlottedLevel from, PlottedLevel to) {
    return new PrevalenceFigure.Pair(label, from, to);
  }

  static List<ChangeFigure.Row> changes() {
    PlottedChange.Verdict[] verdicts = PlottedChange.Verdict.values();
    List<ChangeFigure.Row> rows = new ArrayList<>();
    for (int i = 0; i < Sample.REGIONS.size(); i++) {
      double points = i == 0 ? -100 : i == 1 ? 100 : -12.3 + i;
      rows.add(
          new ChangeFigure.Row(
              Sample.REGIONS.get(i),
              i % 9 == 8
                  ? PlottedChange.without(REASONS.get(i / 9))
                  : new PlottedChange(
                      points, points - 20, points + 20, verdicts[i % verdicts.length])));
    }

    return rows;
  }

  private static void change(Map<String, Figure> figures, Language language) {
    ChangeFigure.Row nation = new ChangeFigure.Row("Perú", Sample.change(-9.7, 0.8));
    figures.put(
        "change of all verdicts",
        ChangeFigure.of(
            marked(language), 2017, 2022, nation, changes(), new ChangeFigure.Family(25, "Holm")));
    figures.put(
        "change, falls only",
        ChangeFigure.of(
            about(language),
            2017,
            2022,
            nation,
            IntStream.range(0, 25)
                .mapToObj(
                    i -> new ChangeFigure.Row(Sample.REGIONS.get(i), Sample.change(-4 - i, 1)))
                .toList(),
            new ChangeFigure.Family(25, "Holm")));
    figures.put(
        "change of one",
        ChangeFigure.of(
            about(language),
            2017,
            2022,
            nation,
            List.of(new ChangeFigure.Row(LONG_REGION, Sample.change(0.1, 0.01))),
            new ChangeFigure.Family(0, "")));
  }

  private static void highest(Map<String, Figure> figures, Language language) {
    List<HighestAreasFigure.Row> rows =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    new HighestAreasFigure.Row(
                        i % 3 == 0 ? LONG : "Canas (Cusco)",
                        i % 2 == 0
                            ? Sample.estimate(99.9 - i, 8)
                            : new PlottedLevel(99 - i, 60, 100, PlottedLevel.Showing.REFERENTIAL),
                        1,
                        1891,
                        i % 2 == 0))
            .toList();
    HighestAreasFigure.Among among =
        new HighestAreasFigure.Among(
            AreaKind.DISTRICT, "Perú", Sample.estimate(40, 0.5), 1891, 1800);
    figures.put("highest of twenty", HighestAreasFigure.of(marked(language), "2024", rows, among));
    figures.put(
        "highest of one",
        HighestAreasFigure.of(about(language), "2022, 2023 y 2024", rows.subList(0, 1), among));
  }

  private static void series(Map<String, Figure> figures, Language language) {
    List<String> forms =
        List.of("Cualquier forma", "Psicológica o verbal", "Física", "Sexual", "Económica");
    for (int years : new int[] {2, 10}) {
      figures.put(
          "series of %d years".formatted(years),
          SeriesFigure.of(
              marked(language),
              IntStream.range(0, forms.size())
                  .mapToObj(
                      form ->
                          new SeriesFigure.Series(
                              forms.get(form),
                              IntStream.range(0, years)
                                  .mapToObj(
                                      year ->
                                          new SeriesFigure.Year(
                                              2024 - years + year,
                                              Sample.estimate(60 - 4 * form + year % 3, 1)))
                                  .toList()))
                  .toList(),
              List.of(new SeriesFigure.Break(2023, "2020: solo entrevistas presenciales")),
              Optional.of(PlottedChange.Verdict.NO_CLEAR_CHANGE)));
    }
  }

  private static void association(Map<String, Figure> figures, Language language) {
    List<AssociationFigure.Point> points = new ArrayList<>();
    for (int i = 0; i < Sample.REGIONS.size(); i++) {
      ChangeFigure.Row row = Sample.changes().get(i);
      double coverage = i == 3 ? 4800 : 300 + 12.0 * (i * 7 % 25);
      points.add(
          new AssociationFigure.Point(
              row.label(),
              coverage,
              row.change().points(),
              row.change().low(),
              row.change().high(),
              i == 3));
    }
    AssociationFigure.Axes axes =
        new AssociationFigure.Axes(
            2017,
            2022,
            "Personas informadas y sensibilizadas por 1000 mujeres",
            "2017-2021",
            340,
            560);
    RegressionLine line = new RegressionLine(-3, 0.0001, 1.2, 0, 1e-6, 2.07);
    Finding finding =
        new Finding(
            "Con estos datos no se distingue un cambio según la cobertura",
            "Donde la prevención llegó a más personas, el cambio no fue distinto: 0.3 puntos (IC 95"
                + " %: −1.2 a +1.9). Asociación, no causa.");
    figures.put(
        "association with an outlier",
        AssociationFigure.of(
            marked(language),
            axes,
            points,
            new AssociationFigure.Lines(
                Optional.of(new AssociationFigure.Line("recta a igual nivel de partida", line)),
                Optional.of(
                    new AssociationFigure.Line(
                        "recta sin igualar el nivel de partida",
                        new RegressionLine(4, -0.002, 1, 0, 0.01, 2)))),
            finding,
            List.of("Con estos datos solo se vería una diferencia de 9 puntos o más.")));
    figures.put(
        "association of one",
        AssociationFigure.of(
            about(language),
            axes,
            points.subList(0, 1),
            new AssociationFigure.Lines(Optional.empty(), Optional.empty()),
            finding,
            List.of()));
  }

  private static void event(Map<String, Figure> figures, Language language) {
    for (int years : new int[] {2, 10}) {
      figures.put(
          "event study of %d years".formatted(years),
          EventStudyFigure.of(
              marked(language),
              new EventStudyFigure.Strategy(
                  "Prevenir para proteger a niñas, niños y adolescentes",
                  2023,
                  "empieza en diciembre de 2023"),
              List.of(run("15 regiones frente a 10", years), run("sin Lima: 14 a 10", years)),
              new Finding(
                  "La diferencia cambió en −0.1 puntos: no se distingue de cero",
                  "Desde 2023: −0.1 puntos (IC 95 %: −3.1 a +2.9). Asociación, no causa.")));
    }
  }

  private static EventStudyFigure.Run run(String label, int years) {
    return new EventStudyFigure.Run(
        label,
        IntStream.range(0, years)
            .mapToObj(i -> new EventStudyFigure.Year(2025 - years + i, i % 3 - 1, -40, 30))
            .toList());
  }

  private static void reach(Map<String, Figure> figures, Language language) {
    for (int years : new int[] {1, 2, 14}) {
      figures.put(
          "reach of %d years".formatted(years),
          ReachFigure.of(
              marked(language),
              "Madre de Dios",
              IntStream.range(0, years)
                  .mapToObj(
                      i ->
                          new ReachFigure.Year(
                              2025 - years + i,
                              years == 14 ? 2_345_678.0 * (i + 1) : 61_234.0 * (14 - i),
                              i == years - 1 ? "enero a julio" : ""))
                  .toList()));
    }
  }
}
