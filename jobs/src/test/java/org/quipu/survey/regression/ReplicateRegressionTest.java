package org.quipu.survey.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.quipu.survey.ReplicateGolden.calibration;
import static org.quipu.survey.ReplicateGolden.columns;
import static org.quipu.survey.ReplicateGolden.design;
import static org.quipu.survey.ReplicateGolden.rows;
import static org.quipu.survey.ReplicateGolden.sample;
import static org.quipu.survey.ReplicateGolden.table;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.Coded;
import org.quipu.UserException;
import org.quipu.survey.Design;
import org.quipu.survey.ReplicateWeights;
import org.quipu.survey.Replication;
import org.quipu.survey.SurveyTable;
import org.quipu.survey.calibration.Calibration;
import org.quipu.survey.calibration.CalibrationMethod;
import org.quipu.survey.calibration.PopulationTotals;

/**
 * Regressions with variances from replicates against R's {@code svyglm} of a {@code svyrep.design},
 * by the numbers that {@code replicates.R} wrote.
 */
class ReplicateRegressionTest {
  private static final double NEAR = 1e-8;
  private static final int MODELS = 16;
  private static final double LOWER = 0.9;

  private static double number(Map<String, String> row, String heading) {
    return Double.parseDouble(row.get(heading));
  }

  private static void near(double actual, double expected, Object what) {
    assertThat(actual)
        .as("%s", what)
        .isCloseTo(expected, within(NEAR * Math.max(1e-3, Math.abs(expected))));
  }

  private static RegressionFit fit(SurveyTable table, RegressionSpec spec) {
    ModelInput input = TableEncoder.input(table, spec);
    return Regression.fit(TableEncoder.encode(table, input), input);
  }

  private static RegressionFit fit(Map<String, String> row, Set<Extra> extras) {
    SurveyTable table = table(row.get("design"));
    String part = row.get("part");
    return fit(
        table,
        new RegressionSpec(
            Formula.of(row.get("formula")),
            Coded.of(Family.class, row.get("family")),
            design(row.get("design")),
            part.isEmpty() ? Map.of() : Map.of(columnOf(part), Set.of(part)),
            extras));
  }

  private static String columnOf(String part) {
    return part.equals("near") ? "zone" : "residence";
  }

  private static List<Map<String, String>> of(String file, int model) {
    return rows(file).stream()
        .filter(row -> row.get("model").equals(String.valueOf(model)))
        .toList();
  }

