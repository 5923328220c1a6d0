package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quipu.math.Cholesky;
import org.quipu.math.Vectors;

/** Nine areas on a square grid, three to four times each, one of them without a sample. */
class SpatioTemporalFayHerriotTest {
  private static final int AREAS = 9;
  private static final double[] AT = {0.7, 0.5, 0.4, -0.3};

  private static SpatialWeights weights() {
    List<Neighbours> pairs = new ArrayList<>();
    for (int i = 0; i < AREAS; i++) {
      if (i % 3 < 2) {
        pairs.add(new Neighbours("a" + i, "a" + (i + 1)));
      }
      if (i < 6) {
        pairs.add(new Neighbours("a" + i, "a" + (i + 3)));
      }
    }

    return SpatialWeights.ofNeighbours(
        IntStream.range(0, AREAS).mapToObj(i -> "a" + i).toList(), pairs);
  }

  private static List<AreaTime> times() {
    List<AreaTime> times = new ArrayList<>();
    for (int i = 0; i < AREAS; i++) {
      for (int year = 2018; year < 2022; year++) {
        // A year that two areas lack.
        if (year != 2020 || i > 1) {
          times.add(new AreaTime("a" + i, year));
        }
      }
    }

    return times;
  }

  private static EffectRows rows(List<AreaTime> times) {
    return new EffectRows(
        weights(),
        times.stream().mapToInt(row -> Integer.parseInt(row.area().substring(1))).toArray(),
        times.stream().mapToInt(AreaTime::time).toArray());
  }

  /** Data of the model with {@link #AT}; the last row without a direct estimate. */
  private static AreaData data() {
    List<AreaTime> times = times();
    int m = times.size();
    Random random = new Random(4);
    double[][] g = covariance(AT);
    double[][] factor = Cholesky.of(g).lower();
    double[] noise = IntStream.range(0, m).mapToDouble(i -> random.nextGaussian()).toArray();
    double[] y = new double[m];
    double[] d = new double[m];
    double[][] x = new double[m][];
    for (int i = 0; i < m; i++) {
      d[i] = 0.05 + 0.1 * random.nextDouble();
      x[i] = new double[] {1, random.nextGaussian()};
      y[i] = 2 + x[i][1] + Vectors.dot(factor[i], noise) + Math.sqrt(d[i]) * random.nextGaussian();
    }
    y[m - 1] = Double.NaN;

    return new AreaData(
        times.stream().map(AreaTime::toString).toList(), y, d, List.of("intercept", "x"), x);
  }

  /** G, entry by entry. */
  private static double[][] covariance(double[] at) {
    List<AreaTime> times = times();
    double[][] c = Cholesky.of(weights().precision(at[1])).inverse();
    double[][] g = new double[times.size()][times.size()];
    for (int i = 0; i < g.length; i++) {
      for (int j = 0; j < g.length; j++) {
        int a = Integer.parseInt(times.get(i).area().substring(1));
        int b = Integer.parseInt(times.get(j).area().substring(1));
        int lag = Math.abs(times.get(i).time() - times.get(j).time());
        g[i][j] =
            at[0] * c[a][b] + (a == b ? at[2] * Math.pow(at[3], lag) / (1 - at[3] * at[3]) : 0);
      }
    }

    return g;
  }

  private static EffectModel model(double[] at, boolean restricted) {
    AreaData data = data();
    int[] sampled = data.sampled();
    return new EffectModel(
        IntStream.of(sampled).mapToDouble(i -> data.direct()[i]).toArray(),
        IntStream.of(sampled).mapToObj(i -> data.design()[i]).toArray(double[][]::new),
        IntStream.of(sampled).mapToDouble(i -> data.variances()[i]).toArray(),
        rows(times()).select(sampled),
        at,
        restricted);
  }

  @Test
  void theLikelihoodIsThatOfTheWholeMatrix() {
    AreaData data = data();
    int n = data.size() - 1;
    RealMatrix v =
        MatrixUtils.createRealMatrix(covariance(AT))
            .add(MatrixUtils.createRealDiagonalMatrix(data.variances()))
            .getSubMatrix(0, n - 1, 0, n - 1);
    RealMatrix inverse = MatrixUtils.inverse(v);
    EffectModel model = model(AT, true);

    assertThat(MatrixUtils.createRealMatrix(model.inverse()).subtract(inverse).getNorm())
        .isLessThan(1e-10);
    RealMatrix x = MatrixUtils.createRealMatrix(data.design()).getSubMatrix(0, n - 1, 0, 1);
    double[] residuals = new double[n];
    for (int i = 0; i < n; i++) {
      residuals[i] = data.direct()[i] - Vectors.dot(data.design()[i], model.coefficients());
    }
    double[] weighted = inverse.operate(residuals);
    assertThat(x.preMultiply(weighted)).containsExactly(new double[] {0, 0}, within(1e-10));
    double log = Cholesky.of(v.getData()).logDeterminant() + Vectors.dot(weighted, residuals);
    assertThat(model.logLikelihood())
        .isCloseTo(-0.5 * (log + n * Math.log(2 * Math.PI)), within(1e-10));
    double[][] cross = x.transpose().multiply(inverse).multiply(x).getData();
    assertThat(model.objective())
        .isCloseTo(-0.5 * (log + Cholesky.of(cross).logDeterminant()), within(1e-10));
  }

