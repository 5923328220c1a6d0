package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.math.Cholesky;
import org.quipu.math.Vectors;

/** Simulated areas on a square grid, against formulas with matrices that are written out. */
class SpatialFayHerriotTest {
  private static final int SIDE = 5;
  private static final int AREAS = SIDE * SIDE;

  static SpatialWeights weights() {
    List<Neighbours> pairs = new ArrayList<>();
    for (int i = 0; i < AREAS; i++) {
      if (i % SIDE < SIDE - 1) {
        pairs.add(new Neighbours("a" + i, "a" + (i + 1)));
      }
      if (i + SIDE < AREAS) {
        pairs.add(new Neighbours("a" + i, "a" + (i + SIDE)));
      }
    }

    return SpatialWeights.ofNeighbours(names(), pairs);
  }

  static List<String> names() {
    return IntStream.range(0, AREAS).mapToObj(i -> "a" + i).toList();
  }

  /** Effects of variance 1 and correlation rho, sampling variances of 0.2 to 0.8. */
  private static AreaData simulated(long seed, double rho) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] factor = Cholesky.of(Cholesky.of(weights().precision(rho)).inverse()).lower();
    double[] noise = IntStream.range(0, AREAS).mapToDouble(i -> random.nextGaussian()).toArray();
    double[] y = new double[AREAS];
    double[] d = new double[AREAS];
    double[][] x = new double[AREAS][2];
    for (int i = 0; i < AREAS; i++) {
      d[i] = 0.2 + 0.6 * random.nextDouble();
      x[i] = new double[] {1, random.nextGaussian()};
      y[i] = 3 - x[i][1] + Vectors.dot(factor[i], noise) + Math.sqrt(d[i]) * random.nextGaussian();
    }

    return new AreaData(names(), y, d, List.of("intercept", "x"), x);
  }

  /** The log-likelihood or the restricted one, less the same constant as the engine. */
  private static double objective(AreaData data, double a, double rho, boolean restricted) {
    RealMatrix omega = MatrixUtils.createRealMatrix(weights().precision(rho));
    RealMatrix v =
        MatrixUtils.inverse(omega)
            .scalarMultiply(a)
            .add(MatrixUtils.createRealDiagonalMatrix(data.variances()));
    RealMatrix inverse = MatrixUtils.inverse(v);
    RealMatrix x = MatrixUtils.createRealMatrix(data.design());
    RealMatrix cross = x.transpose().multiply(inverse).multiply(x);
    RealMatrix p =
        inverse.subtract(
            inverse
                .multiply(x)
                .multiply(MatrixUtils.inverse(cross))
                .multiply(x.transpose())
                .multiply(inverse));
    double log = Math.log(new LUDecomposition(v).getDeterminant());
    log += restricted ? Math.log(new LUDecomposition(cross).getDeterminant()) : 0;
    return -0.5 * (log + Vectors.dot(p.operate(data.direct()), data.direct()));
  }

  @ParameterizedTest
  @EnumSource(names = {"REML", "ML"})
  void noOtherParametersAreMoreLikely(VarianceEstimator estimator) {
    for (int seed = 0; seed < 4; seed++) {
      AreaData data = simulated(seed, seed % 2 == 0 ? 0.7 : -0.3);
      AreaModelFit fit = SpatialFayHerriot.fit(data, weights(), estimator);
      boolean restricted = estimator == VarianceEstimator.REML;
      double a = fit.components().get(0).estimate();
      double rho = a == 0 ? 0 : fit.components().get(1).estimate();
      double highest = objective(data, a, rho, restricted);

      for (double other = 0.01; other < 6; other *= 1.4) {
        for (double correlation = -0.96; correlation < 1; correlation += 0.12) {
          assertThat(objective(data, other, correlation, restricted))
              .as("seed %d", seed)
              .isLessThan(highest + 1e-9);
        }
      }
    }
  }

  @Test
  void withoutCorrelationItIsThePlainModel() {
    AreaData data = simulated(5, 0.5);
    FayHerriotFit plain = FayHerriot.fit(data, VarianceEstimator.REML);
    EffectRows rows =
        new EffectRows(weights(), IntStream.range(0, AREAS).toArray(), new int[AREAS]);
    EffectModel model =
        new EffectModel(
            data.direct(),
            data.design(),
            data.variances(),
            rows,
            new double[] {plain.variance(), 0, 0, 0},
            true);

    assertThat(model.coefficients()).containsExactly(plain.coefficients(), within(1e-13));
    assertThat(model.logLikelihood()).isCloseTo(plain.logLikelihood(), within(1e-12));
    // The plain model's variance is where the derivative vanishes.
    assertThat(model.curvature(EffectCovariance.SIGMA1).score()[0]).isCloseTo(0, within(1e-10));
    EffectFit fit =
        EffectFit.of(
            data,
            rows,
            List.of("sigma2u"),
            new int[] {EffectCovariance.SIGMA1},
            VarianceEstimator.REML);
    assertThat(fit.components().get(0).estimate()).isCloseTo(plain.variance(), within(1e-10));
    for (int i = 0; i < AREAS; i++) {
      assertThat(fit.eblup(i)).isCloseTo(plain.eblup(i), within(1e-10));
      assertThat(fit.gamma(i)).isCloseTo(plain.gamma(i), within(1e-10));
      assertThat(fit.conditionalVariance(i)).isCloseTo(plain.conditionalVariance(i), within(1e-10));
      assertThat(fit.synthetic(i)).isCloseTo(plain.synthetic(i), within(1e-10));
      assertThat(fit.variance(i)).isCloseTo(plain.variance(i), within(1e-10));
      // The plain model's information is tr(V⁻²)/2, which ignores what β takes.
      assertThat(fit.mse(i)).isCloseTo(plain.mse(i), within(0.1 * plain.mse(i)));
    }
  }

  @Test
  void anAreaWithoutSampleFollowsItsNeighbours() {
    AreaData all = simulated(2, 0.8);
    double[] direct = all.direct().clone();
    direct[12] = Double.NaN;
    AreaData part = new AreaData(all.areas(), direct, all.variances(), all.terms(), all.design());
    AreaModelFit fit = SpatialFayHerriot.fit(part, weights(), VarianceEstimator.REML);
    double a = fit.components().get(0).estimate();
    double rho = fit.components().get(1).estimate();

    // Given its neighbours' effects, an area without sample has the mean −Σ Ω(i,j)·u(j) / Ω(i,i).
    double[][] omega = weights().precision(rho);
    double expected = 0;
    for (int j = 0; j < AREAS; j++) {
      expected -= j == 12 ? 0 : omega[12][j] / omega[12][12] * (fit.eblup(j) - fit.synthetic(j));
    }
    assertThat(rho).isGreaterThan(0.3);
    assertThat(fit.eblup(12) - fit.synthetic(12)).isCloseTo(expected, within(1e-12));
    assertThat(fit.gamma(12)).isZero();
    assertThat(fit.observations()).isEqualTo(AREAS - 1);
    assertThat(fit.conditionalVariance(12)).isBetween(a / omega[12][12], fit.variance(12));
    assertThat(fit.mse(12)).isGreaterThan(fit.mse(11));
  }

  @ParameterizedTest
  @EnumSource(names = {"REML", "ML"})
  void effectsThatDoNotVaryLeaveTheRegression(VarianceEstimator estimator) {
    AreaData data = simulated(1, 0);
    double[] direct = Arrays.stream(data.design()).mapToDouble(x -> 3 - x[1]).toArray();
    direct[3] += 0.1;
    AreaData exact =
        new AreaData(data.areas(), direct, data.variances(), data.terms(), data.design());
    AreaModelFit fit = SpatialFayHerriot.fit(exact, weights(), estimator);

    assertThat(fit.components().get(0).estimate()).isZero();
    assertThat(fit.components().get(1).estimate()).isNaN();
    assertThat(fit.components().get(1).standardError()).isNaN();
    FayHerriotFit plain = FayHerriot.fit(exact, estimator);
    for (int i = 0; i < AREAS; i++) {
      assertThat(fit.eblup(i)).isCloseTo(plain.eblup(i), within(1e-12));
      assertThat(fit.mse(i)).isPositive();
    }
    assertThat(fit.aic()).isCloseTo(plain.aic() + 2, within(1e-10));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.7, 0, 0.4, 0.95})
  void derivativesAreThoseOfTheLikelihood(double rho) {
    AreaData data = simulated(3, 0.5);
    EffectRows rows =
        new EffectRows(weights(), IntStream.range(0, AREAS).toArray(), new int[AREAS]);
    for (boolean restricted : new boolean[] {true, false}) {
      EffectModel model =
          new EffectModel(
              data.direct(),
              data.design(),
              data.variances(),
              rows,
              new double[] {0.8, rho, 0, 0},
              restricted);
      double step = 1e-5;

      assertThat(model.objective()).isCloseTo(objective(data, 0.8, rho, restricted), within(1e-10));
      double[] score = model.curvature(EffectCovariance.SIGMA1, EffectCovariance.RHO1).score();
      assertThat(score[0])
          .isCloseTo(
              (objective(data, 0.8 + step, rho, restricted)
                      - objective(data, 0.8 - step, rho, restricted))
                  / (2 * step),
              within(1e-7));
      assertThat(score[1])
          .isCloseTo(
              (objective(data, 0.8, rho + step, restricted)
                      - objective(data, 0.8, rho - step, restricted))
                  / (2 * step),
              within(1e-6));
    }
  }

  @Test
  void weightsThatMakeNoSenseAreRefused() {
    List<String> areas = List.of("a", "b", "c");

    assertThatThrownBy(() -> SpatialWeights.ofNeighbours(areas, List.of(new Neighbours("a", "b"))))
        .hasMessage("areas without a neighbour: c; name the nearest area as the neighbour of each");
    assertThatThrownBy(() -> SpatialWeights.ofNeighbours(areas, List.of(new Neighbours("a", "d"))))
        .hasMessage("a and d are neighbours, but d is not among the areas");
    assertThatThrownBy(() -> SpatialWeights.ofNeighbours(areas, List.of(new Neighbours("a", "a"))))
        .hasMessage("area a is its own neighbour");
    assertThatThrownBy(() -> SpatialWeights.of(areas, new double[2][3]))
        .hasMessage("weights between 3 areas are not 3 x 3");
    assertThatThrownBy(() -> SpatialWeights.of(List.of("a", "b"), new double[][] {{0, 1}, {-1, 0}}))
        .hasMessage("area b has a weight that is negative or no number");
    assertThatThrownBy(() -> SpatialWeights.of(List.of("a", "a"), new double[][] {{0, 1}, {1, 0}}))
        .hasMessage("area a is there twice");
    AreaData data = simulated(1, 0);
    assertThatThrownBy(() -> SpatialFayHerriot.fit(data, weights(), VarianceEstimator.MOMENTS))
        .hasMessage("effects that are correlated are fitted by REML or ML, not MOMENTS");
    SpatialWeights two = SpatialWeights.of(List.of("a0", "a1"), new double[][] {{0, 1}, {1, 0}});
    assertThatThrownBy(() -> SpatialFayHerriot.fit(data, two, VarianceEstimator.ML))
        .hasMessage("area a2 has no neighbours; the weights are of 2 areas without it");
  }
}
