package org.quipu.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.quipu.survey.calibration.CalibrationGolden.calibration;
import static org.quipu.survey.calibration.CalibrationGolden.design;
import static org.quipu.survey.calibration.CalibrationGolden.rows;
import static org.quipu.survey.calibration.CalibrationGolden.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.UserException;
import org.quipu.survey.calibration.CalibrationReport;

/** Calibration against R's survey package, by the numbers that {@code calibration.R} wrote. */
class CalibrationTest {
  private static final double NEAR = 1e-8;
  private static final List<Outcome> OUTCOMES =
      List.of(
          Outcome.mean("y"),
          Outcome.proportion("violence"),
          Outcome.total("violence"),
          Outcome.ratio("y", "income"));
  private static final List<DomainTable> TABLES =
      List.of(DomainTable.NATIONAL, DomainTable.of("age"), DomainTable.of("residence"));

  private static double number(Map<String, String> row, String heading) {
    return Double.parseDouble(row.get(heading));
  }

  private static void near(double actual, double expected, Object what) {
    assertThat(actual)
        .as("%s", what)
        .isCloseTo(expected, within(NEAR * Math.max(1e-3, Math.abs(expected))));
  }

  @ParameterizedTest
  @FieldSource("org.quipu.survey.calibration.CalibrationGolden#WAYS")
  void weightsAreThoseOfR(String way) {
    double[] weights =
        AuxiliaryColumns.weights(sample(), design("certainty").calibrated(calibration(way)));
    List<Map<String, String>> expected = rows("weights.csv");
    assertThat(weights).hasSize(expected.size());
    for (int row = 0; row < weights.length; row++) {
      near(weights[row], number(expected.get(row), way), way + " row " + row);
    }
  }

  @ParameterizedTest
  @FieldSource("org.quipu.survey.calibration.CalibrationGolden#WAYS")
  void estimatesAndErrorsAreThoseOfR(String way) {
    int compared = 0;
    for (String name : List.of("certainty", "adjust", "average", "fpc", "stages", "rows")) {
      Estimates estimates = estimates(design(name).calibrated(calibration(way)));
      for (Map<String, String> row : rows("estimates.csv")) {
        if (row.get("way").equals(way) && row.get("design").equals(name)) {
          compare(estimates, row);
          compared++;
        }
      }
    }

    assertThat(compared).isEqualTo(144);
  }

  private static Estimates estimates(Design design) {
    return InMemoryEstimator.estimate(sample(), null, design, OUTCOMES, TABLES);
  }

  private static Estimate find(Estimates estimates, Map<String, String> row) {
    return estimates.all().stream()
        .filter(each -> each.outcome().name().equals(row.get("outcome")))
        .filter(each -> each.outcome().statistic().code().equals(row.get("statistic")))
        .filter(each -> each.table().name().equals(row.get("by")))
        .filter(each -> each.domain().equals(row.get("domain")))
        .findFirst()
        .orElseThrow();
  }

  private static void compare(Estimates estimates, Map<String, String> row) {
    Estimate estimate = find(estimates, row);
    near(estimate.estimate(), number(row, "estimate"), row);
    near(estimate.standardError(), number(row, "standard_error"), row);
    near(estimate.df(), number(row, "df"), row);
    if (!row.get("deff").isEmpty()) {
      near(estimate.deff(), number(row, "deff"), row);
    }
  }

  @ParameterizedTest
  @FieldSource("org.quipu.survey.calibration.CalibrationGolden#WAYS")
  void covariancesAreThoseOfR(String way) {
    Estimates estimates = estimates(design("certainty").calibrated(calibration(way)));
    Estimate young = estimates.find(null, "violence", "age", "15-24").orElseThrow();
    Estimate old = estimates.find(null, "violence", "age", "35-49").orElseThrow();
    double expected =
        rows("covariances.csv").stream()
            .filter(row -> row.get("way").equals(way))
            .mapToDouble(row -> number(row, "covariance"))
            .findFirst()
            .orElseThrow();
    // find() has the last of the outcomes of a name: the total, whose covariance is another.
    assertThat(young.outcome().statistic()).isEqualTo(Statistic.TOTAL);
    List<Estimate> proportions =
        estimates.all().stream()
            .filter(each -> each.outcome().statistic() == Statistic.PROPORTION)
            .filter(
                each ->
                    each.table().name().equals("age")
                        && List.of(young.domain(), old.domain()).contains(each.domain()))
            .toList();
    double[][] covariances = estimates.covariances(proportions);
    near(covariances[0][1] / expected, 1, way);
    for (int i = 0; i < 2; i++) {
      near(Math.sqrt(covariances[i][i]), proportions.get(i).standardError(), way);
    }
  }

  @Test
  void quantilesAreThoseOfR() {
    for (Map<String, String> row : rows("quantiles.csv")) {
      Quantile quantile =
          Quantile.estimate(
                  sample(),
                  design("certainty").calibrated(calibration(row.get("way"))),
                  "y",
                  0.5,
                  DomainTable.NATIONAL)
              .get(0);
      near(quantile.value(), number(row, "value"), row);
      near(quantile.standardError(), number(row, "standard_error"), row);
    }
  }

  @Test
  void totalsThatAreCalibratedToHaveNoError() {
    Estimates estimates =
        InMemoryEstimator.estimate(
            sample(),
            null,
            design("certainty").calibrated(calibration("linear")),
            List.of(Outcome.total("income")),
            List.of(DomainTable.NATIONAL));
    Estimate income = estimates.all().get(0);
    near(income.estimate(), number(rows("margins-income.csv").get(5), "total"), "income");
    assertThat(income.standardError()).isZero();
  }