  @Test
  void derivativesAreThoseOfTheLikelihoodAndTheCovariance() {
    double step = 1e-5;
    int[] all = {0, 1, 2, 3};
    double[][] left = MatrixUtils.createRealIdentityMatrix(times().size()).getData();
    for (int k : all) {
      double[] above = AT.clone();
      double[] below = AT.clone();
      above[k] += step;
      below[k] -= step;
      for (boolean restricted : new boolean[] {true, false}) {
        assertThat(model(AT, restricted).curvature(all).score()[k])
            .isCloseTo(
                (model(above, restricted).objective() - model(below, restricted).objective())
                    / (2 * step),
                within(1e-6));
      }

      EffectCovariance high = new EffectCovariance(rows(times()), above);
      EffectCovariance low = new EffectCovariance(rows(times()), below);
      EffectCovariance at = new EffectCovariance(rows(times()), AT);
      assertThat(difference(at.times(left), covariance(AT), 1)).isLessThan(1e-12);
      assertThat(
              difference(
                  at.timesDerivative(left, k),
                  minus(covariance(above), covariance(below)),
                  2 * step))
          .isLessThan(1e-6);
      for (int j = 0; j <= k; j++) {
        double[][] numeric = minus(high.timesDerivative(left, j), low.timesDerivative(left, j));
        double[][] exact =
            at.timesSecondDerivative(left, j, k).orElse(new double[left.length][left.length]);
        assertThat(difference(exact, numeric, 2 * step)).as("%d, %d", j, k).isLessThan(1e-6);
      }
    }
  }

  private static double[][] minus(double[][] a, double[][] b) {
    return MatrixUtils.createRealMatrix(a).subtract(MatrixUtils.createRealMatrix(b)).getData();
  }

  /** The norm of a − b / by. */
  private static double difference(double[][] a, double[][] b, double by) {
    return MatrixUtils.createRealMatrix(a)
        .subtract(MatrixUtils.createRealMatrix(b).scalarMultiply(1 / by))
        .getNorm();
  }

  @ParameterizedTest
  @EnumSource(TimeEffects.class)
  void theOrderOfTheRowsDoesNotMatter(TimeEffects effects) {
    AreaData data = data();
    AreaModelFit fit =
        SpatioTemporalFayHerriot.fit(data, times(), weights(), effects, VarianceEstimator.REML);
    List<Integer> order = new ArrayList<>(IntStream.range(0, data.size()).boxed().toList());
    Collections.shuffle(order, new Random(1));
    AreaData shuffled =
        new AreaData(
            order.stream().map(data.areas()::get).toList(),
            order.stream().mapToDouble(i -> data.direct()[i]).toArray(),
            order.stream().mapToDouble(i -> data.variances()[i]).toArray(),
            data.terms(),
            order.stream().map(i -> data.design()[i]).toArray(double[][]::new));
    AreaModelFit other =
        SpatioTemporalFayHerriot.fit(
            shuffled,
            order.stream().map(times()::get).toList(),
            weights(),
            effects,
            VarianceEstimator.REML);

    assertThat(fit.components()).hasSize(effects == TimeEffects.INDEPENDENT ? 3 : 4);
    for (int k = 0; k < data.size(); k++) {
      int i = order.get(k);
      assertThat(other.eblup(k)).isCloseTo(fit.eblup(i), within(1e-7));
      assertThat(other.mse(k)).isCloseTo(fit.mse(i), within(1e-6));
      assertThat(fit.gamma(i)).isBetween(0.0, 1.0);
      assertThat(fit.conditionalVariance(i)).isBetween(0.0, fit.variance(i));
    }
    assertThat(fit.gamma(data.size() - 1)).isZero();
  }

  @Test
  void withoutAutoregressionItIsTheModelOfIndependentTimes() {
    AreaModelFit independent =
        SpatioTemporalFayHerriot.fit(
            data(), times(), weights(), TimeEffects.INDEPENDENT, VarianceEstimator.ML);
    AreaModelFit autoregressive =
        SpatioTemporalFayHerriot.fit(
            data(), times(), weights(), TimeEffects.AUTOREGRESSIVE, VarianceEstimator.ML);
    double[] at = new double[4];
    for (int k = 0; k < 3; k++) {
      at[k] = independent.components().get(k).estimate();
    }
    EffectModel model = model(at, false);

    assertThat(model.logLikelihood()).isCloseTo(independent.logLikelihood(), within(1e-11));
    assertThat(model.curvature(0, 1, 2).score()).containsExactly(new double[3], within(1e-7));
    // It is one of the models among which the other is the most likely.
    assertThat(autoregressive.logLikelihood()).isGreaterThan(independent.logLikelihood());
    assertThat(autoregressive.parameters()).isEqualTo(independent.parameters() + 1);
  }

  @Test
  void rowsThatMakeNoSenseAreRefused() {
    AreaData data = data();
    List<AreaTime> twice = new ArrayList<>(times());
    twice.set(1, twice.get(0));
    List<AreaTime> few = times().subList(0, 5);

    assertThatThrownBy(() -> fit(data, twice))
        .hasMessage("area a0 is there twice at the time 2018");
    assertThatThrownBy(() -> fit(data, few))
        .hasMessage("34 rows of data with areas and times of 5");
    List<AreaTime> once = IntStream.range(0, 4).mapToObj(i -> new AreaTime("a" + i, 1)).toList();
    AreaData four =
        new AreaData(
            List.of("a", "b", "c", "d"),
            new double[] {1, 2, 3, 4},
            new double[] {1, 1, 1, 1},
            List.of("intercept"),
            new double[][] {{1}, {1}, {1}, {1}});
    assertThatThrownBy(() -> fit(four, once))
        .hasMessage(
            "no area has direct estimates of two times; fit the spatial model without time");
  }

  private static AreaModelFit fit(AreaData data, List<AreaTime> rows) {
    return SpatioTemporalFayHerriot.fit(
        data, rows, weights(), TimeEffects.INDEPENDENT, VarianceEstimator.REML);
  }
}
