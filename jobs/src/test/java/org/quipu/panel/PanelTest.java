package org.quipu.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.quipu.UserException;
import org.quipu.math.TestedEstimate;
import org.quipu.math.WaldTest;

/**
 * Golden numbers: plm 2.6-2 and clubSandwich 0.5.8, src/test/r/panel.R, which makes the same panel.
 */
class PanelTest {
  private static final EventStudy STUDY =
      new EventStudy(Set.of("02", "03", "07", "08", "11"), 2022, 0.95);

  private static double round(double x) {
    return Math.rint(100 * x) / 100;
  }

  /** Twelve units at five times, three rows missing. */
  static Panel panel() {
    List<String> units = new ArrayList<>();
    List<Integer> times = new ArrayList<>();
    RealVector values = new ArrayRealVector();
    RealVector variances = new ArrayRealVector();
    List<double[]> columns = new ArrayList<>();
    for (int u = 1; u <= 12; u++) {
      for (int t = 0; t < 5; t++) {
        if ((u == 3 && t == 1) || (u == 12 && t > 2)) {
          continue;
        }
        double x = round(10 * Math.sin(u * 1.3 + t * 0.7) + 2 * t);
        units.add(String.format(Locale.ROOT, "%02d", u));
        times.add(2019 + t);
        double y = round(50 + u - 0.5 * t + 0.3 * x + 4 * Math.cos(u * 2.1 + t * 1.9));
        values = values.append(y);
        variances = variances.append(2 + (u * 7 + t * 3) % 5);
        columns.add(new double[] {x, u * t % 4});
      }
    }
    RealMatrix covariates = MatrixUtils.createRealMatrix(columns.toArray(double[][]::new));
    return new Panel(units, times, values, variances, List.of("x", "z"), covariates);
  }

  private static Panel equalVariances() {
    Panel panel = panel();
    return new Panel(
        panel.units(),
        panel.times(),
        panel.values(),
        new ArrayRealVector(panel.units().size(), 1.0),
        panel.terms(),
        panel.covariates());
  }

  // plm(y ~ x + z, effect = "twoways"); vcovCR(lm(...), "CR2", inverse_var = TRUE)
  @Test
  void equalVariancesGivePlm() {
    ClusterRobust fit = equalVariances().twoWay();

    TestedEstimate x = fit.coefficient("x", 0.95);
    assertThat(x.estimate()).isCloseTo(0.3252990991437, within(1e-12));
    assertThat(x.standardError()).isCloseTo(0.0422147214081, within(1e-12));
    assertThat(x.df()).isCloseTo(7.467918761382, within(1e-9));
    assertThat(x.pValue()).isCloseTo(8.253532413735e-05, within(1e-14));
    TestedEstimate z = fit.coefficient("z", 0.95);
    assertThat(z.estimate()).isCloseTo(0.1848119033831, within(1e-12));
    assertThat(z.df()).isCloseTo(9.723565730648, within(1e-9));
    WaldTest both = fit.test(List.of("x", "z"));
    assertThat(both.statistic()).isCloseTo(34.22474758432, within(1e-8));
    assertThat(both.df2()).isCloseTo(7.663711578081, within(1e-9));
  }

  // vcovCR(lm(y ~ 0 + unit + factor(time) + x + z, weights = 1 / v), "CR2", inverse_var = TRUE)
  @Test
  void knownVariancesGiveClubSandwich() {
    ClusterRobust fit = panel().twoWay();

    TestedEstimate x = fit.coefficient("x", 0.95);
    assertThat(x.estimate()).isCloseTo(0.3207294385361, within(1e-12));
    assertThat(x.standardError()).isCloseTo(0.04591546237211, within(1e-12));
    assertThat(x.df()).isCloseTo(7.687779932707, within(1e-9));
    assertThat(x.pValue()).isCloseTo(0.0001382551022505, within(1e-13));
    TestedEstimate z = fit.coefficient("z", 0.95);
    assertThat(z.standardError()).isCloseTo(0.71978918178455, within(1e-11));
    assertThat(z.df()).isCloseTo(9.281976969294, within(1e-9));
    WaldTest both = fit.test(List.of("x", "z"));
    assertThat(both.statistic()).isCloseTo(30.39601974943, within(1e-8));
    assertThat(both.df1()).isEqualTo(2);
    assertThat(both.df2()).isCloseTo(7.437825228294, within(1e-9));
    assertThat(both.pValue()).isCloseTo(0.000263293699842, within(1e-12));
  }

