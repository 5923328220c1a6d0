package org.quipu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.charts.AssociationFigure;
import org.quipu.charts.PlottedChange;
import org.quipu.charts.RegressionLine;
import org.quipu.store.AssociationRow;

class FittedLineTest {
  // metafor 3.8-1, dat.bcg, log risk ratio on latitude; jobs/src/test/r/fitted-line.R
  private static final double[][] BCG = {
    {44, -0.889311333920205, 0.570600354893180},
    {55, -1.585388657201423, 0.441113501718155},
    {42, -1.348073148299693, 0.644490469571145},
    {52, -1.441551190021305, 0.141456819921430},
    {13, -0.217547322211296, 0.226296646395003},
    {44, -0.786115585818864, 0.083100050877922},
    {19, -1.620898223598392, 0.472247019653653},
    {13, 0.011952333523841, 0.062941077983865},
    {27, -0.469417648738149, 0.237558856840058},
    {42, -1.371344803472885, 0.270231000465950},
    {18, -0.339358828338391, 0.111410116109848},
    {33, 0.445913400571379, 0.729729981020141},
    {33, -0.017313948216880, 0.267216503389722},
  };
  private static final double TAU2 = 0.076347963955919;
  private static final double SLOPE = -0.029101725011643;
  private static final double ERROR = 0.008201417411050;
  private static final double HIGH = -0.011050526998205;

  private static AssociationRow row(double slope) {
    return new AssociationRow(
        "i",
        "m",
        "meta_regression",
        13,
        slope,
        ERROR,
        slope + SLOPE - HIGH,
        slope + HIGH - SLOPE,
        slope / ERROR,
        11,
        0.005,
        0.01,
        0.01,
        TAU2,
        0,
        0,
        2017,
        2022,
        2017,
        2021,
        "",
        0,
        0,
        0,
        "",
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        300,
        600);
  }

  private static List<AssociationFigure.Point> points() {
    List<AssociationFigure.Point> points = new ArrayList<>();
    for (double[] trial : BCG) {
      PlottedChange change =
          new PlottedChange(trial[1], 0, 0, PlottedChange.Verdict.NO_CLEAR_CHANGE);
      points.add(new AssociationFigure.Point("trial", trial[0], change));
    }

    return points;
  }

  private static List<Double> errors() {
    return java.util.Arrays.stream(BCG).map(trial -> trial[2]).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "10, -0.0395490401094751, 0.428598385237212",
    "35, -0.7670921654005465, -0.491621424134423",
    "60, -1.4946352906916180, -0.911614335768801",
  })
  void theLineAndItsBandAreThoseOfTheRegression(double x, double y, double high) {
    RegressionLine line = FittedLine.of(row(SLOPE), points(), errors()).orElseThrow();

    assertThat(line.at(x)).isCloseTo(y, within(1e-11));
    assertThat(line.at(x) + line.halfWidth(x)).isCloseTo(high, within(1e-11));
  }

  @Test
  void thereIsNoLineThroughOtherPointsThanThoseOfTheRow() {
    assertThat(FittedLine.of(row(SLOPE + 0.1 * ERROR), points(), errors())).isEmpty();
    assertThat(FittedLine.of(row(SLOPE), points().subList(0, 12), errors().subList(0, 12)))
        .isEmpty();
  }
}