  private static List<Integer> models() {
    return IntStream.rangeClosed(1, MODELS).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("models")
  void coefficientsTestsAndMarginsAreThoseOfR(int model) {
    List<Map<String, String>> coefficients = of("coefficients.csv", model);
    List<Map<String, String>> margins = of("predictions.csv", model);
    RegressionFit fit =
        fit(coefficients.get(0), margins.isEmpty() ? Set.of() : Set.of(Extra.MARGINS));
    assertThat(fit.coefficients()).hasSameSizeAs(coefficients);
    for (int j = 0; j < coefficients.size(); j++) {
      Map<String, String> row = coefficients.get(j);
      near(fit.coefficients().get(j).estimate(), number(row, "estimate"), row);
      near(fit.coefficients().get(j).standardError(), number(row, "standard_error"), row);
      near(fit.coefficients().get(j).df(), number(row, "df"), row);
      near(fit.covariance().get(0).get(j), number(row, "covariance_with_first"), row);
    }

    List<Map<String, String>> tests = of("tests.csv", model);
    for (int t = 0; t < tests.size(); t++) {
      Map<String, String> row = tests.get(t);
      TermTest found = fit.tests().get(t);
      near(found.wald().statistic(), number(row, "f"), row);
      near(found.wald().df1(), number(row, "df1"), row);
      near(found.wald().df2(), number(row, "df2"), row);
      near(found.wald().pValue(), number(row, "p_value"), row);
      near(found.raoScott().statistic(), number(row, "rao_scott_f"), row);
      near(found.raoScott().df1(), number(row, "rao_scott_df1"), row);
    }

    for (int i = 0; i < margins.size(); i++) {
      Map<String, String> row = margins.get(i);
      Margins found = fit.margins().orElseThrow();
      TermEstimate prediction =
          found.predictions().stream().filter(each -> each.term().equals("wealth")).toList().get(i);
      assertThat(prediction.level()).isEqualTo(row.get("level"));
      near(prediction.estimate(), number(row, "estimate"), row);
      near(prediction.standardError(), number(row, "standard_error"), row);
    }
  }

  /** R keeps the degrees of freedom of the sample in linear and logit calibrations with bounds. */
  @ParameterizedTest
  @ValueSource(strings = {"poststratify", "rake", "linear", "linear_bounds", "logit"})
  void calibratedReplicatesAreThoseOfR(String way) {
    int compared = 0;
    RegressionFit fit = null;
    for (Map<String, String> row : rows("regressions.csv")) {
      if (row.get("way").equals(way)) {
        int coefficient = Integer.parseInt(row.get("coefficient"));
        fit = coefficient == 1 ? fit(calibrated(row)) : fit;
        TermEstimate found = fit.coefficients().get(coefficient - 1);
        near(found.estimate(), number(row, "estimate"), row);
        near(found.standardError(), number(row, "standard_error"), row);
        if (way.equals("logit") && row.get("part").isEmpty()) {
          near(found.df(), number(row, "df"), row);
        }

        compared++;
      }
    }

    assertThat(compared).isEqualTo(way.equals("logit") || way.equals("linear_bounds") ? 24 : 40);
  }

  private static RegressionFit fit(RegressionSpec spec) {
    return fit(sample(), spec);
  }

  private static RegressionSpec calibrated(Map<String, String> row) {
    return new RegressionSpec(
        Formula.of("violence ~ age + wealth"),
        Family.LOGISTIC,
        design(row.get("design")).calibrated(calibration(row.get("way"))),
        row.get("part").isEmpty() ? Map.of() : Map.of("residence", Set.of(row.get("part"))),
        Set.of());
  }

  @Test
  void negativeCalibratedWeightsOfAReplicateAreNamed() {
    // Wages this low make weights of half samples negative, and not yet those of the sample.
    PopulationTotals totals =
        PopulationTotals.of(
            "low.csv",
            rows("margins-wages.csv").stream()
                .map(
                    row ->
                        new PopulationTotals.Total(
                            row.get("variable"),
                            row.get("level"),
                            number(row, "total") * (row.get("level").isEmpty() ? LOWER : 1)))
                .toList());
    Design design = design("brr").calibrated(Calibration.of(totals, CalibrationMethod.LINEAR));
    assertThatThrownBy(() -> fit(RegressionSpec.of("violence ~ age", Family.LOGISTIC, design)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("low.csv, replicate ")
        .hasMessageContaining(", column brr")
        .hasMessageContaining("calibrated weights below 0");
  }

  /** Equal seeds give equal replicates, which lie about the linearized error. */
  @Test
  void bootstrapIsSeeded() {
    Design stratified = Design.clusters("psu").strata("stratum").weights("w");
    double linearized = error(stratified);
    double replicated = error(stratified.replicated(Replication.bootstrap(400, 1)));
    // Of 400 replicates the error of an error is 3.5 %, to which that of few clusters adds.
    assertThat(replicated).isCloseTo(linearized, within(0.25 * linearized));
    assertThat(error(stratified.replicated(Replication.bootstrap(400, 1)))).isEqualTo(replicated);
    assertThat(error(stratified.replicated(Replication.bootstrap(400, 2))))
        .isNotEqualTo(replicated);
  }

  private static double error(Design design) {
    return fit(sample(), RegressionSpec.of("violence ~ age", Family.LOGISTIC, design))
        .coefficients()
        .get(1)
        .standardError();
  }

  /** A level without violence but in one cluster separates where that cluster is left out. */
  @Test
  void aReplicateThatSeparatesIsNamed() {
    SurveyTable table = sample();
    double[] strata = table.numbers("stratum");
    double[] psus = table.numbers("psu");
    double[] violence = table.numbers("violence");
    double[] rare = new double[strata.length];
    for (int i = 0; i < rare.length; i++) {
      rare[i] = i % 9 == 0 ? 1 : 0;
      violence[i] = rare[i] == 1 ? (strata[i] == 3 && psus[i] == 2 ? 1 : 0) : violence[i];
    }

    table.with("rare", rare).with("violence", violence);
    Design design =
        Design.clusters("psu").strata("stratum").weights("w").replicated(Replication.jkn());
    assertThatThrownBy(
            () -> fit(table, RegressionSpec.of("violence ~ rare", Family.LOGISTIC, design)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("replicate 6, without cluster 2 of stratum 3: formula, rare: found")
        .hasMessageContaining("values at which the outcome is always the same");
  }

  /** A half sample in which a level has no row leaves its column the same in all rows. */
  @Test
  void aReplicateWithoutALevelIsNamed() {
    SurveyTable table = sample();
    double[] half = table.numbers("brr5");
    String[] level = new String[half.length];
    for (int i = 0; i < level.length; i++) {
      level[i] = half[i] == 0 && i % 4 == 0 ? "rare" : "usual";
    }

    table.with("level", level);
    assertThatThrownBy(
            () -> fit(table, RegressionSpec.of("income ~ level", Family.LINEAR, design("brr"))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("replicate 5, column brr5: formula, level usual: found a column");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void whatIsNoWeightIsRefused(double weight) {
    SurveyTable table = sample();
    double[] column = table.numbers("brr3");
    column[8] = weight;
    table.with("brr3", column);
    assertThatThrownBy(
            () -> fit(table, RegressionSpec.of("income ~ age", Family.LINEAR, design("brr"))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("column brr3: found a row whose replicate weight is missing, neg");
  }

  @Test
  void replicatesThatCannotBeMadeAreRefused() {
    Design rows = Design.simple().weights("w").replicated(Replication.jkn());
    assertThatThrownBy(() -> RegressionSpec.of("income ~ age", Family.LINEAR, rows))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("replicates of a regression are made of clusters");
    Design strata =
        Design.clusters("psu").strata("stratum").weights("w").replicated(Replication.jk1());
    assertThatThrownBy(
            () -> fit(sample(), RegressionSpec.of("income ~ age", Family.LINEAR, strata)))
        .hasMessageContaining("jk1 is for samples without strata; this one has 8");
    Formula formula = Formula.of("income ~ age");
    Set<Extra> small = Set.of(Extra.SMALL_SAMPLE);
    for (Design design :
        List.of(
            strata.replicated(Replication.jkn()),
            strata.replicated(null).replicates(ReplicateWeights.brr(columns("brr", 12))))) {
      assertThatThrownBy(() -> new RegressionSpec(formula, Family.LINEAR, design, Map.of(), small))
          .hasMessageContaining("leave out the replicates");
    }
  }
}