  // lm(y ~ 0 + unit + factor(time) + after, weights = 1 / v) and with a column a year
  @Test
  void eventStudy() {
    EventStudy.Result result = STUDY.fit(panel(), 200, 1);

    assertThat(result.units()).isEqualTo(12);
    assertThat(result.treatedUnits()).isEqualTo(5);
    assertThat(result.effect().estimate()).isCloseTo(-1.577343333898, within(1e-11));
    assertThat(result.effect().standardError()).isCloseTo(2.32584762016, within(1e-11));
    assertThat(result.effect().df()).isCloseTo(8.683331879425, within(1e-9));
    assertThat(result.preTrend().statistic()).isCloseTo(1.610651663019, within(1e-9));
    assertThat(result.preTrend().df2()).isCloseTo(6.700925708074, within(1e-8));
    assertThat(result.preTrend().pValue()).isCloseTo(0.2684304045167, within(1e-10));
    assertThat(result.placebos()).containsOnlyKeys(2020, 2021);
    assertThat(result.placebos().get(2021).estimate()).isCloseTo(-3.595040524907, within(1e-11));
    assertThat(result.placebos().get(2021).df()).isCloseTo(8.595618170664, within(1e-8));
    assertThat(result.pPermutation()).isBetween(0.3, 0.75);
    assertThat(STUDY.fit(panel(), 200, 1)).isEqualTo(result);
  }

  // linear_contrast(lm(y ~ 0 + unit + factor(time) + a column a year, weights = 1 / v))
  @Test
  void eachYearIsMeasuredFromTheMeanOfTheYearsBeforeAsTheEffectIs() {
    EventStudy.Result result = STUDY.fit(panel(), 200, 1);
    Map<Integer, TestedEstimate> years = result.differences();

    assertThat(years).containsOnlyKeys(2019, 2020, 2021, 2022, 2023);
    assertThat(years.get(2019).estimate()).isCloseTo(-0.8490835401814, within(1e-11));
    assertThat(years.get(2020).estimate()).isCloseTo(3.521897964536, within(1e-11));
    assertThat(years.get(2020).standardError()).isCloseTo(1.857516746995, within(1e-11));
    assertThat(years.get(2021).estimate()).isCloseTo(-2.395839693506, within(1e-11));
    assertThat(years.get(2021).df()).isCloseTo(8.636063592144, within(1e-8));
    assertThat(years.get(2023).estimate()).isCloseTo(0.9121904569495, within(1e-11));
    assertThat(years.get(2023).df()).isCloseTo(7.7465971736118, within(1e-8));
    assertThat(result.effect().estimate())
        .isBetween(years.get(2022).estimate(), years.get(2023).estimate());
  }

  @Test
  void aSingleYearAfterTheStartIsTheEffect() {
    Panel until2022 = panel().where(i -> panel().times().get(i) <= 2022);
    EventStudy.Result result = STUDY.fit(until2022, 200, 1);

    assertThat(result.differences().get(2022)).isEqualTo(result.effect());
    Panel from2021 = until2022.where(i -> until2022.times().get(i) >= 2021);
    assertThat(STUDY.fit(from2021, 200, 1).differences()).containsOnlyKeys(2022);
  }

  @Test
  void theSmallestDetectableEffectIsNeverInsideItsInterval() {
    EventStudy.Result result = STUDY.fit(panel(), 200, 1);

    assertThat(result.smallestDetectable())
        .isGreaterThanOrEqualTo((result.effect().high() - result.effect().low()) / 2);
  }

  @Test
  void aStrategyEverywhereCannotBeStudied() {
    Panel everywhere = panel().where(i -> STUDY.treated().contains(panel().units().get(i)));
    assertThatThrownBy(() -> STUDY.fit(everywhere, 10, 1))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("found 5 and 0");
  }

  @Test
  void aGroupOfASingleUnitIsRefused() {
    EventStudy lone = new EventStudy(Set.of("02"), 2022, 0.95);

    assertThatThrownBy(() -> lone.fit(panel(), 99, 1))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("2 treated and 2 untreated units")
        .hasMessageContaining("found 1 and");
  }

  @Test
  void aStartWithoutYearsAroundItCannotBeStudied() {
    Panel panel = panel();
    Panel late = panel.where(i -> panel.times().get(i) >= 2022);
    assertThatThrownBy(() -> STUDY.fit(late, 10, 1))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("estimates of 2021")
        .hasMessageContaining("[2022, 2023]");
  }

  @Test
  void columnThatOnlyDependsOnTheRegionIsNamed() {
    Panel panel = panel();
    double[] poverty = panel.units().stream().mapToDouble(Double::parseDouble).toArray();
    Panel absorbed = panel.with(List.of("poverty"), MatrixUtils.createColumnRealMatrix(poverty));
    assertThatThrownBy(absorbed::twoWay)
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'poverty'");
  }
}
