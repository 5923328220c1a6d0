package org.quipu.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.junit.jupiter.api.Test;
import org.quipu.text.Language;

class PrevalenceFigureTest {
  private final About about = Sample.about(Language.SPANISH);

  private Figure figure(About about, List<PrevalenceFigure.Pair> pairs) {
    return PrevalenceFigure.of(about, 2021, 2024, Sample.nation(), pairs);
  }

  private static XYIntervalSeriesCollection data(Figure figure) {
    return (XYIntervalSeriesCollection) figure.chart().getXYPlot().getDataset();
  }

  private static String[] symbols(Figure figure, int axis) {
    return ((SymbolAxis) figure.chart().getXYPlot().getRangeAxis(axis)).getSymbols();
  }

  @Test
  void regionsStandFromTheHighestLevelToTheLowestWithTheCountryAmongThem() {
    Figure figure = Sample.keep("prevalence", figure(about.highlighting("Pasco"), Sample.pairs()));

    String[] names = symbols(figure, 0);
    assertThat(names)
        .hasSize(27)
        .startsWith("", "Apurímac", "Puno")
        .endsWith("Ucayali", "Cajamarca");
    assertThat(names[14]).isEqualTo("PERÚ");
    assertThat(symbols(figure, 1)).startsWith("2021 → 2024", "64.1 → 66.4");
  }

  @Test
  void pointsCarryTheirLevelsAndIntervals() {
    XYIntervalSeriesCollection data = data(figure(about, Sample.pairs()));

    assertThat(data.indexOf("from")).isZero();
    assertThat(data.getItemCount(0)).isEqualTo(26);
    int to = data.indexOf("to");
    assertThat(data.getItemCount(to)).isEqualTo(26);
    // Apurímac 2024: 66.4 with a standard error of 2.4
    assertThat(data.getXValue(to, 0)).isEqualTo(66.4);
    assertThat(data.getStartXValue(to, 0)).isCloseTo(61.696, within(1e-9));
    assertThat(data.getEndXValue(to, 0)).isCloseTo(71.104, within(1e-9));
    assertThat(data.getYValue(to, 0)).isBetween(1.0, 1.5);
  }

  @Test
  void hiddenAndAbsentLevelsLeaveWordsAndNoPoint() throws Exception {
    List<PrevalenceFigure.Pair> pairs = Sample.pairs();
    PlottedLevel hidden =
        new PlottedLevel(Double.NaN, Double.NaN, Double.NaN, PlottedLevel.Showing.FEW_INTERVIEWS);
    pairs.set(3, new PrevalenceFigure.Pair("Arequipa", PlottedLevel.NONE, hidden));
    pairs.set(5, new PrevalenceFigure.Pair("Cajamarca", PlottedLevel.NONE, Sample.estimate(40, 4)));

    Figure figure = figure(about, pairs);

    assertThat(data(figure).getItemCount(0)).isEqualTo(24);
    assertThat(data(figure).getItemCount(data(figure).indexOf("to"))).isEqualTo(25);
    assertThat(symbols(figure, 0)).endsWith("Arequipa");
    assertThat(symbols(figure, 1)).endsWith("");
    assertThat(Drawn.words(figure)).contains("pocas entrevistas", "sin dato → 40.0");
    assertThat(Drawn.text(figure)).contains("Pocas entrevistas: hay menos");
  }

  @Test
  void referentialLevelsAreHollowAndInParentheses() throws Exception {
    List<PrevalenceFigure.Pair> pairs = Sample.pairs();
    PlottedLevel referential = new PlottedLevel(9.4, 6.1, 14.2, PlottedLevel.Showing.REFERENTIAL);
    pairs.set(0, new PrevalenceFigure.Pair("Amazonas", Sample.estimate(12, 1), referential));

    Figure figure = figure(about, pairs);

    assertThat(data(figure).getItemCount(data(figure).indexOf("to referential"))).isEqualTo(1);
    assertThat(Drawn.text(figure)).contains("12.0 → (9.4)").contains("cifra referencial");
  }

  @Test
  void aLevelWithoutStandardErrorHasAPointAndANote() throws Exception {
    List<PrevalenceFigure.Pair> pairs = Sample.pairs();
    PlottedLevel bare = new PlottedLevel(74.3, Double.NaN, Double.NaN, PlottedLevel.Showing.SHOWN);
    pairs.set(18, new PrevalenceFigure.Pair("Pasco", bare, Sample.estimate(49.6, 2.5)));

    Figure figure = figure(about, pairs);

    assertThat(data(figure).getItemCount(0)).isEqualTo(26);
    assertThat(Drawn.text(figure)).contains("no tiene error estándar");
  }

  @Test
  void thePictureIsTwiceTheDrawingAndFull() throws Exception {
    Figure figure = figure(about, Sample.pairs());

    var image = ImageIO.read(new ByteArrayInputStream(figure.png()));
    assertThat(image.getWidth()).isEqualTo(2 * figure.width());
    assertThat(image.getHeight()).isEqualTo(2 * figure.height());
    Drawn.assertNotBlank(image, 2, 8);
  }

  @Test
  void syntheticDataAreMarkedAboveBelowAndAcross() throws Exception {
    Figure figure =
        Sample.keep(
            "prevalence-synthetic",
            figure(Sample.about(Language.SPANISH, Mark.SYNTHETIC), Sample.pairs()));

    assertThat(Drawn.text(figure)).contains("DATOS SINTÉTICOS: cifras simuladas");
    assertThat(Drawn.words(figure)).contains("DATOS SINTÉTICOS");
    assertThat(Drawn.text(figure)).contains("no proceden de ninguna encuesta");
    assertThat(Drawn.text(figure(about, Sample.pairs()))).doesNotContain("SINTÉTICOS");
  }

  @Test
  void notesTellWhatTheNumbersAre() throws Exception {
    Figure figure =
        figure(
            Sample.about(Language.ENGLISH, Mark.RECOMPUTED, Mark.APPROXIMATE_ERROR),
            Sample.pairs());

    assertThat(Drawn.text(figure))
        .contains("Recomputed:")
        .contains("Approximate standard error:")
        .contains("Source: INEI, ENDES 2021 y 2024.");
    assertThat(figure.description()).contains("Perú: from 54.9% to 52.0%").contains("Apurímac");
  }
}
