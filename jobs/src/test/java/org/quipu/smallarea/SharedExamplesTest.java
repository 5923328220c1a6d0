package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quipu.SharedData;

/** Examples whose data are another package's; their numbers are R's sae 1.3, run to convergence. */
class SharedExamplesTest {
  private static final String FOLDER = "worked-examples/small-areas/";

  @Test
  void equalsSae() throws IOException {
    SharedData.require(FOLDER);
    for (VarianceEstimator estimator : List.of(VarianceEstimator.REML, VarianceEstimator.ML)) {
      grapes(estimator);
    }
    for (TimeEffects effects : TimeEffects.values()) {
      spacetime(effects);
    }
  }

  // CEPAL's smoothing of the variances of Peru's poverty by province, 2021.
  @Test
  void equalsCepal() throws IOException {
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
