package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.quipu.SharedData;
import org.quipu.math.WeightedLeastSquares;
import org.quipu.target.Area;
import org.quipu.target.Bounds;
import org.quipu.target.FastChoice;
import org.quipu.target.Greedy;
import org.quipu.target.Optimum;
import org.quipu.target.TargetProblem;

/** Worked examples whose data do not belong to Quipu. */
class SharedExamplesTest {
  private static final String FOLDER = "worked-examples/small-areas/";

  @TestFactory
  Stream<DynamicTest> workedExamples() {
    SharedData.require(FOLDER);
    return Stream.of(
        dynamicTest("sae", SharedExamplesTest::equalsSae),
        dynamicTest("emdi", SharedExamplesTest::equalsEmdi),
        dynamicTest("CEPAL", SharedExamplesTest::equalsCepal),
        dynamicTest("glmmTMB", ClusterModelTest::equalsGlmmTmbOnTheClustersOf2020),
        dynamicTest("targets", SharedExamplesTest::equalsTheProvenOptima));
  }

  // R: sae 1.3, run to convergence.
  private static void equalsSae() throws IOException {
    for (VarianceEstimator estimator : List.of(VarianceEstimator.REML, VarianceEstimator.ML)) {
      grapes(estimator);
    }
    for (TimeEffects effects : TimeEffects.values()) {
      spacetime(effects);
    }
  }

  /**
   * R: emdi 2.2.2, fh with the transformations arcsin (effective sample size n) and log. Its search
   * for A stops up to 5e-5 of it from the maximum, so that A is emdi's own here.
   */
  private static void equalsEmdi() throws IOException {
    for (VarianceEstimator estimator : List.of(VarianceEstimator.REML, VarianceEstimator.ML)) {
      for (boolean whole : new boolean[] {true, false}) {
        emdi(estimator, whole, "MTMED-arcsin", Scale.ARCSINE, BackTransformation.NAIVE);
        emdi(estimator, whole, "MTMED-arcsin", Scale.ARCSINE, BackTransformation.BC);
        emdi(estimator, whole, "Mean-log", Scale.LOG, BackTransformation.BC_CRUDE);
        emdi(estimator, whole, "Mean-log", Scale.LOG, BackTransformation.BC_SM);
      }
    }

    List<Map<String, String>> rows = csv("emdi-expected-benchmark.csv");
    Map<String, Benchmark> columns =
        Map.of("raking", Benchmark.RAKING, "ratio", Benchmark.RATIO, "MSE_adj", Benchmark.MSE);
    columns.forEach(
        (column, benchmark) -> {
          double[] values =
              benchmark.apply(
                  column(rows, "FH"), column(rows, "MSE"), column(rows, "share"), 20140.09);
          assertThat(values).containsExactly(column(rows, column), within(1e-10));
        });
  }

  private static void emdi(
      VarianceEstimator estimator, boolean whole, String name, Scale scale, BackTransformation back)
      throws IOException {
    String example = "eusilcA-%s-%s-%s".formatted(name, estimator.code(), whole ? "full" : "part");
    double a =
        csv("emdi-expected-scalars.csv").stream()
            .filter(row -> row.get("example").equals(example))
            .filter(row -> row.get("tolerance").equals("1e-12"))
            .filter(row -> row.get("quantity").equals("sigma2u"))
            .mapToDouble(row -> Double.parseDouble(row.get("value")))
            .findFirst()
            .orElseThrow();
    FayHerriotFit fit = eusilc(estimator, whole, scale, a);
    List<Map<String, String>> expected =
        csv("emdi-expected-areas.csv").stream()
            .filter(row -> row.get("example").equals(example + "-" + back.code()))
            .filter(row -> row.get("tolerance").equals("1e-12"))
            .toList();
    assertThat(expected).hasSize(94);
    for (Map<String, String> row : expected) {
      int area = fit.data().areas().indexOf(row.get("area"));
      AreaPrediction prediction = AreaPrediction.of(fit, area, scale, back);
      boolean sampled = row.get("out").equals("0");
      // Without sample emdi has no estimate by Slud and Maiti, and for ML another MSE.
      if (sampled || back != BackTransformation.BC_SM) {
        double estimate = Double.parseDouble(row.get("estimate"));
        double tolerance = sampled || estimator == VarianceEstimator.REML ? 1e-7 : 1e-3;
        assertThat(prediction.estimate())
            .as("%s, %s", example, row.get("area"))
            .isCloseTo(estimate, within(tolerance * estimate));
      }
      if (sampled && !row.get("mse").isEmpty()) {
        double mse = Double.parseDouble(row.get("mse"));
        assertThat(prediction.mse()).isCloseTo(mse, within(1e-8 * mse));
      }
    }
  }

