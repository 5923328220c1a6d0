package org.quipu.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jfree.chart.renderer.category.BarRenderer;
import org.junit.jupiter.api.Test;
import org.quipu.text.Language;

class ReachFigureTest {
  @Test
  void millionsAreDrawnInThousandsSoThatTheirLabelsFit() throws Exception {
    Figure figure =
        ReachFigure.of(
            Sample.about(Language.SPANISH),
            "Perú",
            List.of(new ReachFigure.Year(2017, 1_775_440, "")));

    assertThat(Drawn.words(figure))
        .contains("1775", "Miles de personas")
        .doesNotContain("1\u00a0775\u00a0440");
    assertThat(figure.description()).contains("1\u00a0775\u00a0440");
  }

  @Test
  void theTitleTellsTheLastWholeYearAndTheHighest() {
    ReachFigure.Year before = new ReachFigure.Year(2021, 22413, "");
    ReachFigure.Year last = new ReachFigure.Year(2022, 18315, "");
    ReachFigure.Year partial = new ReachFigure.Year(2023, 30000, "enero a julio");

    assertThat(title(before, last, partial))
        .isEqualTo("18\u00a0315 personas informadas en 2022; el máximo, 22\u00a0413 en 2021");
    assertThat(title(last, new ReachFigure.Year(2023, 22413, "")))
        .isEqualTo("2023, el año de más personas informadas: 22\u00a0413");
    assertThat(title(before, partial)).isEqualTo("22\u00a0413 personas informadas en 2021");
    assertThat(title(partial)).isEqualTo("30\u00a0000 personas informadas en 2023 (enero a julio)");
  }

  private static String title(ReachFigure.Year... years) {
    return ReachFigure.of(Sample.about(Language.SPANISH), "Pasco", List.of(years)).title();
  }

  @Test
  void anIncompleteYearStandsApart() throws Exception {
    Figure figure =
        Sample.keep(
            "reach",
            ReachFigure.of(
                Sample.about(Language.SPANISH),
                "Pasco",
                List.of(
                    new ReachFigure.Year(2021, 18315, ""),
                    new ReachFigure.Year(2022, 22413, ""),
                    new ReachFigure.Year(2023, 12207, "enero a julio"))));

    var data = figure.chart().getCategoryPlot().getDataset();
    assertThat(String.valueOf(data.getColumnKeys())).isEqualTo("[2021, 2022, 2023*]");
    assertThat(data.getValue(0, 1)).isEqualTo(22413.0);
    BarRenderer renderer = (BarRenderer) figure.chart().getCategoryPlot().getRenderer();
    assertThat(renderer.getItemPaint(0, 2)).isNotEqualTo(renderer.getItemPaint(0, 1));
    assertThat(Drawn.words(figure)).contains("22\u00a0413");
    assertThat(Drawn.text(figure)).contains("* Año incompleto (2023: enero a julio)");
    assertThat(figure.description()).contains("2023 (enero a julio): 12\u00a0207");
    Drawn.assertNotBlank(figure.image(), 3, 2);
  }
}
