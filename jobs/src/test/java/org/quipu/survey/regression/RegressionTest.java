package org.quipu.survey.regression;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.quipu.Coded;
import org.quipu.UserException;
import org.quipu.math.WaldTest;
import org.quipu.survey.Design;
import org.quipu.survey.SurveyTable;

/** Golden numbers of R: {@code survey::svyglm} and {@code regTermTest} (regression.R). */
class RegressionTest {
  private static final double RELATIVE = 1e-8;

  private static SurveyTable sample() {
    SurveyTable table = Golden.sample();
    return table.with(
        "cluster",
        IntStream.range(0, table.rows())
            .mapToObj(row -> table.text("stratum", row) + "-" + table.text("psu", row))
            .toArray(String[]::new));
  }

  private static RegressionFit fit(SurveyTable table, RegressionSpec spec) {
    ModelInput input = TableEncoder.input(table, spec);
    return Regression.fit(TableEncoder.encode(table, input), input);
  }

  private static RegressionFit fit(String formula, Family family) {
    return fit(sample(), RegressionSpec.of(formula, family, Golden.stratified()));
  }

  private static RegressionSpec spec(Map<String, String> row) {
    return new RegressionSpec(
        Formula.of(row.get("formula")),
        Coded.of(Family.class, row.get("family")),
        Golden.design(row.get("design")),
        row.get("design").equals("rural") ? Map.of("residence", Set.of("2")) : Map.of(),
        Set.of(Extra.MARGINS));
  }

  @TestFactory
  List<DynamicTest> givesTheNumbersOfR() {
    Map<String, List<Map<String, String>>> models =
        Golden.rows("coefficients.csv").stream()
            .collect(Collectors.groupingBy(row -> row.get("model")));
    Map<String, List<Map<String, String>>> tests =
        Golden.rows("tests.csv").stream().collect(Collectors.groupingBy(row -> row.get("model")));
    List<DynamicTest> all = new ArrayList<>();
    models.forEach(
        (model, rows) ->
            all.add(
                DynamicTest.dynamicTest(
                    rows.get(0).get("design") + ", " + rows.get(0).get("formula"),
                    () -> check(rows, tests.get(model)))));
    return all;
  }

  private static void check(List<Map<String, String>> rows, List<Map<String, String>> tests) {
    RegressionFit fit = fit(sample(), spec(rows.get(0)));
    assertThat(fit.coefficients()).hasSameSizeAs(rows);
    for (int j = 0; j < rows.size(); j++) {
      Map<String, String> row = rows.get(j);
      TermEstimate found = fit.coefficients().get(j);
      near(found.estimate(), row, "estimate");
      near(found.standardError(), row, "standard_error");
      near(found.df(), row, "df");
      near(found.pValue(), row, "p_value");
      near(found.low(), row, "low");
      near(found.high(), row, "high");
      assertThat(fit.covariance().get(0).get(j))
          .isCloseTo(
              Golden.number(row, "covariance_with_first"),
              within(RELATIVE * found.standardError() * fit.coefficients().get(0).standardError()));
    }

    Margins margins = fit.margins().orElseThrow();
    String model = rows.get(0).get("model");
    check(margins.predictions(), margins.predictionCovariance(), model, "prediction");
    check(margins.effects(), margins.effectCovariance(), model, "effect");
    assertThat(fit.tests()).hasSameSizeAs(tests);
    for (int i = 0; i < tests.size(); i++) {
      Map<String, String> row = tests.get(i);
      WaldTest wald = fit.tests().get(i).wald();
      near(wald.statistic(), row, "f");
      near(wald.df1(), row, "df1");
      near(wald.df2(), row, "df2");
      near(wald.pValue(), row, "p_value");
      WaldTest raoScott = fit.tests().get(i).raoScott();
      near(raoScott.statistic(), row, "rao_scott_f");
      near(raoScott.df1(), row, "rao_scott_df1");
      near(raoScott.pValue(), row, "rao_scott_p");
    }
  }

