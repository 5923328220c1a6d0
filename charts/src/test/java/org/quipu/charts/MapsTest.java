package org.quipu.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.quipu.text.Language;
import org.w3c.dom.NodeList;

class MapsTest {
  /** Three squares in a row at the equator, above a sea that their legend stands in. */
  private static final List<MapArea> AREAS =
      List.of(square("01", "Norte", 0), square("02", "Centro", 1), square("03", "Sur", 2));

  private static final MapGround GROUND = new MapGround(AreaKind.REGION, AREAS, List.of());
  private static final ChangeFigure.Row NATION = new ChangeFigure.Row("Perú", Sample.change(-7, 1));
  private static final ChangeFigure.Family FAMILY = new ChangeFigure.Family(25, "Holm");

  private static MapArea square(String code, String label, double west) {
    double[][] ring = {{west, 0}, {west + 1, 0}, {west + 1, 1}, {west, 1}, {west, 0}};

    return new MapArea(code, label, List.<double[][]>of(ring));
  }

  private static LevelMap.Content content(Map<String, PlottedLevel> levels) {
    return new LevelMap.Content(
        levels, Sample.estimate(52, 0.8), "Perú", Set.of("02"), Set.of("01", "02", "03"));
  }

  private static Figure levels(MapGround ground, Map<String, PlottedLevel> levels) {
    return Sample.keep(
        "map-level",
        LevelMap.ofLevels(
            Sample.about(Language.SPANISH),
            "2024",
            ground,
            content(levels),
            Classes.ofLevels(new double[] {31, 69}, 8)));
  }

  private static Figure changes(Map<String, PlottedChange> changes) {
    return Sample.keep(
        "map-change",
        ChangeMap.of(Sample.about(Language.SPANISH), 2021, 2024, GROUND, NATION, changes, FAMILY));
  }

  /** The colour between the label and the upper border of one of the three squares. */
  private static Color inSquare(Figure figure, int square) {
    BufferedImage image = figure.image();
    double width = image.getWidth() / 3.0;

    return new Color(
        image.getRGB((int) (width * (square + 0.35)), (int) (image.getHeight() * 0.47)));
  }

  @Test
  void levelsAreColouredByClassAndMissingOnesAreGrey() throws Exception {
    Figure figure =
        levels(GROUND, Map.of("01", Sample.estimate(35, 1), "02", Sample.estimate(66, 1)));

    assertThat(lightness(inSquare(figure, 0))).isGreaterThan(lightness(inSquare(figure, 1)) + 0.2);
    assertThat(inSquare(figure, 2)).isEqualTo(Classes.EMPTY);
    assertThat(Drawn.words(figure))
        .contains("Norte", "35.0", "66.0", "sin dato", "Perú 52.0", "sin dato o no se muestra")
        .contains("sin entrevistas")
        .doesNotContain("el intervalo del 95 % abarca más de una clase");
    assertThat(figure.title()).isEqualTo("De 35.0 % en Norte a 66.0 % en Centro");
  }

  @Test
  void theDescriptionHasEveryValueWithItsInterval() {
    Figure figure =
        levels(GROUND, Map.of("01", Sample.estimate(35, 1), "02", Sample.estimate(66, 2)));

    assertThat(figure.description().replace('\u00a0', ' '))
        .isEqualTo(
            "De 35.0 % en Norte a 66.0 % en Centro. Violencia alguna vez por el esposo o compañero:"
                + " 2024, por región. Perú: 52.0 % (50.4–53.6); Centro: 66.0 % (62.1–69.9);"
                + " Norte: 35.0 % (33.0–37.0).");
  }

  @Test
  void aLevelIsHatchedWhereItsIntervalSpansMoreThanOneClass() throws Exception {
    Classes tens = Classes.ofLevels(new double[] {31, 69}, 8);
    PlottedLevel unknown = new PlottedLevel(45, Double.NaN, Double.NaN, PlottedLevel.Showing.SHOWN);

    assertThat(LevelMap.hatching(Sample.estimate(45, 2), tens)).isEqualTo(Hatching.NONE);
    assertThat(LevelMap.hatching(Sample.estimate(45, 3), tens)).isEqualTo(Hatching.LINES);
    assertThat(LevelMap.hatching(unknown, tens)).isEqualTo(Hatching.DOTS);
    assertThat(LevelMap.hatching(PlottedLevel.NONE, tens)).isEqualTo(Hatching.NONE);
    assertThat(Drawn.words(levels(GROUND, Map.of("01", Sample.estimate(45, 3), "02", unknown))))
        .contains("el intervalo del 95 % abarca más de una clase", "sin intervalo conocido");
  }

