package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AreaPredictionTest {
  /** Proportions of 40 areas around a regression, the last two of them without sample. */
  private static FayHerriotFit fit(Scale scale) {
    SplittableRandom random = new SplittableRandom(5);
    int m = 40;
    double[] direct = new double[m];
    double[] variances = new double[m];
    double[][] design = new double[m][];
    for (int i = 0; i < m; i++) {
      design[i] = new double[] {1, random.nextGaussian()};
      variances[i] = 0.002 + 0.004 * random.nextDouble();
      double truth = scale.of(0.3) + 0.05 * design[i][1] + 0.06 * random.nextGaussian();
      direct[i] = i < m - 2 ? truth + Math.sqrt(variances[i]) * random.nextGaussian() : Double.NaN;
    }

    List<String> areas = java.util.stream.IntStream.range(0, m).mapToObj(String::valueOf).toList();
    return FayHerriot.fit(
        new AreaData(areas, direct, variances, List.of("(Intercept)", "x"), design),
        VarianceEstimator.ML);
  }

  @Test
  void onThePlainScaleItIsTheEblup() {
    FayHerriotFit fit = FayHerriot.fit(Milk.data(1), VarianceEstimator.REML);
    AreaPrediction area = AreaPrediction.of(fit, 0, Scale.PLAIN, BackTransformation.NAIVE);

    assertThat(area.estimate()).isEqualTo(fit.eblup(0));
    assertThat(area.mse()).isEqualTo(fit.mse(0));
    assertThat(area.high() - area.low())
        .isCloseTo(2 * 1.959963984540054 * Math.sqrt(fit.mse(0)), within(1e-12));
  }

  /** E sin²(t) = (1 − exp(−2v) cos 2m) / 2 for t ~ N(m, v), all of which lies in [0, π/2] here. */
  @Test
  void theBiasCorrectedArcsineIsTheExpectedProportion() {
    FayHerriotFit fit = fit(Scale.ARCSINE);
    AreaPrediction area = AreaPrediction.of(fit, 3, Scale.ARCSINE, BackTransformation.BC);

    double variance = fit.conditionalVariance(3);
    assertThat(area.estimate())
        .isCloseTo(0.5 * (1 - Math.exp(-2 * variance) * Math.cos(2 * fit.eblup(3))), within(1e-13));
    double naive = AreaPrediction.of(fit, 3, Scale.ARCSINE, BackTransformation.NAIVE).estimate();
    assertThat(naive).isEqualTo(Math.pow(Math.sin(fit.eblup(3)), 2));
    assertThat(area.estimate()).isGreaterThan(naive);
  }

  /** With E sin⁴(t) = (3 − 4 exp(−2v) cos 2m + exp(−8v) cos 4m) / 8. */
  @Test
  void theErrorOfAProportionHoldsItsBias() {
    FayHerriotFit fit = fit(Scale.ARCSINE);
    AreaPrediction area = AreaPrediction.of(fit, 7, Scale.ARCSINE, BackTransformation.NAIVE);

    double m = fit.eblup(7);
    double v = fit.mse(7);
    double first = 0.5 * (1 - Math.exp(-2 * v) * Math.cos(2 * m));
    double second =
        (3 - 4 * Math.exp(-2 * v) * Math.cos(2 * m) + Math.exp(-8 * v) * Math.cos(4 * m)) / 8;
    double p = area.estimate();
    assertThat(area.mse()).isCloseTo(second - 2 * p * first + p * p, within(1e-12));
  }

  @Test
  void anAreaWithoutSampleHasTheInverseAlone() {
    FayHerriotFit fit = fit(Scale.ARCSINE);

    assertThat(AreaPrediction.of(fit, 39, Scale.ARCSINE, BackTransformation.BC).estimate())
        .isEqualTo(Scale.ARCSINE.inverse(fit.synthetic(39)));
  }

  /** The mean of exp(t), t ~ N(m, v), is exp(m + v / 2). */
  @Test
  void onTheLogScaleBothCorrectionsRaiseTheEstimate() {
    FayHerriotFit fit = fit(Scale.LOG);
    double crude = AreaPrediction.of(fit, 0, Scale.LOG, BackTransformation.BC_CRUDE).estimate();
    double slud = AreaPrediction.of(fit, 0, Scale.LOG, BackTransformation.BC_SM).estimate();

    assertThat(crude).isCloseTo(Math.exp(fit.eblup(0) + fit.mse(0) / 2), within(1e-14));
    assertThat(slud)
        .isCloseTo(Math.exp(fit.eblup(0) + fit.conditionalVariance(0) / 2), within(1e-14));
    assertThat(AreaPrediction.of(fit, 0, Scale.LOG, BackTransformation.BC_CRUDE).mse())
        .isCloseTo(crude * crude * fit.mse(0), within(1e-14));
  }

  /**
   * With many areas A and β are known almost exactly, and what is left of Slud and Maiti's error is
   * exp(2x'β + 2A)·(1 − exp(−γD)): checked by drawing true means and estimates.
   */
  @Test
  void theErrorOfSludAndMaitiIsThatOfRepeatedSamples() {
    FayHerriotFit fit = fit(Scale.LOG);
    double a = fit.variance();
    double d = fit.data().variances()[4];
    double gamma = a / (a + d);
    double middle = fit.synthetic(4);
    SplittableRandom random = new SplittableRandom(3);
    int count = 400_000;
    double squares = 0;
    for (int r = 0; r < count; r++) {
      double u = Math.sqrt(a) * random.nextGaussian();
      double e = Math.sqrt(d) * random.nextGaussian();
      double predicted = Math.exp(middle + gamma * (u + e) + a * (1 - gamma) / 2);
      squares += Math.pow(predicted - Math.exp(middle + u), 2);
    }

    double known = Math.exp(2 * middle + 2 * a) * -Math.expm1(-gamma * d);
    assertThat(squares / count).isCloseTo(known, within(0.02 * known));
    double mse = AreaPrediction.of(fit, 4, Scale.LOG, BackTransformation.BC_SM).mse();
    assertThat(mse).isBetween(known, 2 * known);
  }

  @Test
  void aBackTransformationOfAnotherScaleIsRefused() {
    FayHerriotFit fit = fit(Scale.LOG);

    assertThatThrownBy(() -> AreaPrediction.of(fit, 0, Scale.PLAIN, BackTransformation.BC_SM))
        .hasMessage("there is no back-transformation bc_sm from the scale plain");
  }
}