  @TestFactory
  List<DynamicTest> ordinalRegressionsAreThoseOfR() {
    List<DynamicTest> all = new ArrayList<>();
    Golden.rows("ordinal.csv").stream()
        .collect(Collectors.groupingBy(row -> row.get("formula")))
        .forEach(
            (formula, rows) ->
                all.add(
                    DynamicTest.dynamicTest(
                        formula,
                        () -> {
                          RegressionFit fit =
                              fit(
                                  sample(),
                                  RegressionSpec.of(
                                      formula,
                                      Family.ORDINAL,
                                      Golden.design(rows.get(0).get("design"))));
                          assertThat(fit.coefficients()).hasSameSizeAs(rows);
                          for (int j = 0; j < rows.size(); j++) {
                            TermEstimate found = fit.coefficients().get(j);
                            near(found.estimate(), rows.get(j), "estimate");
                            near(found.standardError(), rows.get(j), "standard_error");
                            near(found.df(), rows.get(j), "df");
                            assertThat(fit.covariance().get(0).get(j))
                                .isCloseTo(
                                    Golden.number(rows.get(j), "covariance_with_first"),
                                    within(
                                        RELATIVE
                                            * found.standardError()
                                            * fit.coefficients().get(0).standardError()));
                          }
                        })));
    return all;
  }

  @Test
  void ordinalOutcomesHaveCategories() {
    assertThat(fit("severity ~ age + wealth", Family.ORDINAL).coefficients())
        .extracting(each -> each.term() + " " + each.level())
        .startsWith("(Threshold) 1|2", "(Threshold) 2|3", "(Threshold) 3|4", "age ");
    assertThat(fit("severity ~ age + wealth", Family.ORDINAL).tests()).hasSize(2);
    assertThatThrownBy(() -> fit("violence ~ age", Family.ORDINAL))
        .hasMessageContaining("column violence: found 2 values; expected 3 to 20 categories");
    assertThatThrownBy(() -> fit("income ~ age", Family.ORDINAL))
        .hasMessageContaining("column income: found more than 20 values");
    assertThatThrownBy(
            () ->
                new RegressionSpec(
                    Formula.of("severity ~ age"),
                    Family.ORDINAL,
                    Golden.stratified(),
                    Map.of(),
                    Set.of(Extra.MARGINS)))
        .hasMessageContaining("ordinal regressions have no margins");
  }

  @Test
  void namesTheVariableThatSeparatesCategories() {
    SurveyTable table = sample();
    double[] severities = table.numbers("severity");
    table.with(
        "mark",
        IntStream.range(0, table.rows())
            .mapToDouble(i -> severities[i] == 4 && i % 3 > 0 ? 1 : 0)
            .toArray());
    assertThatThrownBy(
            () ->
                fit(
                    table,
                    RegressionSpec.of(
                        "severity ~ age + mark", Family.ORDINAL, Golden.stratified())))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("formula, mark: found values at which the outcome is always");
  }

  /**
   * R: clubSandwich::vcovCR with CR2, coef_test with Satterthwaite, Wald_test with HTZ of the
   * linear model, whose rows weigh alike; the others by definition from whole matrices.
   */
  @TestFactory
  List<DynamicTest> errorsForFewClustersAreThoseOfR() {
    Map<String, List<Map<String, String>>> tests =
        Golden.rows("small-tests.csv").stream()
            .collect(Collectors.groupingBy(row -> row.get("family")));
    List<DynamicTest> all = new ArrayList<>();
    Golden.rows("small.csv").stream()
        .collect(Collectors.groupingBy(row -> row.get("family")))
        .forEach(
            (family, rows) ->
                all.add(
                    DynamicTest.dynamicTest(family, () -> checkSmall(rows, tests.get(family)))));
    return all;
  }

