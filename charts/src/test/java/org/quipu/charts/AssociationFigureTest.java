package org.quipu.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jfree.chart.annotations.XYAnnotation;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.junit.jupiter.api.Test;
import org.quipu.text.Language;

class AssociationFigureTest {
  private static final AssociationFigure.Axes AXES =
      new AssociationFigure.Axes(
          2021, 2024, "Personas informadas por 1000 mujeres", "2021-2022", 400, 800);

  /** Through (550, −3), where its level and slope are uncorrelated with errors 1.1 and 0.005. */
  private static final RegressionLine LINE =
      new RegressionLine(
          -3 + 0.002 * 550,
          -0.002,
          1.1 * 1.1 + 550 * 550 * 0.005 * 0.005,
          -550 * 0.005 * 0.005,
          0.005 * 0.005,
          2.07);

  private static final AssociationFigure.Lines LINES =
      new AssociationFigure.Lines(
          Optional.of(new AssociationFigure.Line("a igual nivel de partida", LINE)),
          Optional.of(
              new AssociationFigure.Line(
                  "sin igualarlo", new RegressionLine(1, -0.004, 1, 0, 0.01, 2))));

  private static final Finding FINDING =
      new Finding("No se distingue", "La recta baja 0.2 puntos por cada 100 personas.");

  private static List<AssociationFigure.Point> points() {
    Random random = new Random(4);
    List<AssociationFigure.Point> points = new ArrayList<>();
    for (ChangeFigure.Row row : Sample.changes()) {
      double coverage = 300 + 900 * random.nextDouble() * random.nextDouble();
      points.add(point(row, coverage));
    }

    return points;
  }

  private static AssociationFigure.Point point(ChangeFigure.Row row, double coverage) {
    PlottedChange change = row.change();
    return new AssociationFigure.Point(
        row.label(), coverage, change.points(), change.low(), change.high(), false);
  }

  private static Figure figure(List<AssociationFigure.Point> points) {
    return AssociationFigure.of(
        Sample.about(Language.SPANISH).highlighting("Pasco"),
        AXES,
        points,
        LINES,
        FINDING,
        List.of());
  }

  @Test
  void namesOfRegionsDoNotOverlap() {
    Figure figure = Sample.keep("association", figure(points()));
    figure.image();

    List<XYAnnotation> annotations = new ArrayList<>();
    for (Object annotation : figure.chart().getXYPlot().getAnnotations()) {
      annotations.add((XYAnnotation) annotation);
    }
    List<Rectangle2D> boxes = ((PointLabels) annotations.get(0)).boxes();
    assertThat(boxes).hasSize(25);
    LabelPlacerTest.assertDisjoint(boxes);
  }

  @Test
  void pointsAndLineAreThoseGiven() {
    Figure figure = figure(points());

    var dots = (XYIntervalSeriesCollection) figure.chart().getXYPlot().getDataset(0);
    assertThat(dots.getItemCount(0)).isEqualTo(25);
    var line = (YIntervalSeriesCollection) figure.chart().getXYPlot().getDataset(1);
    double x = line.getXValue(0, 0);
    // slope and band written out: -3 - 0.002 (x - 550) ± 2.07 sqrt(1.1² + 0.005² (x - 550)²)
    assertThat(line.getYValue(0, 0)).isCloseTo(-3 - 0.002 * (x - 550), within(1e-12));
    double half = 2.07 * Math.sqrt(1.1 * 1.1 + 0.005 * 0.005 * (x - 550) * (x - 550));
    assertThat(line.getEndYValue(0, 0) - line.getYValue(0, 0)).isCloseTo(half, within(1e-12));
    Drawn.assertNotBlank(figure.image(), 3, 3);
  }

  @Test
  void theSlopeWithoutRegardToFirstLevelsIsADashedLineWithItsName() throws Exception {
    Figure figure = figure(points());

    var beside = (XYSeriesCollection) figure.chart().getXYPlot().getDataset(2);
    assertThat(beside.getYValue(0, 0)).isCloseTo(1 - 0.004 * beside.getXValue(0, 0), within(1e-12));
    assertThat(figure.chart().getXYPlot().getRenderer(2).getSeriesStroke(0))
        .isEqualTo(Palette.DASHED);
    assertThat(Drawn.text(figure)).contains("a igual nivel de partida", "sin igualarlo");
  }

  @Test
  void anAnswerThatCannotBeEstimatedHasNoLine() throws Exception {
    Figure figure =
        AssociationFigure.of(
            Sample.about(Language.SPANISH),
            AXES,
            points(),
            new AssociationFigure.Lines(Optional.empty(), LINES.beside()),
            FINDING,
            List.of());

    assertThat(figure.chart().getXYPlot().getDataset(1)).isNull();
    assertThat(Drawn.text(figure)).doesNotContain("a igual nivel");
  }

  @Test
  void saysInWordsThatAnAssociationIsNoCause() throws Exception {
    assertThat(Drawn.text(figure(points())))
        .contains(FINDING.statement() + " Asociación, no causa.");
  }

  @Test
  void lowAndHighCoverageAreNamedWithTheirUnit() throws Exception {
    assertThat(Drawn.text(figure(points())))
        .contains("Personas informadas por 1000 mujeres, 2021-2022")
        .contains("cobertura baja, 400, y alta, 800");
  }

  @Test
  void aRegionOnWhichTheLineDependsStandsOut() throws Exception {
    List<AssociationFigure.Point> points = points();
    AssociationFigure.Point far = points.get(3);
    points.set(
        3,
        new AssociationFigure.Point(far.label(), 4800, far.change(), far.low(), far.high(), true));

    assertThat(Drawn.text(figure(points))).contains("la recta depende más de esta región");
    assertThat(Drawn.text(figure(points()))).doesNotContain("depende más");
  }

  @Test
  void regionsWithoutChangeAreLeftOut() throws Exception {
    List<AssociationFigure.Point> points = points();
    double none = Double.NaN;
    points.set(0, new AssociationFigure.Point("Amazonas", 500, none, none, none, false));

    Figure figure = figure(points);

    assertThat(Drawn.words(figure)).doesNotContain("Amazonas").doesNotContain("NaN");
  }
}