  /**
   * R survey 4.1-1 without the rows of weight 0 (every eleventh of the sample from the seventh, no
   * cluster whole): {@code svymean(~income, postStratify(d, ~age + residence, cells))}, the same by
   * {@code calibrate(d, ~age * residence, …)}. With these rows {@code svyrecvar} takes 1 for their
   * weight, so that each adds the mean of its cell to the residual of its cluster: 37.79969864.
   */
  @Test
  void rowsOfNoWeightHaveNoPartInTheErrorsOfPostStratification() {
    SurveyTable zeros = sample();
    double[] weights = zeros.numbers("w").clone();
    for (int row = 6; row < weights.length; row += 11) {
      weights[row] = 0;
    }

    zeros.with("w", weights);
    Estimates estimates =
        InMemoryEstimator.estimate(
            zeros,
            null,
            design("certainty").calibrated(calibration("poststratify")),
            List.of(Outcome.mean("income")),
            List.of(DomainTable.NATIONAL, DomainTable.of("residence")));
    Estimate national = estimates.all().get(0);
    near(national.estimate(), 877.279732942243, "national");
    near(national.standardError(), 37.8081229036845, "national");
    near(
        estimates.find(null, "income", "residence", "urban").orElseThrow().standardError(),
        80.8921805577554,
        "urban");
  }

  @Test
  void reportTellsWhatWasDone() {
    CalibrationReport report =
        estimates(design("certainty").calibrated(calibration("linear_bounds")))
            .calibrations()
            .get(null);
    double[] weights = sample().numbers("w");
    double sum = Arrays.stream(weights).sum();
    double squares = Arrays.stream(weights).map(w -> w * w).sum();
    assertThat(report.rows()).isEqualTo(weights.length);
    assertThat(report.smallest()).isCloseTo(0.8, within(1e-12));
    assertThat(report.largest()).isCloseTo(1.5, within(1e-12));
    near(report.effectBefore(), weights.length * squares / (sum * sum), "before");
    assertThat(report.effectAfter()).isGreaterThan(report.effectBefore());
    assertThat(report.steps()).isBetween(2, 20);
    assertThat(report.negative()).isZero();
  }

  /** replicates.R: svymean, svytotal and svyratio of calibrated designs with replicates. */
  @ParameterizedTest
  @ValueSource(strings = {"poststratify", "rake", "linear", "linear_bounds", "logit"})
  void calibratedReplicatesAreThoseOfR(String way) {
    List<Outcome> outcomes =
        List.of(
            Outcome.mean("income"),
            Outcome.proportion("violence"),
            Outcome.total("violence"),
            Outcome.ratio("income", "age"));
    List<DomainTable> tables = List.of(DomainTable.NATIONAL, DomainTable.of("residence"));
    int compared = 0;
    for (String name : List.of("brr", "fay", "bootstrap", "jkn", "jk1")) {
      List<Map<String, String>> expected =
          ReplicateGolden.rows("estimates.csv").stream()
              .filter(row -> row.get("way").equals(way) && row.get("design").equals(name))
              .toList();
      if (!expected.isEmpty()) {
        Design design = ReplicateGolden.design(name).calibrated(ReplicateGolden.calibration(way));
        Estimates estimates =
            InMemoryEstimator.estimate(ReplicateGolden.sample(), null, design, outcomes, tables);
        for (Map<String, String> row : expected) {
          Estimate estimate = find(estimates, row);
          near(estimate.estimate(), number(row, "estimate"), row);
          near(estimate.standardError(), number(row, "standard_error"), row);
          compared++;
        }
      }
    }

    assertThat(compared).isEqualTo(way.equals("logit") || way.equals("linear_bounds") ? 36 : 60);
  }

  @Test
  void aReplicateThatCannotBeCalibratedIsNamed() {
    SurveyTable sample = ReplicateGolden.sample();
    double[] half = sample.numbers("brr4");
    for (int row = 0; row < half.length; row++) {
      half[row] = sample.text("group", row).equals("15-24") ? 0 : half[row];
    }

    sample.with("brr4", half);
    Design design = ReplicateGolden.design("brr").calibrated(ReplicateGolden.calibration("rake"));
    assertThatThrownBy(
            () ->
                InMemoryEstimator.estimate(
                    sample,
                    null,
                    design,
                    List.of(Outcome.mean("income")),
                    List.of(DomainTable.NATIONAL)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("replicate 4, column brr4: margins.csv, group 15-24: found a total")
        .hasMessageContaining("where the sample has no row");
  }

  @Test
  void replicatesThatCannotBeCalibratedAreRefused() {
    Design calibrated = design("certainty").calibrated(calibration("rake"));
    Estimates estimates = estimates(calibrated);
    assertThatThrownBy(() -> estimates.replicated(Replication.jkn()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("named in the design before anything is estimated");
    Design trimmed = design("certainty").calibrated(calibration("rake_trim"));
    ReplicateWeights weights = ReplicateWeights.brr(List.of("r1", "r2"));
    assertThatThrownBy(() -> trimmed.replicates(weights))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("calibrated and not trimmed");
    Design rows = design("rows").calibrated(calibration("rake"));
    assertThatThrownBy(() -> rows.replicated(Replication.jkn()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("replicates of calibrated weights are made of clusters");
  }
}