  /** The 94 districts of emdi's synthetic Austria; eight of them without sample where not whole. */
  private static FayHerriotFit eusilc(
      VarianceEstimator estimator, boolean whole, Scale scale, double a) throws IOException {
    List<Map<String, String>> sample = csv("eusilcA_smpAgg.csv");
    List<Map<String, String>> population = csv("eusilcA_popAgg.csv");
    List<String> areas = population.stream().map(row -> row.get("Domain")).toList();
    double[] direct = new double[areas.size()];
    double[] variances = new double[areas.size()];
    Arrays.fill(direct, Double.NaN);
    for (int i = 0; i < sample.size(); i++) {
      boolean leftOut = !whole && ((i >= 30 && i < 34) || (i >= 70 && i < 74));
      Map<String, String> row = sample.get(i);
      String outcome = scale == Scale.LOG ? "Mean" : "MTMED";
      double estimate = Double.parseDouble(row.get(outcome));
      int area = areas.indexOf(row.get("Domain"));
      if (!leftOut) {
        direct[area] = scale.of(estimate);
        variances[area] =
            scale == Scale.LOG
                ? scale.variance(estimate, Double.parseDouble(row.get("Var_" + outcome)))
                : 1 / (4 * Double.parseDouble(row.get("n")));
      }
    }
    double[][] design = design(population, "eqsize", "eqsize", "cash", "self_empl");
    for (double[] row : design) {
      row[0] = 1;
    }
    AreaData data =
        new AreaData(
            areas,
            direct,
            variances,
            List.of("(Intercept)", "eqsize", "cash", "self_empl"),
            design);
    int[] sampled = data.sampled();
    double[] d = Arrays.stream(sampled).mapToDouble(i -> variances[i]).toArray();
    return new FayHerriotFit(
        data,
        estimator,
        a,
        new WeightedLeastSquares(
            Arrays.stream(sampled).mapToDouble(i -> direct[i]).toArray(),
            Arrays.stream(sampled).mapToObj(i -> design[i]).toArray(double[][]::new),
            d,
            a),
        d);
  }

  /** Expected: the proven optima of {@code targets-expected.csv}. */
  private static void equalsTheProvenOptima() throws IOException {
    assertOptimum(17503, "targets-case1.csv", Bounds.NONE.withBudget(1257221).withMaxAreas(20));
    assertOptimum(73148, "targets-case3.csv", Bounds.NONE.withBudget(7543328).withFloor(1));
    assertOptimum(
        176957,
        "targets-case5.csv",
        Bounds.NONE.withBudget(12598854).withMaxAreas(100).withFloor(2));
  }

  private static void assertOptimum(double value, String file, Bounds bounds) throws IOException {
    List<Area> areas =
        csv(file).stream()
            .map(
                row ->
                    new Area(
                        row.get("area"),
                        row.get("region"),
                        Double.parseDouble(row.get("value")),
                        Double.parseDouble(row.get("cost"))))
            .toList();
    TargetProblem problem = new TargetProblem(areas, bounds);
    Optimum optimum = Optimum.of(problem);
    FastChoice fast = FastChoice.of(problem);

    assertThat(optimum.proven()).isTrue();
    assertThat(optimum.plan().value()).isEqualTo(value);
    assertThat(Greedy.byRatio(problem).value()).isLessThanOrEqualTo(value);
    // The fast method stays within 0.03 % of the optimum here.
    assertThat(fast.plan().value()).isBetween(value * (1 - 0.0003), value);
    assertThat(fast.bound()).isCloseTo(value, within(0.03 * value));
    assertThat(optimum.plan().cost()).isLessThanOrEqualTo(bounds.budget());
  }