  @Test
  void widthsOfIntervalsHaveAMapOfTheirOwn() throws Exception {
    Figure figure =
        Sample.keep(
            "map-width",
            LevelMap.ofWidths(
                Sample.about(Language.ENGLISH),
                "2024",
                GROUND,
                content(Map.of("01", Sample.estimate(35, 0.4), "02", Sample.estimate(66, 5)))));

    // 2 × 1.96 × 0.4 = 1.568 and 2 × 1.96 × 5 = 19.6
    assertThat(Drawn.words(figure)).contains("1.6", "19.6", "Perú 3.1");
    assertThat(lightness(inSquare(figure, 0))).isGreaterThan(lightness(inSquare(figure, 1)) + 0.3);
    assertThat(figure.title()).isEqualTo("Intervals: 1.6 points in Norte, 19.6 in Centro");
  }

  /** As high as Peru is beside its width, so that there is room at its left. */
  private static MapArea bar(String code, String label, double south) {
    double[][] ring = {{0, south}, {2, south}, {2, south + 1}, {0, south + 1}, {0, south}};

    return new MapArea(code, label, List.<double[][]>of(ring));
  }

  private static final MapGround HIGH =
      new MapGround(
          AreaKind.REGION,
          List.of(bar("01", "Norte", 2), bar("02", "Centro", 1), bar("03", "Sur", 0)),
          List.of());

  @Test
  void whereTheMapHasNoNamesAListHasThemTheHighestFirst() throws Exception {
    Figure figure =
        levels(HIGH, Map.of("01", Sample.estimate(35, 1), "02", Sample.estimate(66, 1)));

    for (Form form : List.of(Form.PHONE, Form.SQUARE, Form.CARD)) {
      List<String> words = Drawn.words(figure.in(form));
      assertThat(words).as("%s", form).containsSubsequence("Centro", "66.0", "Norte", "35.0");
      assertThat(words).doesNotContain("Sur");
    }
  }

  @Test
  void whereThereIsLittleRoomTheListHasClearChangesAlone() throws Exception {
    Figure figure =
        ChangeMap.of(
            Sample.about(Language.SPANISH),
            2021,
            2024,
            HIGH,
            NATION,
            Map.of("01", Sample.change(-9, 1), "02", Sample.change(1, 5)),
            FAMILY);

    assertThat(Drawn.words(figure.in(Form.PHONE))).contains("Norte", "−9.0", "Centro", "+1.0");
    assertThat(Drawn.words(figure.in(Form.CARD)))
        .contains("Norte", "−9.0")
        .doesNotContain("Centro");
  }

  @Test
  void onlyClearChangesHaveAColour() throws Exception {
    Figure figure =
        changes(
            Map.of(
                "01", new PlottedChange(-17.3, -24, -10, PlottedChange.Verdict.DECREASE),
                "02", new PlottedChange(17.8, -1, 36, PlottedChange.Verdict.NO_CLEAR_CHANGE),
                "03", PlottedChange.without(PlottedLevel.Showing.PROTECTED)));

    assertThat(inSquare(figure, 0).getBlue()).isGreaterThan(inSquare(figure, 0).getRed() + 50);
    Color unclear = inSquare(figure, 1);
    assertThat(unclear.getBlue()).isEqualTo(unclear.getRed()).isEqualTo(unclear.getGreen());
    assertThat(Drawn.words(figure))
        .contains("−17.3", "+17.8", "reservado", "sin cambio claro", "Perú −7.0: baja");
    assertThat(Drawn.text(figure))
        .contains("Reservado: no se muestra porque")
        .contains("tras corregir por 25 comparaciones");
    assertThat(figure.title()).isEqualTo("Baja clara en 1 de 2 regiones, alza clara en ninguna");
    assertThat(figure.description())
        .contains("Norte: −17.3 (−24.0 a −10.0), baja; Centro: +17.8 (−1.0 a +36.0), sin cambio");
  }

  @Test
  void hintsAssumedErrorsAndUntestedChangesHaveTheirOwnSigns() throws Exception {
    Figure figure =
        changes(
            Map.of(
                "01", new PlottedChange(-7.3, -14, -1, PlottedChange.Verdict.HINT_OF_DECREASE),
                "02",
                    new PlottedChange(
                        -9.8, -16, -4, PlottedChange.Verdict.DEPENDS_ON_ASSUMED_ERROR),
                "03",
                    new PlottedChange(
                        -9, Double.NaN, Double.NaN, PlottedChange.Verdict.NOT_TESTED)));

    assertThat(Drawn.words(figure)).contains("−7.3°", "−9.8?", "no se puede comprobar");
    assertThat(Drawn.text(figure))
        .contains("° Indicio, no resiste la corrección")
        .contains("? Depende del error supuesto");
    assertThat(figure.title()).isEqualTo("En ninguna de 3 regiones hay un cambio claro");
    assertThat(ChangeMap.hatching(PlottedChange.Verdict.NOT_TESTED)).isEqualTo(Hatching.DOTS);
    assertThat(ChangeMap.hatching(PlottedChange.Verdict.HINT_OF_INCREASE))
        .isEqualTo(Hatching.LINES);
  }