  private static void checkSmall(List<Map<String, String>> rows, List<Map<String, String>> tests) {
    RegressionSpec spec =
        new RegressionSpec(
            Formula.of(rows.get(0).get("formula")),
            Coded.of(Family.class, rows.get(0).get("family")),
            Golden.stratified().weights(rows.get(0).get("family").equals("linear") ? null : "w"),
            Map.of(),
            Set.of(Extra.SMALL_SAMPLE));
    RegressionFit fit = fit(sample(), spec);
    assertThat(fit.coefficients()).hasSameSizeAs(rows);
    for (int j = 0; j < rows.size(); j++) {
      TermEstimate found = fit.coefficients().get(j);
      near(found.estimate(), rows.get(j), "estimate");
      near(found.standardError(), rows.get(j), "standard_error");
      near(found.df(), rows.get(j), "df");
      assertThat(fit.covariance().get(0).get(j))
          .isCloseTo(
              Golden.number(rows.get(j), "covariance_with_first"),
              within(RELATIVE * found.standardError() * fit.coefficients().get(0).standardError()));
    }

    for (int i = 0; i < fit.tests().size(); i++) {
      WaldTest test = fit.tests().get(i).wald();
      near(test.statistic(), tests.get(i), "f");
      near(test.df1(), tests.get(i), "df1");
      near(test.df2(), tests.get(i), "df2");
      near(test.pValue(), tests.get(i), "p_value");
    }
  }

  @Test
  void errorsForFewClustersNeedClusters() {
    for (Design design : List.of(Design.simple(), Golden.stratified().fpc("fpc"))) {
      assertThatThrownBy(
              () ->
                  new RegressionSpec(
                      Formula.of("violence ~ age"),
                      Family.LOGISTIC,
                      design,
                      Map.of(),
                      Set.of(Extra.SMALL_SAMPLE)))
          .hasMessageContaining("errors for small samples are those of coefficients");
    }
  }

  /** The numbers that svypredmeans gives, and its formula for what it does not. */
  private static void check(
      List<TermEstimate> found, List<List<Double>> covariance, String model, String kind) {
    List<Map<String, String>> rows =
        Golden.rows("margins.csv").stream()
            .filter(row -> row.get("model").equals(model) && row.get("kind").equals(kind))
            .toList();
    if (rows.isEmpty()) {
      return;
    }

    assertThat(found)
        .extracting(each -> each.term() + " " + each.level())
        .isEqualTo(rows.stream().map(row -> row.get("term") + " " + row.get("level")).toList());
    for (int i = 0; i < rows.size(); i++) {
      Map<String, String> row = rows.get(i);
      near(found.get(i).estimate(), row, "estimate");
      near(found.get(i).standardError(), row, "standard_error");
      assertThat(covariance.get(0).get(i))
          .isCloseTo(
              Golden.number(row, "covariance_with_first"),
              within(RELATIVE * found.get(0).standardError() * found.get(i).standardError()));
    }
  }

  private static void near(double found, Map<String, String> row, String heading) {
    double expected = Golden.number(row, heading);
    assertThat(found)
        .as(heading + " of " + row.getOrDefault("name", row.get("term")))
        .isCloseTo(expected, within(RELATIVE * Math.max(Math.abs(expected), 1e-10)));
  }

  @Test
  void doesNotDependOnTheOrderAndTheGroupingOfRows() {
    SurveyTable table = sample();
    RegressionSpec spec =
        RegressionSpec.of("violence ~ age + wealth * x", Family.LOGISTIC, Golden.stratified());
    RegressionFit whole = fit(table, spec);
    List<Integer> order = new ArrayList<>(IntStream.range(0, table.rows()).boxed().toList());
    Collections.shuffle(order, new Random(7));
    SurveyTable mixed = new SurveyTable("mixed", table.rows());
    for (String name : table.names()) {
      mixed.with(name, order.stream().map(row -> table.text(name, row)).toArray(String[]::new));
    }

    ModelInput input = TableEncoder.input(mixed, spec);
    EncodedRows rows = TableEncoder.encode(mixed, input);
    EncodedRows parts =
        new EncodedRows() {
          @Override
          public <S extends RowSums<S>> S sums(S empty) {
            S all = empty.fresh();
            all.merge(rows.sums(empty));
            all.merge(empty.fresh());
            return all;
          }
        };
    assertThat(Regression.fit(parts, input)).isEqualTo(whole);
  }