  // CEPAL's smoothing of the variances of Peru's poverty by province, 2021.
  private static void equalsCepal() throws IOException {
    List<Map<String, String>> rows = csv("peru-poverty/direct-2021.csv");
    double[] p = column(rows, "pobreza");
    double[] n = column(rows, "nd");
    double[] variance = column(rows, "vardir");
    // CEPAL's file holds the areas that it kept.
    VarianceFunction function =
        VarianceFunction.fit(
            IntStream.range(0, p.length)
                .mapToObj(i -> new VarianceFunction.Point(p[i], n[i], variance[i], 1, 5))
                .toList());

    Map<String, Double> expected = new LinkedHashMap<>();
    csv("peru-poverty/expected-scalars.csv").stream()
        .filter(row -> row.get("example").equals("GVF"))
        .forEach(row -> expected.put(row.get("quantity"), Double.valueOf(row.get("value"))));
    List<String> names =
        List.of(
            "(Intercept)",
            "pobreza",
            "nd",
            "I(nd^2)",
            "I(pobreza * nd)",
            "I(sqrt(pobreza))",
            "I(sqrt(nd))",
            "I(sqrt(pobreza * nd))",
            "delta",
            "r_squared");
    assertThat(function.terms()).hasSize(names.size());
    for (int j = 0; j < names.size(); j++) {
      double value = expected.get(names.get(j));
      assertThat(function.terms().get(j).estimate())
          .as(names.get(j))
          .isCloseTo(value, within(1e-10 * Math.abs(value)));
    }
    double[] smooth = column(csv("peru-poverty/expected-gvf.csv"), "hat_var");
    for (int i = 0; i < p.length; i++) {
      assertThat(function.variance(p[i], n[i])).isCloseTo(smooth[i], within(1e-11 * smooth[i]));
    }
  }

  // eblupSTFH(Y ~ X1 + X2, 11, 3, Var, spacetimeprox, model, PRECISION = 1e-13)
  private static void spacetime(TimeEffects effects) throws IOException {
    List<Map<String, String>> rows = csv("spacetime.csv");
    List<AreaTime> times =
        rows.stream()
            .map(row -> new AreaTime(row.get("Area"), Integer.parseInt(row.get("Time"))))
            .toList();
    double[][] design = design(rows, "X1", "X1", "X2");
    for (double[] row : design) {
      row[0] = 1;
    }
    AreaData data =
        new AreaData(
            times.stream().map(AreaTime::toString).toList(),
            column(rows, "Y"),
            column(rows, "Var"),
            List.of("intercept", "X1", "X2"),
            design);
    List<String> areas = times.stream().map(AreaTime::area).distinct().toList();
    AreaModelFit fit =
        SpatioTemporalFayHerriot.fit(
            data,
            times,
            SpatialWeights.of(areas, matrix("spacetimeprox.csv")),
            effects,
            VarianceEstimator.REML);

    String example = "spacetime-STFH-" + (effects == TimeEffects.INDEPENDENT ? "S" : "ST");
    Map<String, Double> expected = scalars(example);
    for (ModelTerm component : fit.components()) {
      assertThat(component.estimate())
          .as(component.term())
          .isCloseTo(expected.get(component.term()), within(1e-8));
      assertThat(component.standardError())
          .as(component.term())
          .isCloseTo(expected.get("se_" + component.term()), within(1e-7));
    }
    assertThat(fit.coefficients())
        .containsExactly(values(expected, "beta0", "beta1", "beta2"), within(1e-7));
    assertThat(errors(fit.covariance()))
        .containsExactly(values(expected, "se_beta0", "se_beta1", "se_beta2"), within(1e-7));
    assertThat(new double[] {fit.logLikelihood(), fit.aic(), fit.bic()})
        .containsExactly(values(expected, "loglike", "AIC", "BIC"), within(1e-5));
    areas(example, fit, 1e-8);
  }

