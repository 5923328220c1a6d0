package org.quipu.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.junit.jupiter.api.Test;
import org.quipu.text.Language;

class EventStudyFigureTest {
  // Published figures of 2021 to 2024, any form, ever: clubSandwich's CR2 differences from 2023.
  private static final EventStudyFigure.Run ALL =
      new EventStudyFigure.Run(
          "15 regiones frente a 10",
          List.of(
              new EventStudyFigure.Year(2021, -2.11, -6.33, 2.11),
              new EventStudyFigure.Year(2022, -3.69, -6.93, -0.45),
              new EventStudyFigure.Year(2024, -2.03, -4.47, 0.41)));
  private static final EventStudyFigure.Run WHOLE =
      new EventStudyFigure.Run(
          "sin Lima: 14 frente a 10",
          List.of(
              new EventStudyFigure.Year(2021, -2.2, -6.8, 2.4),
              new EventStudyFigure.Year(2022, -4.0, -7.4, -0.6),
              new EventStudyFigure.Year(2024, -2.1, -4.8, 0.6)));
  private static final String STATEMENT =
      "Desde 2024: \u22120.1 puntos (IC 95\u00a0%: \u22123.1 a +2.9). Asociaci\u00f3n, no causa.";

  private static Figure figure(Language language) {
    return EventStudyFigure.of(
        Sample.about(language, Mark.APPROXIMATE_ERROR),
        new EventStudyFigure.Strategy("Prevenir para proteger", 2024, "empieza en junio de 2024"),
        List.of(ALL, WHOLE),
        STATEMENT);
  }

  @Test
  void theYearBeforeTheStartIsZeroAndHollow() {
    Figure figure = Sample.keep("event", figure(Language.SPANISH));

    var plot = figure.chart().getXYPlot();
    var data = (XYIntervalSeriesCollection) plot.getDataset();
    assertThat(data.getItemCount(0)).isEqualTo(4);
    assertThat(data.getYValue(0, 2)).isZero();
    assertThat(data.getStartYValue(0, 1)).isEqualTo(-6.93);
    XYErrorRenderer renderer = (XYErrorRenderer) plot.getRenderer();
    assertThat(renderer.getItemFillPaint(0, 2)).isEqualTo(Palette.PAPER);
    assertThat(renderer.getItemFillPaint(0, 1)).isEqualTo(Palette.BLUE);
    Drawn.assertNotBlank(figure.image(), 2, 3);
  }

  @Test
  void saysWhatBeganAndWhatWasFound() throws Exception {
    assertThat(Drawn.text(figure(Language.SPANISH)))
        .contains("regiones de \u00abPrevenir para proteger\u00bb frente a")
        .contains("empieza en junio de 2024")
        .contains("no causa");
    assertThat(Drawn.words(figure(Language.SPANISH))).contains("2021", "2024");
    assertThat(figure(Language.ENGLISH).description()).contains("2022: \u22123.7 points");
  }

  @Test
  void moreRunsThanCanBeToldApartAreRefused() {
    assertThatThrownBy(
            () ->
                EventStudyFigure.of(
                    Sample.about(Language.SPANISH),
                    new EventStudyFigure.Strategy("x", 2024, ""),
                    List.of(ALL, WHOLE, ALL),
                    ""))
        .hasMessage("3 runs; from 1 to 2");
  }
}