  @Test
  void countsTheSample() {
    RegressionFit fit = fit("violence ~ age + wealth", Family.LOGISTIC);

    ToDoubleFunction<RegressionFit> df = RegressionFit::df;
    assertThat(fit.lonelyStrata()).containsExactly("107");
    assertThat(fit.clusters()).isEqualTo(46);
    assertThat(fit.strata()).isEqualTo(8);
    assertThat(df.applyAsDouble(fit)).isEqualTo(46 - 8 + 1 - 5);
  }

  @Test
  void namesACollinearColumn() {
    SurveyTable table = sample();
    double[] ages = table.numbers("age");
    table.with("birth", IntStream.range(0, ages.length).mapToDouble(i -> 2020 - ages[i]).toArray());

    assertThatThrownBy(
            () ->
                fit(
                    table,
                    RegressionSpec.of(
                        "violence ~ age + wealth + birth", Family.LOGISTIC, Golden.stratified())))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("formula, birth: found a column that is the same in all rows");
  }

  /** Of rows that count: those outside the domain may have any number. */
  @Test
  void refusesNumbersForWhichAFunctionIsNotDefined() {
    SurveyTable table = sample();
    double[] ages = table.numbers("age");
    table.with("since", IntStream.range(0, ages.length).mapToDouble(i -> ages[i] - 20).toArray());
    for (String formula :
        List.of("violence ~ log(since)", "violence ~ offset(sqrt(since))", "log(since) ~ wealth")) {
      RegressionSpec spec = RegressionSpec.of(formula, Family.LINEAR, Golden.stratified());
      assertThatThrownBy(() -> fit(table, spec))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("column since: found a number for which ")
          .hasMessageContaining("(since) is not defined; expected numbers for which it is");
      Set<String> later = IntStream.range(21, 50).mapToObj(Integer::toString).collect(toSet());
      RegressionSpec inDomain =
          new RegressionSpec(
              spec.formula(), Family.LINEAR, spec.design(), Map.of("age", later), Set.of());
      assertThat(fit(table, inDomain).rows()).isPositive();
    }
  }

  @Test
  void powersFarFromZeroAreToBeCentred() {
    assertThatThrownBy(() -> fit("violence ~ poly(year, 3)", Family.LOGISTIC))
        .hasMessageContaining("formula, poly(year, 3) 3: found a column that")
        .hasMessageContaining("as in poly(I(x - 2015), 3)");
    assertThat(fit("violence ~ poly(I(year - 2015), 3)", Family.LOGISTIC).coefficients())
        .hasSize(4);
  }

  @Test
  void namesAConstantColumn() {
    SurveyTable table = sample();
    table.with("one", IntStream.range(0, table.rows()).mapToDouble(i -> 1).toArray());

    assertThatThrownBy(
            () ->
                fit(
                    table,
                    RegressionSpec.of(
                        "violence ~ one + age", Family.LOGISTIC, Golden.stratified())))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("formula, one: found a column that is the same");
  }

  @Test
  void namesTheLevelThatSeparates() {
    SurveyTable table = sample();
    double[] outcomes = table.numbers("violence");
    table.with(
        "group",
        IntStream.range(0, table.rows())
            .mapToObj(i -> outcomes[i] == 0 && i % 5 == 0 ? "never" : i % 2 == 0 ? "a" : "b")
            .toArray(String[]::new));
    for (Family family : List.of(Family.LOGISTIC, Family.PROBIT, Family.CLOGLOG, Family.POISSON)) {
      assertThatThrownBy(
              () ->
                  fit(
                      table,
                      RegressionSpec.of(
                          "violence ~ age + group + wealth", family, Golden.stratified())))
          .isInstanceOf(UserException.class)
          .hasMessageContaining(
              "formula, group never: found values at which the outcome is always");
    }
  }

