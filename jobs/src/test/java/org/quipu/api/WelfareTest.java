package org.quipu.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.GoldenFile;
import org.quipu.TestSpark;
import org.quipu.UserException;
import org.quipu.math.Distributions;
import org.quipu.store.EstimateRow;
import org.quipu.survey.Design;
import org.quipu.survey.PovertyLine;
import org.quipu.survey.SurveyTable;
import org.quipu.survey.calibration.Calibration;
import org.quipu.survey.calibration.CalibrationMethod;

/** Golden numbers of R: the definitions, and survey's {@code svytotal} (welfare.R). */
class WelfareTest {
  private static final Design PLAIN = Design.clusters("psu").strata("stratum").weights("w");
  private static final String[] TABLES = {"national", "region"};

  private static Design design(String name) {
    if (name.equals("plain")) {
      return PLAIN;
    }

    return PLAIN.calibrated(
        Calibration.of(
            new GoldenFile("welfare/totals.csv").totals(), CalibrationMethod.POSTSTRATIFY));
  }

  private static SurveyData survey(String design) {
    return SurveyData.of(new GoldenFile("welfare/incomes.csv").table(), design(design));
  }

  private static List<EstimateRow> of(SurveyData survey, String line) {
    Estimation estimation =
        line.isEmpty() ? survey.gini("income") : survey.poverty(PovertyLine.parse(line), "income");
    return estimation.by(TABLES).rows();
  }