  // mseSFH(grapehect ~ area + workdays - 1, var, grapesprox, method, PRECISION = 1e-13)
  private static void grapes(VarianceEstimator estimator) throws IOException {
    List<Map<String, String>> rows = csv("grapes.csv");
    List<String> areas = IntStream.rangeClosed(1, rows.size()).mapToObj(String::valueOf).toList();
    AreaData data =
        new AreaData(
            areas,
            column(rows, "grapehect"),
            column(rows, "var"),
            List.of("area", "workdays"),
            design(rows, "area", "workdays"));
    AreaModelFit fit =
        SpatialFayHerriot.fit(data, SpatialWeights.of(areas, matrix("grapesprox.csv")), estimator);

    String example = "grapes-SFH-" + estimator;
    Map<String, Double> expected = scalars(example);
    assertThat(
            new double[] {
              component(fit, 0), component(fit, 1), fit.logLikelihood(), fit.aic(), fit.bic()
            })
        .containsExactly(
            values(expected, "refvar", "spatialcorr", "loglike", "AIC", "BIC"), within(1e-8));
    assertThat(fit.coefficients())
        .containsExactly(values(expected, "beta_Xarea", "beta_Xworkdays"), within(1e-11));
    assertThat(errors(fit.covariance()))
        .containsExactly(values(expected, "se_beta_Xarea", "se_beta_Xworkdays"), within(1e-11));
    areas(example, fit, 1e-9);
  }

  private static double component(AreaModelFit fit, int k) {
    return fit.components().get(k).estimate();
  }

  private static void areas(String example, AreaModelFit fit, double relative) throws IOException {
    List<Map<String, String>> expected =
        csv("sae-expected-areas.csv").stream()
            .filter(row -> row.get("example").equals(example))
            .filter(row -> !row.get("tolerance").equals("1e-04"))
            .toList();
    assertThat(expected).isNotEmpty();
    for (int i = 0; i < expected.size(); i++) {
      double eblup = Double.parseDouble(expected.get(i).get("eblup"));
      assertThat(fit.eblup(i)).isCloseTo(eblup, within(relative * Math.abs(eblup)));
      String text = expected.get(i).get("mse");
      if (!text.isEmpty()) {
        double mse = Double.parseDouble(text);
        assertThat(fit.mse(i)).isCloseTo(mse, within(relative * mse));
      }
    }
  }

  private static double[] errors(double[][] covariance) {
    return IntStream.range(0, covariance.length)
        .mapToDouble(j -> Math.sqrt(covariance[j][j]))
        .toArray();
  }

  private static Map<String, Double> scalars(String example) throws IOException {
    Map<String, Double> scalars = new LinkedHashMap<>();
    csv("sae-expected-scalars.csv").stream()
        .filter(row -> row.get("example").equals(example))
        .filter(row -> !row.get("tolerance").equals("1e-04"))
        .forEach(row -> scalars.put(row.get("quantity"), Double.valueOf(row.get("value"))));
    return scalars;
  }

  private static double[] values(Map<String, Double> scalars, String... names) {
    return Arrays.stream(names).mapToDouble(scalars::get).toArray();
  }

  private static double[] column(List<Map<String, String>> rows, String name) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row.get(name))).toArray();
  }

  private static double[][] design(List<Map<String, String>> rows, String... names) {
    return rows.stream()
        .map(
            row ->
                Arrays.stream(names)
                    .mapToDouble(name -> Double.parseDouble(row.get(name)))
                    .toArray())
        .toArray(double[][]::new);
  }

  private static double[][] matrix(String file) throws IOException {
    return csv(file).stream()
        .map(row -> row.values().stream().mapToDouble(Double::parseDouble).toArray())
        .toArray(double[][]::new);
  }

  private static List<Map<String, String>> csv(String file) throws IOException {
    List<String> lines =
        Files.readAllLines(SharedData.require(FOLDER + file), StandardCharsets.UTF_8);
    String[] names = lines.get(0).replace("\"", "").split(",", -1);
    return lines.stream()
        .skip(1)
        .map(
            line -> {
              String[] fields = line.replace("\"", "").split(",", -1);
              Map<String, String> row = new LinkedHashMap<>();
              for (int j = 0; j < names.length; j++) {
                row.put(names[j], fields[j].trim());
              }
              return row;
            })
        .toList();
  }
}
