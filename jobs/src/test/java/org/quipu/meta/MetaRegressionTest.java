package org.quipu.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.quipu.meta.CoefficientTest.KNAPP_HARTUNG;
import static org.quipu.meta.CoefficientTest.KNAPP_HARTUNG_TRUNCATED;
import static org.quipu.meta.CoefficientTest.NORMAL;
import static org.quipu.meta.TauSquared.DERSIMONIAN_LAIRD;
import static org.quipu.meta.TauSquared.FIXED_EFFECT;
import static org.quipu.meta.TauSquared.ML;
import static org.quipu.meta.TauSquared.REML;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.UserException;
import org.quipu.math.TestedEstimate;

/**
 * Golden numbers: metafor 3.8-1 run to convergence, src/test/r/meta-regression.R. With years as
 * large as 1948 metafor loses digits (QE 28.3251436563 for 28.3251436579616), so they are centred
 * there.
 */
class MetaRegressionTest {
  private static final MetaRegression DEFAULT = MetaRegression.withDefaults();

  // rma(yi, vi, mods = ~ ablat + year, method, test, control = list(threshold = 1e-13))
  @ParameterizedTest
  @CsvSource({
    "REML, NORMAL, 0.110784696947, 29.0956222326, 0.01023394323102, 12.204486879218, 0.00223784162118817",
    "REML, KNAPP_HARTUNG, 0.110784696947, 32.2563394835, 0.01134567752066, 4.9649475558904, 0.0318035012858056",
    "REML, KNAPP_HARTUNG_TRUNCATED, 0.110784696947, 32.2563394835, 0.01134567752066, 4.9649475558904, 0.0318035012858056",
    "ML, NORMAL, 0.02687319931387, 18.191325899, 0.00628705770642429, 33.9382049316637, 4.26984820795551e-8",
    "ML, KNAPP_HARTUNG, 0.02687319931387, 25.439605544, 0.0087921171318504, 8.67694480186375, 0.00652987023445606",
    "DERSIMONIAN_LAIRD, NORMAL, 0.0790389578152545, 25.7549692303, 0.00897921223528044, 15.9314382693132, 0.000347161963032747",
    "DERSIMONIAN_LAIRD, KNAPP_HARTUNG, 0.0790389578152545, 30.5854041227, 0.0106632950116251, 5.64831116335667, 0.0228268693942976",
    "FIXED_EFFECT, NORMAL, 0, 10.8320562465, 0.00399633874101012, 123.907864424411, 1.24093521207337e-27",
  })
  void errorsAndJointTest(
      TauSquared estimator,
      CoefficientTest inference,
      double tau2,
      double interceptError,
      double slopeError,
      double statistic,
      double p) {
    MetaFit fit =
        DEFAULT.with(estimator).with(inference).fit(PublishedMetaAnalyses.bcgOnLatitudeAndYear());

    assertThat(fit.tau2()).isCloseTo(tau2, within(1e-12));
    assertThat(fit.coefficients().get(0).standardError()).isCloseTo(interceptError, within(5e-10));
    assertThat(fit.coefficient("ablat").standardError()).isCloseTo(slopeError, within(1e-13));
    assertThat(fit.moderators().statistic()).isCloseTo(statistic, within(1e-9 * statistic));
    assertThat(fit.moderators().pValue()).isCloseTo(p, within(1e-10 * p));
  }

  // The same calls, REML and knha.
  @Test
  void latitudeAndYear() {
    MetaFit fit = DEFAULT.fit(PublishedMetaAnalyses.bcgOnLatitudeAndYear());

    assertThat(fit.coefficients().get(0).estimate()).isCloseTo(-3.54535301992, within(2e-11));
    assertThat(fit.coefficient("year").estimate()).isCloseTo(0.00190748044749107, within(1e-13));
    TestedEstimate latitude = fit.coefficient("ablat");
    assertThat(latitude.estimate()).isCloseTo(-0.0280113294442154, within(1e-13));
    assertThat(latitude.statistic()).isCloseTo(-2.468898784863779, within(1e-11));
    assertThat(latitude.df()).isEqualTo(10);
    assertThat(latitude.pValue()).isCloseTo(0.0331673351465126, within(1e-13));
    assertThat(latitude.low()).isCloseTo(-0.0532910743301066, within(1e-13));
    assertThat(latitude.high()).isCloseTo(-0.00273158455832407, within(1e-13));
    assertThat(fit.moderators().df1()).isEqualTo(2);
    assertThat(fit.moderators().df2()).isEqualTo(10);
    ResidualHeterogeneity left = fit.heterogeneity();
    assertThat(left.tau2StandardError()).isCloseTo(0.0844607754598347, within(1e-12));
    assertThat(left.q()).isCloseTo(28.3251436579616, within(1e-10));
    assertThat(left.df()).isEqualTo(10);
    assertThat(left.pValue()).isCloseTo(0.00160097442122885, within(1e-14));
    assertThat(left.i2()).isCloseTo(71.9773177787644, within(1e-9));
    assertThat(left.h2()).isCloseTo(3.56853777274111, within(1e-11));
    assertThat(left.r2()).isCloseTo(64.633014735411, within(1e-9));
    assertThat(left.logLikelihood()).isCloseTo(-8.10687383701051, within(1e-12));
  }

