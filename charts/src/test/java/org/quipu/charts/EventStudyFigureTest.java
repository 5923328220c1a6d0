package org.quipu.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.junit.jupiter.api.Test;
import org.quipu.text.Language;

class EventStudyFigureTest {
  // Published figures of 2021 to 2024, any form, ever: differences from the mean of 2021-2023.
  private static final EventStudyFigure.Run ALL =
      new EventStudyFigure.Run(
          "15 regiones frente a 10",
          List.of(
              new EventStudyFigure.Year(2021, -0.17, -3.1, 2.8),
              new EventStudyFigure.Year(2022, -1.76, -3.93, 0.41),
              new EventStudyFigure.Year(2023, 1.93, -0.2, 4.1),
              new EventStudyFigure.Year(2024, -0.1, -3.1, 2.9)));
  private static final EventStudyFigure.Run WHOLE =
      new EventStudyFigure.Run(
          "sin Lima: 14 frente a 10",
          List.of(
              new EventStudyFigure.Year(2021, -0.2, -3.4, 3),
              new EventStudyFigure.Year(2022, -1.9, -4.2, 0.4),
              new EventStudyFigure.Year(2023, 2.1, -0.1, 4.3),
              new EventStudyFigure.Year(2024, -0.1, -3.2, 3)));
  private static final Finding FINDING =
      new Finding(
          "La diferencia cambió en −0.1 puntos: no se distingue de cero",
          "Desde 2024: −0.1 puntos (IC 95\u00a0%: −3.1 a +2.9). Asociación, no causa.");

  private static Figure figure(Language language) {
    return EventStudyFigure.of(
        Sample.about(language, Mark.APPROXIMATE_ERROR),
        new EventStudyFigure.Strategy("Prevenir para proteger", 2024, "empieza en junio de 2024"),
        List.of(ALL, WHOLE),
        FINDING);
  }

  @Test
  void theZeroIsTheMeanOfTheYearsBeforeFromWhichTheSentenceMeasures() throws Exception {
    Figure figure = Sample.keep("event", figure(Language.SPANISH));

    var plot = figure.chart().getXYPlot();
    var data = (XYIntervalSeriesCollection) plot.getDataset();
    assertThat(data.getItemCount(0)).isEqualTo(4);
    assertThat(data.getYValue(0, 2)).isEqualTo(1.93);
    assertThat(data.getYValue(0, 3)).isEqualTo(-0.1);
    XYErrorRenderer renderer = (XYErrorRenderer) plot.getRenderer();
    assertThat(renderer.getItemFillPaint(0, 2)).isEqualTo(Palette.BLUE);
    assertThat(Drawn.text(figure))
        .contains("cero: promedio de 2021-2023")
        .contains("El cero es el promedio de 2021-2023");
    Drawn.assertNotBlank(figure.image(), 2, 3);
  }

  @Test
  void theOnlyYearBeforeTheStartIsZeroAndHollow() throws Exception {
    EventStudyFigure.Run run =
        new EventStudyFigure.Run("x", List.of(new EventStudyFigure.Year(2024, -1, -3, 1)));
    Figure figure =
        EventStudyFigure.of(
            Sample.about(Language.SPANISH),
            new EventStudyFigure.Strategy("x", 2024, "empieza"),
            List.of(run),
            FINDING);

    var plot = figure.chart().getXYPlot();
    assertThat(((XYIntervalSeriesCollection) plot.getDataset()).getYValue(0, 0)).isZero();
    XYErrorRenderer renderer = (XYErrorRenderer) plot.getRenderer();
    assertThat(renderer.getItemFillPaint(0, 0)).isEqualTo(Palette.PAPER);
    assertThat(Drawn.text(figure)).contains("El símbolo hueco es 2023");
  }

  @Test
  void saysWhatBeganAndWhatWasFound() throws Exception {
    assertThat(Drawn.text(figure(Language.SPANISH)))
        .contains("regiones de \u00abPrevenir para proteger\u00bb frente a")
        .contains("empieza en junio de 2024")
        .contains("no causa");
    assertThat(Drawn.words(figure(Language.SPANISH))).contains("2021", "2024");
    assertThat(figure(Language.ENGLISH).description()).contains("2022: \u22121.8 points");
  }

  @Test
  void moreRunsThanCanBeToldApartAreRefused() {
    assertThatThrownBy(
            () ->
                EventStudyFigure.of(
                    Sample.about(Language.SPANISH),
                    new EventStudyFigure.Strategy("x", 2024, ""),
                    List.of(ALL, WHOLE, ALL),
                    FINDING))
        .hasMessage("3 runs; from 1 to 2");
  }
}