  @Test
  void namesTheVariableThatSeparatesWholly() {
    SurveyTable table = sample();
    double[] ages = table.numbers("age");
    table.with(
        "old", IntStream.range(0, table.rows()).mapToDouble(i -> ages[i] > 30 ? 1 : 0).toArray());

    assertThatThrownBy(
            () -> fit(table, RegressionSpec.of("old ~ age", Family.LOGISTIC, Golden.stratified())))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("formula, age: found values at which the outcome is always the same");
  }

  @Test
  void refusesOutcomesThatHaveNoPlaceInTheFamily() {
    assertThatThrownBy(() -> fit("income ~ age", Family.LOGISTIC))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("column income: found a number outside its range")
        .hasMessageContaining("expected 0, 1 or missing");
  }

  @Test
  void refusesAnOutcomeThatDoesNotVary() {
    SurveyTable table = sample();
    table.with("never", new double[table.rows()]);
    assertThatThrownBy(
            () ->
                fit(table, RegressionSpec.of("never ~ age", Family.LOGISTIC, Golden.stratified())))
        .hasMessageContaining("column never: found one value in all rows that count");
  }

  @Test
  void refusesWhatTheDesignCannotHave() {
    SurveyTable table = sample();
    double[] weights = table.numbers("w");
    weights[3] = -1;
    table.with("negative", weights);
    double[] sizes = table.numbers("fpc");
    sizes[5] += 1;
    table.with("uneven", sizes);
    double[] none = table.numbers("fpc");
    none[7] = Double.NaN;
    table.with("none", none);
    assertThatThrownBy(() -> fit(table, spec(Golden.stratified().weights("negative"))))
        .hasMessageContaining("column negative: found a row whose weight is missing, negative");
    assertThatThrownBy(() -> fit(table, spec(Golden.stratified().fpc("uneven"))))
        .hasMessageContaining("found several numbers; expected one number for the whole stratum");
    assertThatThrownBy(() -> fit(table, spec(Golden.stratified().fpc("none"))))
        .hasMessageContaining("found a row whose number is missing, 0 or negative");
  }

  private static RegressionSpec spec(Design design) {
    return RegressionSpec.of("violence ~ age", Family.LOGISTIC, design);
  }

  @Test
  void refusesADomainWithoutRows() {
    RegressionSpec spec =
        new RegressionSpec(
            Formula.of("violence ~ age"),
            Family.LOGISTIC,
            Golden.stratified(),
            Map.of("residence", Set.of("3")),
            Set.of());
    assertThatThrownBy(() -> fit(sample(), spec))
        .hasMessageContaining("column violence: found no row with a value");
  }

  @Test
  void refusesAReferenceThatNoRowHas() {
    assertThatThrownBy(() -> fit("violence ~ factor(wealth, ref = richest)", Family.LOGISTIC))
        .hasMessageContaining(
            "formula, factor wealth: found the reference level richest; expected one of middle,"
                + " poor, poorest, rich");
  }

  @Test
  void refusesALonelyCluster() {
    Design fails = Design.clusters("psu").strata("stratum").weights("w");
    assertThatThrownBy(
            () -> fit(sample(), RegressionSpec.of("violence ~ age", Family.LOGISTIC, fails)))
        .hasMessageContaining("one cluster in stratum 107");
  }

  @Test
  void refusesMoreClustersThanThereAre() {
    SurveyTable table = sample();
    table.with("few", IntStream.range(0, table.rows()).mapToDouble(i -> 3).toArray());
    assertThatThrownBy(
            () ->
                fit(
                    table,
                    RegressionSpec.of(
                        "violence ~ age", Family.LOGISTIC, Golden.stratified().fpc("few"))))
        .hasMessageContaining("finite population correction of stratum 101: found 3 clusters");
  }
}