  // rma(yi, vi, mods = ~ ablat + year, method): I2, H2, R2, log-likelihood
  @ParameterizedTest
  @CsvSource({
    "ML, 38.3877482127556, 1.62305380990316, 90.403393181847, -7.64611522773012",
    "DERSIMONIAN_LAIRD, 64.695677731579, 2.83251436579616, 74.401188455237, -7.96957765284564",
    "FIXED_EFFECT, 64.695677731579, 2.83251436579616, 77.6722717249587, -8.26963769222512",
  })
  void heterogeneity(TauSquared estimator, double i2, double h2, double r2, double logLikelihood) {
    ResidualHeterogeneity left =
        DEFAULT
            .with(estimator)
            .with(NORMAL)
            .fit(PublishedMetaAnalyses.bcgOnLatitudeAndYear())
            .heterogeneity();

    assertThat(left.i2()).isCloseTo(i2, within(1e-9));
    assertThat(left.h2()).isCloseTo(h2, within(1e-11));
    assertThat(left.r2()).isCloseTo(r2, within(1e-8));
    assertThat(left.logLikelihood()).isCloseTo(logLikelihood, within(1e-12));
  }

  // rma(yi, vi, mods = ~ ablat, test = "knha"); predict(fit, newmods = c(10, 44)); confint(fit)
  @Test
  void latitude() {
    MetaFit fit = DEFAULT.fit(PublishedMetaAnalyses.bcgOnLatitude());

    assertThat(fit.tau2()).isCloseTo(0.0763479639553, within(1e-13));
    assertThat(fit.coefficients().get(0).estimate()).isCloseTo(0.251468210007, within(1e-12));
    assertThat(fit.coefficients().get(0).standardError()).isCloseTo(0.283925283743, within(1e-12));
    assertThat(fit.coefficient("ablat").estimate()).isCloseTo(-0.0291017250116, within(1e-13));
    assertThat(fit.coefficient("ablat").standardError()).isCloseTo(0.00820141741104, within(1e-14));
    assertThat(fit.moderators().statistic()).isCloseTo(12.5909828844, within(1e-10));
    assertThat(fit.moderators().pValue()).isCloseTo(0.00456505154154, within(1e-14));
    assertThat(fit.heterogeneity().q()).isCloseTo(30.7330900107, within(1e-10));

    Prediction north = fit.predict(1, 44);
    assertThat(north.estimate()).isCloseTo(-1.0290076905, within(1e-11));
    assertThat(north.standardError()).isCloseTo(0.159998643839, within(1e-12));
    assertThat(north.low()).isCloseTo(-1.38116233123, within(1e-11));
    assertThat(north.predictionLow()).isCloseTo(-1.73176515684, within(1e-11));
    assertThat(north.predictionHigh()).isCloseTo(-0.326250224175, within(1e-12));

    TauInterval tau2 = fit.tauInterval();
    assertThat(tau2.low()).isCloseTo(0.0166800683206, within(1e-12));
    assertThat(tau2.high()).isCloseTo(0.784835254576, within(1e-11));
    assertThat(tau2.i2Low()).isCloseTo(32.0978832360, within(1e-9));
    assertThat(tau2.i2High()).isCloseTo(95.697443536829, within(1e-9));
  }

