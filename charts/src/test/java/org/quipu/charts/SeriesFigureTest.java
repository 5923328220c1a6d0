package org.quipu.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.junit.jupiter.api.Test;
import org.quipu.text.Language;

class SeriesFigureTest {
  // INEI, country, ever, any form and sexual.
  private static final List<SeriesFigure.Series> FORMS =
      List.of(
          new SeriesFigure.Series(
              "Cualquier forma",
              List.of(
                  year(2017, 65.4, Double.NaN),
                  year(2018, 63.2, Double.NaN),
                  year(2020, 54.8, Double.NaN),
                  year(2022, 55.66, 0.75),
                  year(2023, 53.76, 0.711))),
          new SeriesFigure.Series(
              "Sexual", List.of(year(2017, 6.5, Double.NaN), year(2023, 6.46, 0.35))));

  private static SeriesFigure.Year year(int year, double percent, double se) {
    return new SeriesFigure.Year(year, Sample.estimate(percent, se));
  }

  private static Figure figure(Optional<PlottedChange.Verdict> verdict) {
    return SeriesFigure.of(
        Sample.about(Language.SPANISH),
        FORMS,
        List.of(
            new SeriesFigure.Break(2020, "2020: solo entrevistas presenciales"),
            new SeriesFigure.Break(2019, "año sin cifras"),
            new SeriesFigure.Break(2025, "fuera de la serie")),
        verdict);
  }

  private static Figure figure() {
    return figure(Optional.of(PlottedChange.Verdict.DECREASE));
  }

  @Test
  void theTitleClaimsNoMoreThanTheTestOfTheChange() {
    assertThat(figure().title())
        .isEqualTo("Cualquier forma: bajó de 65.4\u00a0% en 2017 a 53.8\u00a0% en 2023");
    assertThat(figure(Optional.of(PlottedChange.Verdict.NO_CLEAR_CHANGE)).title())
        .isEqualTo("Cualquier forma: sin cambio claro, 65.4\u00a0% en 2017 y 53.8\u00a0% en 2023");
    assertThat(figure(Optional.empty()).title())
        .isEqualTo("Cualquier forma: 65.4\u00a0% en 2017 y 53.8\u00a0% en 2023");
    for (PlottedChange.Verdict verdict : PlottedChange.Verdict.values()) {
      assertThat(figure(Optional.of(verdict)).title().split(" ", -1)).hasSizeLessThanOrEqualTo(12);
    }
  }

  @Test
  void yearsThatAreMissingInterruptTheLine() {
    Figure figure = Sample.keep("series", figure());

    var data = (XYIntervalSeriesCollection) figure.chart().getXYPlot().getDataset();
    assertThat(data.getItemCount(0)).isEqualTo(7);
    assertThat(data.getXValue(0, 2)).isEqualTo(2019);
    assertThat(data.getYValue(0, 2)).isNaN();
    assertThat(data.getStartYValue(0, 5)).isEqualTo(55.66 - 1.96 * 0.75);
    Drawn.assertNotBlank(figure.image(), 2, 3);
  }

  @Test
  void aBreakIsNamedAndItsPointIsHollow() throws Exception {
    Figure figure = figure();

    assertThat(Drawn.words(figure))
        .contains("2020: solo entrevistas presenciales")
        .doesNotContain("año sin cifras", "fuera de la serie");
    XYErrorRenderer renderer = (XYErrorRenderer) figure.chart().getXYPlot().getRenderer();
    assertThat(renderer.getItemFillPaint(0, 3)).isEqualTo(Palette.PAPER);
    assertThat(renderer.getItemFillPaint(0, 0)).isEqualTo(Palette.INK);
  }

  @Test
  void linesAreNamedAtTheirEnds() throws Exception {
    assertThat(Drawn.words(figure()))
        .contains("Cualquier forma: 53.8\u00a0%", "65.4\u00a0%", "Sexual: 6.5\u00a0%");
    assertThat(figure().description()).contains("Sexual: de 6.5 % en 2017 a 6.5 % en 2023.");
  }

  @Test
  void moreFormsThanCanBeToldApartAreRefused() {
    assertThatThrownBy(
            () ->
                SeriesFigure.of(
                    Sample.about(Language.SPANISH),
                    Collections.nCopies(6, FORMS.get(0)),
                    List.of(),
                    Optional.empty()))
        .hasMessage("6 forms; at most 5");
  }
}
