package org.quipu.charts;

import java.awt.geom.Point2D;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.quipu.text.Language;

/** Figures of how sure estimates of areas are, with inputs that strain them. */
final class ExtremeAreas {
  private static final String LONG = "Carmen de la Legua Reynoso (Callao)";

  private ExtremeAreas() {}

  static void add(Map<String, Figure> figures, Language language) {
    RidgesFigure.Among among =
        new RidgesFigure.Among(AreaKind.DISTRICT, "Perú", Sample.estimate(2, 0.5));
    figures.put(
        "ridges",
        RidgesFigure.of(Extremes.marked(language), "2024", among, ridges(99.9, 12), ridges(9, 4)));
    figures.put(
        "ridges of two",
        RidgesFigure.of(
            Extremes.about(language),
            "2022, 2023 y 2024",
            among,
            ridges(60, 0.2).subList(0, 1),
            ridges(2, 0.2).subList(0, 1)));
    for (int count : new int[] {1, 12, 1891}) {
      figures.put("exceedance of " + count, exceedance(language, count));
      figures.put("ranks of " + count, ranks(language, count));
    }
    figures.put("model", model(language, 200));
    figures.put("model of one", model(language, 1));
  }

  static List<RidgesFigure.Area> ridges(double highest, double error) {
    return IntStream.range(0, 10)
        .mapToObj(
            i ->
                new RidgesFigure.Area(
                    i % 3 == 0 ? LONG : "Canas (Cusco)",
                    new PlottedLevel(
                        highest - i * 0.4,
                        highest - 2 * error,
                        highest + 2 * error,
                        i % 2 == 0 ? PlottedLevel.Showing.SHOWN : PlottedLevel.Showing.REFERENTIAL),
                    curve(highest - i * 0.4, error),
                    i % 4 != 0,
                    i % 5 == 0))
        .toList();
  }

  private static List<Point2D> curve(double middle, double error) {
    return IntStream.rangeClosed(-6, 6)
        .<Point2D>mapToObj(
            i -> new Point2D.Double(middle + i * error / 2.0, Math.exp(-i * i / 8.0) / error))
        .toList();
  }

  static Figure exceedance(Language language, int count) {
    List<ExceedanceFigure.Band> bands = List.of(ExceedanceFigure.Band.values());

    return ExceedanceFigure.of(
        Extremes.marked(language),
        "2022, 2023 y 2024",
        AreaKind.DISTRICT,
        new ExceedanceFigure.Threshold(52.4, count > 1),
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    new ExceedanceFigure.Area(
                        i % 3 == 0 ? LONG : "Canas (Cusco)",
                        100.0 * (i + 1) / count,
                        bands.get(Math.max(0, 3 - 4 * (i + 1) / count))))
            .toList());
  }

  static Figure ranks(Language language, int count) {
    return RanksFigure.of(
        Extremes.marked(language),
        "2022, 2023 y 2024",
        AreaKind.DISTRICT,
        Math.min(20, count),
        IntStream.rangeClosed(1, count)
            .mapToObj(
                i ->
                    new RanksFigure.Area(
                        LONG,
                        new RanksFigure.Span(Math.max(1, i - 3), Math.min(count, i + 40)),
                        new RanksFigure.Span(1, count),
                        i % 2 == 1))
            .toList());
  }

  private static Figure model(Language language, int count) {
    List<ModelFigure.Point> points =
        IntStream.range(0, count)
            .mapToObj(i -> new ModelFigure.Point(100.0 * i / count, (37 * i + 3) % 101))
            .toList();

    return ModelFigure.of(
        Extremes.marked(language),
        "2022, 2023 y 2024",
        new ModelFigure.Content(
            AreaKind.PROVINCE,
            points,
            count > 1 ? points : List.of(),
            count > 1
                ? List.of(
                    new ModelFigure.Check(
                        "Cifras directas en el intervalo que el modelo predice sin su región",
                        "90.2 %",
                        "92 % a 98 %",
                        false),
                    new ModelFigure.Check("Residuos normales", "0.23", "0.05 a 1", true))
                : List.of(),
            196));
  }
}