  // rma(yi, vi); confint(fit); range(blup(fit)$pred)
  @Test
  void withoutModerators() {
    MetaFit fit = DEFAULT.with(NORMAL).fit(PublishedMetaAnalyses.bcg());

    assertThat(fit.tau2()).isCloseTo(0.313243258136, within(1e-12));
    assertThat(fit.coefficients().get(0).estimate()).isCloseTo(-0.714532342158, within(1e-12));
    assertThat(fit.coefficients().get(0).standardError()).isCloseTo(0.179781516105, within(1e-12));
    assertThat(fit.coefficients().get(0).df()).isNaN();
    assertThat(fit.heterogeneity().i2()).isCloseTo(92.221384521, within(1e-9));
    assertThat(fit.heterogeneity().r2()).isNaN();
    assertThat(fit.moderators().statistic()).isCloseTo(15.7962393381, within(1e-10));
    assertThat(fit.tauInterval().low()).isCloseTo(0.119718361141, within(1e-12));
    assertThat(fit.tauInterval().high()).isCloseTo(1.11147908406, within(1e-11));
    assertThat(fit.blup().getMinValue()).isCloseTo(-1.39789769649514, within(1e-12));
    assertThat(fit.blup().getMaxValue()).isCloseTo(0.00287924789676634, within(1e-12));
  }

  // dat.raudenbush1985; the printed digits are those of Raudenbush (2009), tables 16.2 and 16.3
  @Test
  void commonAndRandomEffects() {
    MetaFit common = MetaRegression.fixedEffect().fit(PublishedMetaAnalyses.expectancy());
    assertThat(common.coefficients().get(0).estimate())
        .isCloseTo(0.0603655663352582, within(1e-14));
    assertThat(common.heterogeneity().q()).isCloseTo(35.8295362995928, within(1e-12));

    MetaFit random = DEFAULT.with(NORMAL).fit(PublishedMetaAnalyses.expectancy());
    assertThat(random.tau2()).isCloseTo(0.01881828814030427, within(2e-13));
    assertThat(random.coefficients().get(0).estimate())
        .isCloseTo(0.0837012418826691, within(1e-13));
    assertThat(random.coefficients().get(0).statistic()).isCloseTo(1.62083953735714, within(1e-12));
    assertThat(random.predict(1).predictionLow()).isCloseTo(-0.20358593781, within(1e-11));
    assertThat(random.predict(1).predictionHigh()).isCloseTo(0.370988421575, within(1e-11));
    assertThat(random.blup().getMinValue()).isCloseTo(-0.0293180941124643, within(1e-12));
    assertThat(random.blup().getMaxValue()).isCloseTo(0.2484506729839285, within(1e-12));
  }

  // rma(yi, vi, mods = ~ pmin(weeks, 3)): metafor stops at tau2 = 2e-15, the boundary is 0
  @Test
  void varianceAtTheBoundaryIsZero() {
    MetaFit fit = DEFAULT.with(NORMAL).fit(PublishedMetaAnalyses.expectancyOnWeeks());

    assertThat(fit.tau2()).isZero();
    assertThat(fit.coefficients().get(0).estimate()).isCloseTo(0.407185342983204, within(1e-13));
    assertThat(fit.coefficient("weeks").estimate()).isCloseTo(-0.157244430980384, within(1e-13));
    assertThat(fit.coefficient("weeks").standardError())
        .isCloseTo(0.0358312257497853, within(1e-13));
    assertThat(fit.heterogeneity().q()).isCloseTo(16.5708252968801, within(1e-12));
    assertThat(fit.heterogeneity().pValue()).isCloseTo(0.483789313445746, within(1e-13));
    assertThat(fit.heterogeneity().i2()).isZero();
    assertThat(fit.heterogeneity().r2()).isEqualTo(100);
    assertThat(fit.tauInterval().low()).isZero();
  }

  // rma.mv(yi, V, mods = ~ ablat, random = ~ 1 | trial), V with correlations 0.4^|i - j|
  @Test
  void correlatedEffects() {
    Effects effects = PublishedMetaAnalyses.bcgOnLatitude();
    RealMatrix v = MatrixUtils.createRealMatrix(13, 13);
    for (int i = 0; i < 13; i++) {
      for (int j = 0; j < 13; j++) {
        double size = Math.sqrt(effects.variance(i) * effects.variance(j));
        v.setEntry(i, j, size * Math.pow(0.4, Math.abs(i - j)));
      }
    }
    MetaFit fit = DEFAULT.with(NORMAL).fit(effects.withCovariance(v));

    assertThat(fit.tau2()).isCloseTo(0.0779123745874757, within(1e-8));
    assertThat(fit.coefficients().get(0).estimate()).isCloseTo(0.2754287684326938, within(1e-7));
    assertThat(fit.coefficient("ablat").estimate()).isCloseTo(-0.0289351467440139, within(1e-9));
    assertThat(fit.coefficient("ablat").standardError())
        .isCloseTo(0.00713549397738762, within(1e-9));
    assertThat(fit.heterogeneity().q()).isCloseTo(38.3341301914588, within(1e-10));
    assertThat(fit.heterogeneity().logLikelihood()).isCloseTo(-7.68127831580402, within(1e-11));
  }

