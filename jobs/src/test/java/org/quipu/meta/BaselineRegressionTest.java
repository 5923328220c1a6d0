package org.quipu.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.junit.jupiter.api.Test;
import org.quipu.UserException;
import org.quipu.meta.BaselineRegression.Baseline;

/** Golden numbers: src/test/r/baseline.R. */
class BaselineRegressionTest {
  private static double[] each(int k, IntToDoubleFunction f) {
    return IntStream.range(0, k).mapToDouble(f).toArray();
  }

  private static double logOdds(int trial, int ill, int well) {
    return Math.log(
        PublishedMetaAnalyses.bcgColumn(ill)[trial] / PublishedMetaAnalyses.bcgColumn(well)[trial]);
  }

  private static double variance(int trial, int ill, int well) {
    return 1 / PublishedMetaAnalyses.bcgColumn(ill)[trial]
        + 1 / PublishedMetaAnalyses.bcgColumn(well)[trial];
  }

  private static Baseline controls() {
    return Baseline.independent(each(13, i -> logOdds(i, 2, 3)), each(13, i -> variance(i, 2, 3)));
  }

  private static Effects vaccineEffects() {
    return Effects.of(
        each(13, i -> logOdds(i, 0, 1) - logOdds(i, 2, 3)),
        each(13, i -> variance(i, 0, 1) + variance(i, 2, 3)));
  }

  // Van Houwelingen, Arends and Stijnen (2002), section 5: true log odds of the vaccinated on those
  // of the controls, slope 0.730, intercept -1.844. As a change on its baseline the slope is one
  // less.
  @Test
  void publishedExample() {
    BaselineRegression.Fit fit =
        new BaselineRegression(TauSquared.ML, 0.95).fit(vaccineEffects(), controls()).orElseThrow();

    assertThat(fit.baselineVariance()).isCloseTo(2.407332713858, within(1e-5));
    assertThat(fit.coefficient("baseline").estimate()).isCloseTo(0.72998906 - 1, within(1e-6));
    assertThat(fit.coefficient("baseline").standardError()).isCloseTo(0.086618752, within(1e-6));
    assertThat(fit.coefficient("intercept").estimate()).isCloseTo(-1.84372701, within(1e-5));
    assertThat(fit.tau2())
        .isCloseTo(1.431370761566 - 1.757326551129 * 1.757326551129 / 2.407332713858, within(1e-6));
    assertThat(fit.logLikelihood()).isCloseTo(-33.08793415568, within(1e-9));
  }

  // The same with latitude: rma.mv ends at a correlation of 1, where nothing is left to explain.
  @Test
  void nothingLeftToExplain() {
    Effects effects = vaccineEffects().with("ablat", PublishedMetaAnalyses.bcgColumn(4));
    BaselineRegression.Fit fit =
        new BaselineRegression(TauSquared.ML, 0.95).fit(effects, controls()).orElseThrow();

    assertThat(fit.tau2()).isZero();
    assertThat(fit.coefficient("baseline").estimate()).isCloseTo(1.0186 - 1, within(1e-3));
    assertThat(fit.baselineVariance()).isCloseTo(1.1819, within(1e-3));
    assertThat(fit.logLikelihood()).isCloseTo(-26.7264425, within(1e-5));
  }

  // optim() over the restricted likelihood written out; numDeriv::hessian
  @Test
  void correlatedErrorsAndModerator() {
    double[] x = {
      89.7, 39.8, 13, 69.8, 81.9, 22, 25.3, 84.4, 65.9, 11.5, 44, 90, 45.7, 11.1, 64.4, 85.2, 26.6,
      20.9
    };
    double[] first = {
      54.82, 56.2, 61.36, 51.67, 62.48, 58.42, 49.8, 65.52, 56.36, 51.85, 64.1, 54.03, 57.67, 60.51,
      51.23, 63.62, 57.51, 50.11
    };
    double[] second = {
      42.23, 46.55, 57.81, 52.38, 55.61, 48.64, 41.39, 55.73, 55.46, 52.86, 53.51, 41.23, 49.62,
      59.45, 51.64, 53.64, 46.47, 43.4
    };
    double[] v1 = each(18, i -> 3 + (i + 1) % 5);
    double[] v2 = each(18, i -> 4 + (i + 1) % 3);
    double[] shared = each(18, i -> 0.2 * Math.sqrt(v1[i] * v2[i]));
    Effects changes =
        Effects.of(
                each(18, i -> second[i] - first[i]), each(18, i -> v1[i] + v2[i] - 2 * shared[i]))
            .with("coverage", x);
    Baseline baseline =
        new Baseline(
            new ArrayRealVector(first),
            new ArrayRealVector(v1),
            new ArrayRealVector(each(18, i -> shared[i] - v1[i])));
    BaselineRegression.Fit fit =
        BaselineRegression.withDefaults().fit(changes, baseline).orElseThrow();

    assertThat(fit.baselineVariance()).isCloseTo(21.72357756252, within(1e-4));
    assertThat(fit.tau2()).isCloseTo(14.67503028119, within(1e-4));
    assertThat(fit.coefficient("baseline").estimate()).isCloseTo(-0.1489404677984, within(1e-6));
    assertThat(fit.coefficient("baseline").standardError())
        .isCloseTo(0.2737499246165, within(1e-6));
    assertThat(fit.coefficient("coverage").estimate()).isCloseTo(-0.04476700990909, within(1e-7));
    assertThat(fit.coefficient("coverage").standardError())
        .isCloseTo(0.03930918181714, within(1e-7));
    assertThat(fit.coefficient("coverage").df()).isEqualTo(15);
    assertThat(fit.logLikelihood()).isCloseTo(-95.86780824498, within(1e-8));
  }

  @Test
  void baselinesThatDoNotVaryAreNoBaseline() {
    double[] level = each(10, i -> 50 + 0.1 * (i % 2));
    double[] change = each(10, i -> i % 3 - 1.0);
    double[] ones = each(10, i -> 4.0);
    double[] eights = each(10, i -> 8.0);

    assertThat(
            BaselineRegression.withDefaults()
                .fit(Effects.of(change, eights), Baseline.independent(level, ones)))
        .isEmpty();
  }

  @Test
  void tooFewRegionsAreRefused() {
    Effects three =
        Effects.of(new double[] {1, 2, 4}, new double[] {1, 1, 1})
            .with("x", new double[] {0, 1, 3});
    Baseline baseline = Baseline.independent(new double[] {1, 2, 3}, new double[] {1, 1, 1});

    assertThatThrownBy(() -> BaselineRegression.withDefaults().fit(three, baseline))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("at least 4 units");
  }
}