  private static EstimateRow find(List<EstimateRow> rows, String measure, String domain) {
    return rows.stream()
        .filter(row -> row.statistic().toString().equals(measure) && row.domain().equals(domain))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "calibrated"})
  void measuresEqualTheirDefinitionsInR(String design) {
    SurveyData survey = survey(design);
    for (String line : new String[] {"", "300", "60%"}) {
      List<EstimateRow> rows = of(survey, line);
      List<Map<String, String>> golden =
          new GoldenFile("welfare/welfare.csv")
              .rows().stream()
                  .filter(r -> r.get("design").equals(design) && r.get("line").equals(line))
                  .toList();

      assertThat(rows).hasSameSizeAs(golden).isNotEmpty();
      for (Map<String, String> r : golden) {
        EstimateRow row = find(rows, r.get("measure"), r.get("domain"));
        double value = Double.parseDouble(r.get("value"));
        double standardError = Double.parseDouble(r.get("standard_error"));
        assertThat(row.estimate()).as("%s", r).isCloseTo(value, within(1e-10 * value));
        assertThat(row.standardError())
            .as("%s", r)
            .isCloseTo(standardError, within(1e-9 * standardError));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "calibrated"})
  void covariancesAreThoseOfTheirVariablesInR(String design) {
    SurveyData survey = survey(design);
    Map<List<String>, Double> found = new HashMap<>();
    Stream.of(
            survey.gini("income").by(TABLES),
            survey.poverty(PovertyLine.parse("60%"), "income").by(TABLES))
        .flatMap(estimation -> estimation.covariances().rows().stream())
        .forEach(
            row -> {
              List<String> one = List.of(row.statistic().toString(), row.domain());
              List<String> other = List.of(row.otherStatistic().toString(), row.otherDomain());
              found.put(concat(one, other), row.covariance());
              found.put(concat(other, one), row.covariance());
            });
    List<Map<String, String>> golden =
        new GoldenFile("welfare/covariances.csv")
            .rows().stream().filter(r -> r.get("design").equals(design)).toList();

    // 4 coefficients, 3 measures in 4 domains and the line
    assertThat(golden).hasSize(4 * 5 / 2 + 13 * 14 / 2);
    for (Map<String, String> r : golden) {
      List<String> key =
          List.of(r.get("measure"), r.get("domain"), r.get("other_measure"), r.get("other_domain"));
      double covariance = Double.parseDouble(r.get("covariance"));
      assertThat(found.get(key))
          .as("%s", r)
          .isCloseTo(covariance, within(1e-12 + 1e-9 * Math.abs(covariance)));
    }
  }

  private static List<String> concat(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  @Test
  void intervalsAreOfTheDesignsDegreesOfFreedom() {
    List<EstimateRow> rows = of(survey("plain"), "60%");
    EstimateRow gap = find(rows, "poverty_gap", "00");
    // 33 clusters less 6 strata
    assertThat(gap.df()).isEqualTo(27);
    assertThat(gap.ciHigh() - gap.estimate())
        .isCloseTo(Distributions.critical(0.95, 27) * gap.standardError(), within(1e-14));
    assertThat(gap.n()).isEqualTo(388);

    EstimateRow poor = find(rows, "poverty_headcount", "00");
    double half =
        Distributions.critical(0.95, 27)
            * poor.standardError()
            / (poor.estimate() * (1 - poor.estimate()));
    double logit = Math.log(poor.estimate() / (1 - poor.estimate())) - half;
    assertThat(poor.ciLow()).isCloseTo(1 / (1 + Math.exp(-logit)), within(1e-12));
  }

  @Test
  void theyDoNotDependOnHowSparkCutsTheRows(@TempDir Path folder) {
    Dataset<Row> table =
        TestSpark.session()
            .read()
            .option("header", true)
            .option("inferSchema", true)
            .csv(new GoldenFile("welfare/incomes.csv").in(folder).toString());
    List<List<EstimateRow>> all =
        Stream.of(1, 7, 64)
            .map(count -> SurveyData.of(table.repartition(count), PLAIN))
            .map(
                survey ->
                    Stream.of("", "300", "60%").flatMap(line -> of(survey, line).stream()).toList())
            .toList();

    assertThat(all.get(1)).isEqualTo(all.get(0));
    assertThat(all.get(2)).isEqualTo(all.get(0));
  }

  @Test
  void theScaleOfWeightsDoesNotMatter() {
    SurveyTable table = new GoldenFile("welfare/incomes.csv").table();
    double[] weights = table.numbers("w");
    table.with("line", Arrays.stream(weights).map(weight -> weight * 1e6).toArray());
    SurveyData millionths =
        SurveyData.of(
            table, Design.clusters("psu").strata("stratum").weights("line").weightScale(1e6));
    for (String line : new String[] {"", "300", "60%"}) {
      List<EstimateRow> plain = of(survey("plain"), line);
      List<EstimateRow> scaled = of(millionths, line);
      for (int i = 0; i < plain.size(); i++) {
        EstimateRow row = plain.get(i);
        assertThat(scaled.get(i).estimate()).isCloseTo(row.estimate(), withinPercentage(1e-8));
        assertThat(scaled.get(i).standardError())
            .isCloseTo(row.standardError(), withinPercentage(1e-8));
      }
    }
  }

  /** Two people with 1 and 3: Gini's coefficient is 1/4 (mean difference 1 over twice the mean). */
  @Test
  void knownByHand() {
    SurveyTable two = new SurveyTable("two", 4).with("y", 1, 3, 1, 3).with("psu", 1, 1, 2, 2);
    SurveyData survey = SurveyData.of(two, Design.clusters("psu"));

    EstimateRow gini = survey.gini("y").rows().get(0);
    assertThat(gini.estimate()).isCloseTo(0.25, within(1e-15));
    // Two equal clusters.
    assertThat(gini.standardError()).isCloseTo(0, within(1e-15));
    assertThat(gini.ciLow()).isNaN();

    List<EstimateRow> poor = survey.poverty(PovertyLine.of(2), "y").rows();
    assertThat(poor).extracting(EstimateRow::estimate).containsExactly(0.5, 0.25, 0.125);
    assertThat(survey.poverty(PovertyLine.of(1), "y").rows())
        .extracting(EstimateRow::estimate)
        .containsExactly(0.0, 0.0, 0.0);
  }

  @Test
  void whatCannotBeIsRefused() {
    SurveyTable nothing =
        new SurveyTable("nothing", 2).with("y", 0, 0).with("none", Double.NaN, Double.NaN);
    SurveyData survey = SurveyData.of(nothing, Design.simple());
    assertThat(survey.gini("y").rows().get(0).estimate()).isNaN();
    assertThat(survey.gini("y").rows().get(0).standardError()).isNaN();
    assertThat(survey.gini("y").rows().get(0).n()).isEqualTo(2);
    assertThat(survey.gini("y").covariances().rows().get(0).covariance()).isNaN();
    assertThatThrownBy(() -> survey.poverty(PovertyLine.ofMedian(0.6), "y").rows())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("a median of 0 or less");
    assertThatThrownBy(() -> survey.poverty(PovertyLine.of(2), "none").rows())
        .hasMessageContaining("no row with a value");
    for (String line : new String[] {"0", "-5", "NaN", "x", "0%", "Infinity"}) {
      assertThatThrownBy(() -> PovertyLine.parse(line))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
