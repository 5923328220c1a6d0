package org.quipu.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.junit.jupiter.api.Test;
import org.quipu.text.Language;

class ChangeFigureTest {
  private static final ChangeFigure.Family HOLM = new ChangeFigure.Family(25, "Holm");
  private static final ChangeFigure.Row PERU =
      new ChangeFigure.Row(
          "Perú", new PlottedChange(-2.9, -5.1, -0.8, PlottedChange.Verdict.DECREASE));

  private static Figure figure(List<ChangeFigure.Row> rows, ChangeFigure.Family family) {
    return ChangeFigure.of(Sample.about(Language.SPANISH), 2021, 2024, PERU, rows, family);
  }

  private static XYIntervalSeriesCollection data(Figure figure) {
    return (XYIntervalSeriesCollection) figure.chart().getXYPlot().getDataset();
  }

  @Test
  void changesStandFromTheLargestFallToTheLargestRise() {
    Figure figure = Sample.keep("change", figure(Sample.changes(), HOLM));

    SymbolAxis names = (SymbolAxis) figure.chart().getXYPlot().getRangeAxis();
    assertThat(names.getSymbols()).startsWith("", "Cajamarca", "Tacna").endsWith("Loreto");
    SymbolAxis numbers = (SymbolAxis) figure.chart().getXYPlot().getRangeAxis(1);
    assertThat(numbers.getSymbols()[1]).isEqualTo("−18.0 (−27.8 a −8.2)");
    Drawn.assertNotBlank(figure.image(), 3, 8);
  }

  @Test
  void bothSidesOfZeroHaveRoomForTheirHeadings() {
    ChangeFigure.Row fall =
        new ChangeFigure.Row(
            "Pasco", new PlottedChange(-25, -31, -19, PlottedChange.Verdict.DECREASE));

    ValueAxis scale = figure(List.of(fall), HOLM).chart().getXYPlot().getDomainAxis();

    assertThat(scale.getUpperBound()).isGreaterThan(0.14 * scale.getRange().getLength());
    assertThat(scale.getLowerBound()).isLessThanOrEqualTo(-31);
  }

  @Test
  void everyVerdictHasItsOwnShape() {
    List<ChangeFigure.Row> rows = Sample.changes();
    rows.set(
        3,
        new ChangeFigure.Row(
            "Arequipa", new PlottedChange(9, 4, 14, PlottedChange.Verdict.INCREASE)));
    rows.set(
        4,
        new ChangeFigure.Row(
            "Ayacucho",
            new PlottedChange(-7, Double.NaN, Double.NaN, PlottedChange.Verdict.NOT_TESTED)));

    XYIntervalSeriesCollection data = data(figure(rows, HOLM));

    assertThat(data.getSeriesCount()).isEqualTo(4);
    int falls = data.indexOf("DECREASE");
    // Cajamarca, Tacna, Madre de Dios and the country
    assertThat(data.getItemCount(falls)).isEqualTo(4);
    assertThat(data.getXValue(falls, 0)).isCloseTo(-18, within(1e-9));
    assertThat(data.getStartXValue(falls, 0)).isCloseTo(-18 - 1.96 * 5, within(1e-9));
    int untested = data.indexOf("NOT_TESTED");
    assertThat(data.getStartXValue(untested, 0)).isEqualTo(-7);
    assertThat(
            List.of(PlottedChange.Verdict.values()).stream()
                .map(verdict -> ChangeFigure.look(verdict, Better.LOWER))
                .map(look -> List.of(look.shape().getBounds2D(), look.fill()))
                .distinct())
        .hasSize(PlottedChange.Verdict.values().length);
  }

  @Test
  void aHiddenChangeIsSaidAndComesLast() throws Exception {
    List<ChangeFigure.Row> rows = Sample.changes();
    rows.set(
        0,
        new ChangeFigure.Row(
            "Amazonas", PlottedChange.without(PlottedLevel.Showing.FEW_INTERVIEWS)));

    Figure figure = figure(rows, HOLM);

    SymbolAxis names = (SymbolAxis) figure.chart().getXYPlot().getRangeAxis();
    assertThat(names.getSymbols()).endsWith("Amazonas");
    assertThat(Drawn.words(figure)).contains("pocas entrevistas").doesNotContain("NaN");
    assertThat(Drawn.text(figure)).contains("Pocas entrevistas: hay menos de las necesarias");
  }

