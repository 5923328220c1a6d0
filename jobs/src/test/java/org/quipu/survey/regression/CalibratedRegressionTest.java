package org.quipu.survey.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.quipu.survey.calibration.CalibrationGolden.calibration;
import static org.quipu.survey.calibration.CalibrationGolden.design;
import static org.quipu.survey.calibration.CalibrationGolden.rows;
import static org.quipu.survey.calibration.CalibrationGolden.sample;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.Coded;
import org.quipu.UserException;
import org.quipu.survey.Design;
import org.quipu.survey.calibration.Calibration;
import org.quipu.survey.calibration.CalibrationMethod;
import org.quipu.survey.calibration.PopulationTotals;
import org.quipu.survey.calibration.PopulationTotals.Total;

/** Regressions with calibrated weights against R's {@code svyglm}, by the numbers of R's script. */
class CalibratedRegressionTest {
  private static final double NEAR = 1e-8;

  private static double number(Map<String, String> row, String heading) {
    return Double.parseDouble(row.get(heading));
  }

  private static void near(double actual, double expected, Object what) {
    assertThat(actual)
        .as("%s", what)
        .isCloseTo(expected, within(NEAR * Math.max(1e-3, Math.abs(expected))));
  }

  private static RegressionFit fit(RegressionSpec spec) {
    ModelInput input = TableEncoder.input(sample(), spec);
    return Regression.fit(TableEncoder.encode(sample(), input), input);
  }

  private static RegressionSpec spec(Map<String, String> row) {
    boolean urban = row.get("part").equals("urban");
    String formula =
        row.get("family").equals("linear")
            ? "y ~ income + age"
            : "violence ~ age + " + (urban ? "y" : "residence + y");
    return new RegressionSpec(
        Formula.of(formula),
        Coded.of(Family.class, row.get("family")),
        design(row.get("design")).calibrated(calibration(row.get("way"))),
        urban ? Map.of("residence", Set.of("urban")) : Map.of(),
        Set.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"poststratify", "rake", "linear", "logit", "linear_trim", "rake_trim"})
  void coefficientsAndErrorsAreThoseOfR(String way) {
    int compared = 0;
    RegressionFit fit = null;
    for (Map<String, String> row : rows("regressions.csv")) {
      if (row.get("way").equals(way)) {
        int coefficient = Integer.parseInt(row.get("coefficient"));
        fit = coefficient == 1 ? fit(spec(row)) : fit;
        TermEstimate found = fit.coefficients().get(coefficient - 1);
        near(found.estimate(), number(row, "estimate"), row);
        near(found.standardError(), number(row, "standard_error"), row);
        near(found.df(), number(row, "df"), row);
        assertThat(fit.calibration()).isPresent();
        compared++;
      }
    }

    assertThat(compared).isEqualTo(102);
  }

  @Test
  void predictionsAreThoseOfR() {
    for (String way : List.of("poststratify", "rake", "linear", "logit", "rake_trim")) {
      Design calibrated = design("certainty").calibrated(calibration(way));
      Margins margins =
          fit(new RegressionSpec(
                  Formula.of("violence ~ age + residence + y"),
                  Family.LOGISTIC,
                  calibrated,
                  Map.of(),
                  Set.of(Extra.MARGINS)))
              .margins()
              .orElseThrow();
      int at = 0;
      for (Map<String, String> row : rows("predictions.csv")) {
        if (row.get("way").equals(way)) {
          TermEstimate found = margins.predictions().get(at++);
          assertThat(found.level()).isEqualTo(row.get("level"));
          near(found.estimate(), number(row, "estimate"), row);
          near(found.standardError(), number(row, "standard_error"), row);
        }
      }

      assertThat(at).isEqualTo(3);
    }
  }

  @Test
  void negativeWeightsAndSmallSamplesAreRefused() {
    PopulationTotals far =
        PopulationTotals.of(
            "far.csv", List.of(new Total("population", "", 14149), new Total("income", "", 4e6)));
    Design negative = design("certainty").calibrated(Calibration.of(far, CalibrationMethod.LINEAR));
    RegressionSpec spec = RegressionSpec.of("y ~ age", Family.LINEAR, negative);
    assertThatThrownBy(() -> fit(spec))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("far.csv: found ")
        .hasMessageContaining("calibrated weights below 0")
        .hasMessageContaining("Choose rake or logit");
    assertThatThrownBy(
            () ->
                new RegressionSpec(
                    spec.formula(), spec.family(), negative, Map.of(), Set.of(Extra.SMALL_SAMPLE)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("leave out the calibration");
  }
}