  @Test
  void knappHartungMayNarrowAndItsTruncationMayNot() {
    Effects close = Effects.of(new double[] {1, 1.1, 0.9, 1.05}, new double[] {1, 1, 1, 1});

    double known = DEFAULT.with(NORMAL).fit(close).coefficients().get(0).standardError();
    assertThat(known).isCloseTo(0.5, within(1e-15));
    assertThat(DEFAULT.with(KNAPP_HARTUNG).fit(close).coefficients().get(0).standardError())
        .isLessThan(0.1);
    assertThat(
            DEFAULT.with(KNAPP_HARTUNG_TRUNCATED).fit(close).coefficients().get(0).standardError())
        .isCloseTo(known, within(1e-15));
  }

  @Test
  void estimatesOfEffectsThatVaryNotAtAll() {
    Effects equal = Effects.of(new double[] {2, 2, 2}, new double[] {1, 2, 3});

    for (TauSquared estimator : Arrays.asList(REML, ML, DERSIMONIAN_LAIRD, FIXED_EFFECT)) {
      MetaFit fit = DEFAULT.with(estimator).with(NORMAL).fit(equal);
      assertThat(fit.tau2()).isZero();
      assertThat(fit.coefficients().get(0).estimate()).isCloseTo(2, within(1e-15));
    }
  }

  /**
   * A likelihood so flat that scoring nears its top by a two-hundredth of the way each step, which
   * a permutation of real changes may meet with. R: rma(y, v, mods = ~ x, test = "knha", control =
   * list(threshold = 1e-13, maxiter = 1e5)).
   */
  @Test
  void flatLikelihoodComesToItsTop() {
    double[] values = {
      -0.808, -0.57, -0.745, 0.598, -0.245, -2.151, -1.365, -1.822, -1.723, -0.073, -1.345, -2.289
    };
    double[] errors = {
      1.38, 0.587, 1.106, 1.171, 1.006, 0.678, 0.974, 0.59, 1.435, 1.365, 1.048, 0.8
    };
    double[] x = {
      27.75, 42.13, 52.93, 18.25, 22.4, 83.44, 41.68, 28.88, 32.13, 15.32, 71.21, 74.04
    };
    double[] variances = Arrays.stream(errors).map(error -> error * error).toArray();

    MetaFit fit = DEFAULT.fit(Effects.of(values, variances).with("x", x));

    assertThat(fit.tau2()).isCloseTo(0.02155944958529, within(1e-10));
    assertThat(fit.coefficient("x").estimate()).isCloseTo(-0.023435571320422, within(1e-12));
    assertThat(fit.coefficient("x").standardError()).isCloseTo(0.008998276350635, within(1e-12));
  }

  @Test
  void moderatorThatNeverVariesIsNamed() {
    Effects effects = PublishedMetaAnalyses.bcg().with("coverage", new double[13]);
    assertThatThrownBy(() -> DEFAULT.fit(effects))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'coverage'");

    double[] constant = IntStream.range(0, 13).mapToDouble(i -> 7.3).toArray();
    assertThatThrownBy(() -> DEFAULT.fit(PublishedMetaAnalyses.bcg().with("coverage", constant)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'coverage'");
  }

  @Test
  void tooFewRegionsAreRefused() {
    Effects two =
        Effects.of(new double[] {1, 2}, new double[] {1, 1}).with("x", new double[] {0, 1});
    assertThatThrownBy(() -> DEFAULT.fit(two))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("at least 3 units")
        .hasMessageContaining("found 2");
  }

  @Test
  void effectWithoutVarianceIsRefused() {
    assertThatThrownBy(() -> Effects.of(new double[] {1, 2}, new double[] {1, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("effect 2");
  }
}