  @Test
  void whyAChangeIsHiddenIsSaidByItsName() throws Exception {
    List<ChangeFigure.Row> rows = Sample.changes();
    rows.set(
        0, new ChangeFigure.Row("Amazonas", PlottedChange.without(PlottedLevel.Showing.PROTECTED)));
    rows.set(
        1, new ChangeFigure.Row("Áncash", PlottedChange.without(PlottedLevel.Showing.IMPRECISE)));

    Figure figure = figure(rows, HOLM);

    assertThat(Drawn.words(figure)).contains("reservado", "muy impreciso");
    assertThat(Drawn.text(figure))
        .contains("se podría deducir una cifra de pocas entrevistas")
        .contains("el margen de error es demasiado grande")
        .doesNotContain("Pocas entrevistas:");
  }

  @Test
  void aFallOfWhatShouldRiseHasTheColourOfTheWorse() {
    assertThat(ChangeFigure.look(PlottedChange.Verdict.DECREASE, Better.LOWER).color())
        .isEqualTo(ChangeFigure.look(PlottedChange.Verdict.INCREASE, Better.HIGHER).color())
        .isEqualTo(Palette.BLUE);
    assertThat(ChangeFigure.look(PlottedChange.Verdict.DECREASE, Better.HIGHER).color())
        .isEqualTo(Palette.VERMILLION);
  }

  @Test
  void oneRegionIsInTheSingular() throws Exception {
    List<ChangeFigure.Row> rows = new ArrayList<>();
    rows.add(new ChangeFigure.Row("Pasco", change(-20, PlottedChange.Verdict.DECREASE)));
    rows.add(new ChangeFigure.Row("Puno", change(1, PlottedChange.Verdict.NO_CLEAR_CHANGE)));

    Figure figure = figure(rows, new ChangeFigure.Family(1, "Holm"));

    assertThat(figure.description()).contains("Baja 1 región, suben 0 y en 1 no hay cambio claro.");
    assertThat(Drawn.text(figure)).contains("por 1 comparación (Holm)");
  }

  @Test
  void theFamilyOfTestsStandsBelow() throws Exception {
    assertThat(Drawn.text(figure(Sample.changes(), HOLM))).contains("25 comparaciones (Holm)");
    assertThat(Drawn.text(figure(Sample.changes(), new ChangeFigure.Family(0, ""))))
        .doesNotContain("comparaciones");
  }

  @Test
  void aHintThatDoesNotHoldAfterCorrectionIsLighterAndSaid() throws Exception {
    List<ChangeFigure.Row> rows = Sample.changes();
    rows.set(
        3, new ChangeFigure.Row("Arequipa", change(-9, PlottedChange.Verdict.HINT_OF_DECREASE)));
    rows.set(
        4, new ChangeFigure.Row("Ayacucho", change(7, PlottedChange.Verdict.HINT_OF_INCREASE)));

    Figure figure = Sample.keep("change-hints", figure(rows, HOLM));

    assertThat(ChangeFigure.look(PlottedChange.Verdict.HINT_OF_DECREASE, Better.LOWER).fill())
        .isEqualTo(Palette.PAPER);
    assertThat(Drawn.text(figure))
        .contains("indicio de baja, no resiste la corrección")
        .contains("indicio de alza, no resiste la corrección")
        .contains("no incluye el cero, pero el cambio no resiste la corrección");
    assertThat(figure.description())
        .contains("en 20 no hay cambio claro. En 2 hay un indicio que no resiste la corrección.");
  }

  @Test
  void aVerdictThatRestsOnAnAssumedErrorIsSaid() throws Exception {
    List<ChangeFigure.Row> rows = Sample.changes();
    rows.set(
        3,
        new ChangeFigure.Row(
            "Arequipa", change(-9, PlottedChange.Verdict.DEPENDS_ON_ASSUMED_ERROR)));
    rows.set(
        4,
        new ChangeFigure.Row(
            "Ayacucho",
            new PlottedChange(-7, Double.NaN, Double.NaN, PlottedChange.Verdict.NOT_TESTED)));

    Figure figure = Sample.keep("change-assumed", figure(rows, HOLM));

    assertThat(Drawn.text(figure))
        .contains("depende del error supuesto")
        .contains("no se puede comprobar")
        .doesNotContain("sin prueba");
    assertThat(figure.description())
        .contains("En 1 depende del error supuesto. En 1 no se puede comprobar. ");
  }

  private static PlottedChange change(double points, PlottedChange.Verdict verdict) {
    return new PlottedChange(points, points - 6, points + 6, verdict);
  }

  @Test
  void theDescriptionCountsRegionsOnly() {
    assertThat(figure(Sample.changes(), HOLM).description())
        .startsWith("Baja clara en 3 de 25 regiones, alza clara en ninguna. ")
        .contains("Perú: −2.9 (", "), baja; ", "Pasco: −4.9 (")
        .contains("Bajan 3 regiones, suben 0 y en 22 no hay cambio claro");
  }
}
