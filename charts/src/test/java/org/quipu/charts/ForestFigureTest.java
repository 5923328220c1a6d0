package org.quipu.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quipu.text.Language;

class ForestFigureTest {
  private static final ForestFigure.Term WEALTH =
      ExtremeForests.term(
          "wealth",
          "poorest",
          List.of(
              ExtremeForests.level("poor", 2, 1.6, 2.5),
              ExtremeForests.level("rich", 0.5, 0.4, 0.6)));
  private static final ForestFigure.Term AGE =
      ExtremeForests.term("age", "", List.of(ExtremeForests.level("", 1, 0.9, 1.1)));

  private static Figure odds(ForestFigure.Term... terms) {
    return ExtremeForests.of(
        Sample.about(Language.ENGLISH), ForestFigure.Measure.ODDS_RATIO, terms);
  }

  private static XYIntervalSeriesCollection points(Figure figure) {
    return (XYIntervalSeriesCollection) ((XYPlot) figure.chart().getPlot()).getDataset();
  }

  @Test
  void equalFactorsAreEquallyLong() {
    XYIntervalSeriesCollection points = points(odds(WEALTH, AGE));

    int clear = points.indexOf("clear");
    // 2 and 1/2 are as far from 1 as each other: log10(2)
    assertThat(points.getXValue(clear, 0)).isCloseTo(0.301, within(5e-4));
    assertThat(points.getXValue(clear, 1)).isCloseTo(-0.301, within(5e-4));
    assertThat(points.getEndXValue(clear, 0)).isCloseTo(Math.log10(2.5), within(1e-12));
    int reference = points.indexOf("reference");
    assertThat(points.getItemCount(reference)).isEqualTo(1);
    assertThat(points.getXValue(reference, 0)).isZero();
    assertThat(points.getEndXValue(reference, 0)).isZero();
    assertThat(points.getXValue(points.indexOf("open"), 0)).isZero();
  }

  @Test
  void differencesAreOnTheirOwnScale() {
    Figure figure =
        ExtremeForests.of(
            Sample.about(Language.ENGLISH), ForestFigure.Measure.MEAN_DIFFERENCE, WEALTH);

    XYIntervalSeriesCollection points = points(figure);
    assertThat(points.getXValue(points.indexOf("clear"), 0)).isEqualTo(2);
    assertThat(figure.description()).contains("difference of means").contains("poor 0.50");
  }

  @Test
  void theTitleSaysHowManyTermsGoWithTheOutcomeByTheirTests() {
    assertThat(odds(WEALTH, AGE).title())
        .isEqualTo("1 of 2 terms goes with the outcome (Wald,\u00a05%)");
    assertThat(odds(AGE, AGE).title())
        .isEqualTo("None of 2 terms clearly goes with the outcome (Wald)");
    assertThat(odds(WEALTH).title())
        .isEqualTo("The only term goes with the outcome (Wald,\u00a05%)");
    assertThat(odds(AGE).title())
        .isEqualTo("The only term does not clearly go with the outcome (Wald)");
  }

  @Test
  void namesTermsLevelsReferenceAndThatItIsNoCause() throws Exception {
    String text = Drawn.text(Sample.keep("forest", odds(WEALTH, AGE)));

    assertThat(text)
        .contains("wealth (p < 0.001)")
        .contains("poorest")
        .contains("reference")
        .contains("age")
        .contains("logarithmic scale")
        .contains("It is association, not cause.")
        .contains("Modelo: y ~ a + b.");
  }

  @Test
  void anIntervalThatIsFarWiderThanTheOthersEndsAtTheEdge() throws Exception {
    List<ForestFigure.Level> levels = new ArrayList<>(WEALTH.levels());
    levels.add(ExtremeForests.level("richest", 1.5, 1e-9, 1e9));
    Figure figure = odds(ExtremeForests.term("wealth", "poorest", levels));

    XYPlot plot = (XYPlot) figure.chart().getPlot();
    assertThat(plot.getDomainAxis().getRange().getLength()).isLessThan(2);
    assertThat(points(figure).getEndXValue(1, 2)).isEqualTo(plot.getDomainAxis().getUpperBound());
    assertThat(Drawn.text(figure)).contains("Triangle: it goes on beyond the edge");
    assertThat(Drawn.text(odds(WEALTH))).doesNotContain("Triangle");
  }

  @Test
  void ratiosNearOneHaveNumbersAtEqualSteps() throws Exception {
    ForestFigure.Level level = ExtremeForests.level("", 1.003, 1.001, 1.005);

    assertThat(Drawn.words(odds(ExtremeForests.term("age", "", List.of(level)))))
        .contains("1", "1.001", "1.005");
  }

  @ParameterizedTest
  @EnumSource
  void everyFormShowsAnEstimateOfWhateverModel(Form form) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    ExtremeForests.add(figures, Language.SPANISH);

    assertThat(figures).hasSize(7);
    figures.forEach(
        (name, figure) -> {
          XYIntervalSeriesCollection points = points(figure.in(form));
          assertThat(points.getItemCount(0) + points.getItemCount(1)).as(name).isPositive();
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"SQUARE", "CARD"})
  void aFixedFormTellsHowManyOfAllEstimatesItShows(Form form) throws Exception {
    List<ForestFigure.Level> levels =
        IntStream.range(0, 30)
            .mapToObj(i -> ExtremeForests.level("level " + i, 1.5, 1.2, 1.9))
            .toList();

    String text = Drawn.text(odds(ExtremeForests.term("x", "none", levels), AGE).in(form));

    assertThat(text)
        .contains("level 0")
        .contains(" of 31)")
        .contains("Association, not cause.")
        .contains("Solo área de residencia: rural.");
    assertThat(text).doesNotContain("level 29");
  }
}