  @Test
  void theCapitalIsDrawnLargerOverTheSea() throws Exception {
    double[][] country = {{-81, 0}, {-69, 0}, {-69, -18}, {-74, -17}, {-77, -12}, {-81, -5}};
    double[][] port = {{-77.15, -11.9}, {-77.1, -11.9}, {-77.1, -12.1}, {-77.15, -12.1}};
    MapGround ground =
        new MapGround(
            AreaKind.REGION,
            List.of(
                new MapArea("15", "Lima", List.<double[][]>of(country)),
                new MapArea("07", "Callao", List.<double[][]>of(port))),
            List.of());
    Figure figure =
        LevelMap.ofLevels(
            Sample.about(Language.SPANISH),
            "2024",
            ground,
            new LevelMap.Content(
                Map.of("15", Sample.estimate(50, 1), "07", Sample.estimate(60, 1)),
                PlottedLevel.NONE,
                "Perú",
                Set.of(),
                Set.of("15", "07")),
            Classes.ofLevels(new double[] {31, 69}, 8));
    figure.png();
    MapPlot plot = (MapPlot) figure.chart().getPlot();
    Rectangle2D callao = plot.labelBoxes().get(1);

    assertThat(Drawn.words(figure)).contains("Lima Metropolitana y Callao");
    assertThat(Drawn.words(levels(GROUND, Map.of("01", Sample.estimate(35, 1)))))
        .doesNotContain("Lima Metropolitana y Callao");
    // Callao's true place is at a third of the width; its label stands by the larger map.
    assertThat(callao.getMaxX()).isLessThan(Form.WIDE.width() * 0.4);
    assertThat(plot.labelBoxes().get(0).intersects(callao)).isFalse();
  }

  @Test
  void targetsAreFilledByHowOftenTheyAreChosen() throws Exception {
    Map<String, TargetMap.Target> plan =
        Map.of(
            "01", new TargetMap.Target(1, true, 100, true),
            "02", new TargetMap.Target(2, true, 55, false),
            "03", new TargetMap.Target(3, false, 20, true));
    Figure figure =
        Sample.keep("map-targets", TargetMap.of(Sample.about(Language.SPANISH), GROUND, plan));

    assertThat(figure.title()).isEqualTo("Elegidas: 2 regiones; 1 probable y 1 incierta");
    assertThat(lightness(inSquare(figure, 0))).isLessThan(lightness(inSquare(figure, 1)));
    assertThat(lightness(inSquare(figure, 1))).isLessThan(lightness(inSquare(figure, 2)));
    assertThat(Drawn.words(figure))
        .contains("Norte", "Centro", "incluida por los límites del plan")
        .contains("excluida por los límites del plan")
        .doesNotContain("Sur");
    assertThat(figure.description()).contains("Norte: probable; Centro: incierta");
  }

  @Test
  void targetsWithoutDrawsAreOnlyOutlined() throws Exception {
    Figure figure =
        TargetMap.of(
            Sample.about(Language.SPANISH),
            GROUND,
            Map.of("01", new TargetMap.Target(1, true, Double.NaN, false)));

    assertThat(figure.title()).isEqualTo("Elegida: 1 región");
    assertThat(inSquare(figure, 0)).isEqualTo(Palette.PAPER);
    assertThat(Drawn.text(figure)).doesNotContain("juegos de cifras");
  }

  @Test
  void theSameIsDrawnAsSvgWithoutPictures() throws Exception {
    Figure figure =
        levels(GROUND, Map.of("01", Sample.estimate(45, 3), "02", Sample.estimate(66, 2)));
    NodeList paths = Drawn.document(figure).getElementsByTagName("path");

    assertThat(paths.getLength()).isGreaterThan(5);
    assertThat(figure.svg()).doesNotContain("<image");
  }

  private static double lightness(Color color) {
    return (0.21 * color.getRed() + 0.72 * color.getGreen() + 0.07 * color.getBlue()) / 255;
  }

  @Test
  void titlesHaveAtMostTwelveWords() {
    assertThat(
            List.of(
                    levels(GROUND, Map.of("01", Sample.estimate(45, 3))).title(),
                    changes(Map.of("01", Sample.change(-20, 2))).title())
                .stream()
                .map(title -> title.split("\\s+", -1).length)
                .collect(Collectors.toList()))
        .allMatch(words -> words <= 12);
  }
}
