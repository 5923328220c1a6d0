package org.quipu.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quipu.text.Language;

class MapFigureTest {
  /** Three square regions in a row at the equator. */
  private static final List<MapFigure.Area> AREAS =
      List.of(square("Norte", 0), square("Centro", 1), square("Sur", 2));

  private static MapFigure.Area square(String label, int west) {
    double[][] ring = {{west, 0}, {west + 1, 0}, {west + 1, 1}, {west, 1}, {west, 0}};

    return new MapFigure.Area(label, List.<double[][]>of(ring));
  }

  private static Color at(Figure figure, double share) {
    BufferedImage image = figure.image();
    int x = (int) (image.getWidth() * share);

    return new Color(image.getRGB(x, (int) (image.getHeight() * 0.44)));
  }

  @Test
  void regionsAreColouredByLevelAndMissingOnesAreGrey() throws Exception {
    Figure figure =
        Sample.keep(
            "map-level",
            MapFigure.ofLevels(
                Sample.about(Language.SPANISH),
                2024,
                AREAS,
                Map.of("Norte", Sample.estimate(30.4, 2), "Centro", Sample.estimate(66.6, 2))));

    assertThat(lightness(at(figure, 0.1))).isGreaterThan(lightness(at(figure, 0.42)) + 0.2);
    assertThat(at(figure, 0.75)).isEqualTo(Classes.EMPTY);
    assertThat(Drawn.words(figure)).contains("Norte", "30.4", "66.6", "sin dato");
  }

  @Test
  void fallsAreBlueRisesAreRedAndClearOnesStarred() throws Exception {
    Figure figure =
        MapFigure.ofChanges(
            Sample.about(Language.SPANISH),
            2021,
            2024,
            AREAS,
            Map.of(
                "Norte", new PlottedChange(-17.3, -24, -10, PlottedChange.Verdict.DECREASE),
                "Centro", new PlottedChange(7.8, -1, 16, PlottedChange.Verdict.NO_CLEAR_CHANGE),
                "Sur", PlottedChange.without(PlottedLevel.Showing.PROTECTED)),
            new ChangeFigure.Family(25, "Holm"));

    assertThat(at(figure, 0.1).getBlue()).isGreaterThan(at(figure, 0.1).getRed());
    assertThat(at(figure, 0.42).getRed()).isGreaterThan(at(figure, 0.42).getBlue());
    assertThat(Drawn.words(figure)).contains("−17.3*", "+7.8", "reservado");
    assertThat(Drawn.text(figure)).contains("Reservado: no se muestra porque");
    assertThat(Drawn.text(figure)).contains("25 comparaciones");
  }

  @Test
  void hintsAndAssumedErrorsHaveTheirOwnSigns() throws Exception {
    Figure figure =
        MapFigure.ofChanges(
            Sample.about(Language.SPANISH),
            2021,
            2024,
            AREAS,
            Map.of(
                "Norte", new PlottedChange(-7.3, -14, -1, PlottedChange.Verdict.HINT_OF_DECREASE),
                "Centro",
                    new PlottedChange(
                        -9.8, -16, -4, PlottedChange.Verdict.DEPENDS_ON_ASSUMED_ERROR)),
            new ChangeFigure.Family(25, "Holm"));

    assertThat(Drawn.words(figure)).contains("−7.3°", "−9.8?");
    assertThat(Drawn.text(figure))
        .contains("° Indicio, no resiste la corrección")
        .contains("? Depende del error supuesto")
        .doesNotContain("se distingue de cero tras corregir");
    assertThat(figure.description())
        .contains("En 1 hay un indicio que no resiste la corrección. En 1 depende del error");
  }

  @Test
  void classesAreRoundAndHoldEveryValue() {
    Classes levels = Classes.sequential(35.9, 66.4);
    assertThat(levels.low(0)).isEqualTo(35);
    assertThat(levels.high(levels.size() - 1)).isEqualTo(70);
    Classes changes = Classes.diverging(-18, 7.8, Better.LOWER);
    assertThat(changes.low(0)).isEqualTo(-20);
    assertThat(changes.high(changes.size() - 1)).isEqualTo(10);
    assertThat(changes.color(-18)).isEqualTo(changes.colorOf(0));
  }

  @Test
  void neighbouringClassesDifferInLightness() {
    Classes levels = Classes.sequential(35.9, 66.4);

    for (int i = 1; i < levels.size(); i++) {
      assertThat(lightness(levels.colorOf(i))).isLessThan(lightness(levels.colorOf(i - 1)) - 0.07);
    }
  }

  private static double lightness(Color color) {
    return (0.21 * color.getRed() + 0.72 * color.getGreen() + 0.07 * color.getBlue()) / 255;
  }
}
