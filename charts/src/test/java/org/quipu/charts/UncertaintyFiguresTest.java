package org.quipu.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quipu.text.Language;

class UncertaintyFiguresTest {
  private static final About ABOUT = Sample.about(Language.SPANISH);

  private static void assertShort(Figure figure) {
    assertThat(figure.title().split(" ", -1)).hasSizeLessThanOrEqualTo(12);
  }

  @Test
  void ridgesCountTheLowestAreasThatTestsTellFromTheFirst() throws Exception {
    Figure figure =
        Sample.keep(
            "ridges",
            RidgesFigure.of(
                ABOUT,
                "2024",
                new RidgesFigure.Among(AreaKind.DISTRICT, "Perú", Sample.estimate(52, 1)),
                ExtremeAreas.ridges(70, 5),
                ExtremeAreas.ridges(40, 4)));

    // 3 of the 10 have the places 0, 4 and 8, which are not told from the first.
    assertThat(figure.title())
        .isEqualTo("De 10 distritos con menor nivel, 7 se distinguen del nivel máximo");
    assertShort(figure);
    assertThat(Drawn.words(figure)).contains("Perú 52.0", "Canas (Cusco)  (69.6)");
    assertThat(figure.description()).contains("Canas (Cusco): (69.6) (60.0–80.0)");
    assertThat(Drawn.words(figure.in(Form.CARD)))
        .as("as many as have room, of both ends")
        .hasSizeLessThan(Drawn.words(figure).size())
        .contains("Perú 52.0");
  }

  @Test
  void exceedanceCountsTheLikelyAreasAndPutsTheMostProbableFirst() throws Exception {
    List<ExceedanceFigure.Area> areas =
        new ArrayList<>(
            List.of(
                new ExceedanceFigure.Area("Canas", 100, ExceedanceFigure.Band.LIKELY),
                new ExceedanceFigure.Area("Anta", 70, ExceedanceFigure.Band.LIKELY),
                new ExceedanceFigure.Area("Calca", 50, ExceedanceFigure.Band.UNCERTAIN),
                new ExceedanceFigure.Area("Paruro", 3, ExceedanceFigure.Band.VERY_UNLIKELY)));
    Collections.reverse(areas);
    Figure figure =
        Sample.keep(
            "exceedance",
            ExceedanceFigure.of(
                ABOUT,
                "2024",
                AreaKind.PROVINCE,
                new ExceedanceFigure.Threshold(52.4, true),
                areas));

    assertThat(figure.title()).isEqualTo("En 2 de 4 provincias es probable superar 52.4\u00a0%");
    assertShort(figure);
    assertThat(Drawn.words(figure))
        .contains("probable: 2", "incierto: 1", "muy improbable: 1")
        .doesNotContain("improbable: 0");
    assertThat(figure.description())
        .contains("Canas más de 99\u00a0%; Anta 70\u00a0%; Calca 50\u00a0%; Paruro 3\u00a0%");
  }

  @Test
  void ranksSayHowManyAreasMayBeAmongTheHighest() throws Exception {
    Figure figure =
        Sample.keep(
            "ranks",
            RanksFigure.of(
                ABOUT,
                "2024",
                AreaKind.PROVINCE,
                20,
                IntStream.rangeClosed(1, 196)
                    .mapToObj(
                        i ->
                            new RanksFigure.Area(
                                "P" + i,
                                new RanksFigure.Span(Math.max(1, i - 20), Math.min(196, i + 20)),
                                new RanksFigure.Span(Math.max(1, i - 40), Math.min(196, i + 40)),
                                i <= 60))
                    .toList()));

    assertThat(figure.title())
        .isEqualTo("60 de 196 provincias pueden estar entre los 20 niveles más altos");
    assertShort(figure);
    assertThat(Drawn.words(figure)).contains("los 20 más altos", "150", "180");
    assertThat(figure.description()).contains("P1, 1 a 41; P2, 1 a 42");
  }

  @Test
  void theModelIsSetAgainstTheSurveyWithItsChecks() throws Exception {
    List<ModelFigure.Point> points =
        List.of(new ModelFigure.Point(40, 44), new ModelFigure.Point(60, 55));
    ModelFigure.Content checked =
        new ModelFigure.Content(
            AreaKind.PROVINCE,
            points,
            List.of(new ModelFigure.Point(-0.7, -0.9), new ModelFigure.Point(0.7, 0.6)),
            List.of(
                new ModelFigure.Check("Residuos normales", "0.01", "0.05 a 1", false),
                new ModelFigure.Check("Cobertura", "95.1 %", "92 % a 98 %", true)),
            196);
    Figure figure = Sample.keep("model", ModelFigure.of(ABOUT, "2024", checked));

    assertThat(figure.title())
        .isEqualTo("1 de 2 comprobaciones del modelo está dentro de lo esperado");
    assertShort(figure);
    assertThat(Drawn.words(figure))
        .contains("Residuo estandarizado", "Dato directo, en porcentaje")
        .contains("Fuera de lo esperado. Residuos normales: 0.01 (0.05 a 1).");
    Figure unchecked =
        ModelFigure.of(
            ABOUT,
            "2024",
            new ModelFigure.Content(AreaKind.DISTRICT, points, List.of(), List.of(), 1891));
    assertThat(unchecked.title())
        .as("without checks nothing is claimed")
        .isEqualTo("El modelo y los datos directos de 2 distritos, comparados");
    assertThat(Drawn.words(unchecked)).doesNotContain("Residuo estandarizado");
  }

  @Test
  void whatAReaderMustKnowStandsBehindTheSourceWhereNotesHaveNoRoom() throws Exception {
    assertThat(onCard(Mark.MODEL, Mark.PARTIAL, Mark.SYNTHETIC))
        .contains("Indicador parcial. Estimación de modelo.", "DATOS SINTÉTICOS");
    assertThat(onCard(Mark.values())).contains("Con varias salvedades");
    assertThat(onCard()).doesNotContain("Estimación", "salvedades");
  }

  private static String onCard(Mark... marks) throws Exception {
    Figure figure =
        ExceedanceFigure.of(
            Sample.about(Language.SPANISH, marks),
            "2024",
            AreaKind.PROVINCE,
            new ExceedanceFigure.Threshold(50, false),
            List.of(new ExceedanceFigure.Area("Canas", 70, ExceedanceFigure.Band.LIKELY)));

    return String.join(" ", Drawn.words(figure.in(Form.CARD)));
  }
}
