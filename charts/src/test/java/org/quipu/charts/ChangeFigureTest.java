package org.quipu.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jfree.chart.axis.SymbolAxis;
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
                .map(verdict -> ChangeFigure.look(verdict).shape().getBounds2D())
                .distinct())
        .hasSize(4);
  }

  @Test
  void aHiddenChangeIsSaidAndComesLast() throws Exception {
    List<ChangeFigure.Row> rows = Sample.changes();
    rows.set(
        0,
        new ChangeFigure.Row(
            "Amazonas",
            new PlottedChange(
                Double.NaN, Double.NaN, Double.NaN, PlottedChange.Verdict.NOT_TESTED)));

    Figure figure = figure(rows, HOLM);

    SymbolAxis names = (SymbolAxis) figure.chart().getXYPlot().getRangeAxis();
    assertThat(names.getSymbols()).endsWith("Amazonas");
    assertThat(Drawn.words(figure)).contains("no se muestra").doesNotContain("NaN");
  }

  @Test
  void theFamilyOfTestsStandsBelow() throws Exception {
    assertThat(Drawn.text(figure(Sample.changes(), HOLM))).contains("25 comparaciones (Holm)");
    assertThat(Drawn.text(figure(Sample.changes(), new ChangeFigure.Family(0, ""))))
        .doesNotContain("comparaciones");
  }

  @Test
  void theDescriptionCountsRegionsOnly() {
    assertThat(figure(Sample.changes(), HOLM).description())
        .contains("Perú: −2.9 puntos")
        .contains("Bajan 3 regiones, suben 0 y en 22 no hay cambio claro");
  }
}
