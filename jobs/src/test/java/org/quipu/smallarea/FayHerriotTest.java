package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The milk expenditure of 43 areas (Arora and Lahiri 1997), as R's sae and emdi fit it. */
class FayHerriotTest {
  @ParameterizedTest
  @CsvSource({
    // R: sae::eblupFH, sae::mseFH with PRECISION = 1e-13, areas 1, 2 and 43.
    "REML, 1, 1.0219705441506157, 0.013460256459645581",
    "REML, 2, 1.0476019514423374, 0.005372879732943139",
    "REML, 43, 0.68108688506073944, 0.0099036477968879166",
    "ML, 1, 1.0161732361657621, 0.013579938423169759",
    "ML, 2, 1.0436967709024434, 0.005512867363211024",
    "ML, 43, 0.68409769326608583, 0.010037131488456981",
    "MOMENTS, 1, 1.0179759242131712, 0.012757013880816039",
    "MOMENTS, 2, 1.0449638596222302, 0.0053144664818354044",
    "MOMENTS, 43, 0.68316093783427134, 0.0094842189646105728",
  })
  void equalsSae(VarianceEstimator estimator, int area, double eblup, double mse) {
    FayHerriotFit fit = FayHerriot.fit(Milk.data(1), estimator);

    assertThat(fit.eblup(area - 1)).isCloseTo(eblup, within(1e-13));
    assertThat(fit.mse(area - 1)).isCloseTo(mse, within(1e-14));
  }

  @ParameterizedTest
  @CsvSource({
    // R: g1 + g2 + 2 g3 by hand at the variances of sae::eblupFH; for REML that is sae::mseFH.
    "ML, 1, 0.012401623331415181",
    "ML, 43, 0.0092454256231774157",
    "MOMENTS, 1, 0.01280710390330392",
    "MOMENTS, 43, 0.0095174421113923529",
    "REML, 1, 0.013460256459645581",
  })
  void withoutTheBiasOfTheVarianceItIsPrasadAndRaos(
      VarianceEstimator estimator, int area, double mse) {
    FayHerriotFit fit = FayHerriot.fit(Milk.data(1), estimator);

    assertThat(fit.with(MseFormula.PRASAD_RAO).mse(area - 1)).isCloseTo(mse, within(1e-14));
    assertThat(fit.with(MseFormula.PRASAD_RAO).eblup(area - 1)).isEqualTo(fit.eblup(area - 1));
  }

  /** Datta, Rao and Smith (2005), pattern (c): 15 areas of five sampling variances, A = 1. */
  @ParameterizedTest
  @EnumSource(names = {"ML", "MOMENTS"})
  void theBiasOfTheVarianceBelongsToTheMeanSquaredError(VarianceEstimator estimator) {
    double[] d = {4, 4, 4, .6, .6, .6, .5, .5, .5, .4, .4, .4, .2, .2, .2};
    double[][] x = new double[d.length][];
    Arrays.fill(x, new double[] {1});
    SplittableRandom random = new SplittableRandom(17);
    int samples = 20_000;
    double squares = 0;
    double prasadRao = 0;
    double dattaLahiri = 0;
    for (int sample = 0; sample < samples; sample++) {
      double[] truth = new double[d.length];
      double[] y = new double[d.length];
      for (int i = 0; i < d.length; i++) {
        truth[i] = random.nextGaussian();
        y[i] = truth[i] + Math.sqrt(d[i]) * random.nextGaussian();
      }
      FayHerriotFit fit =
          FayHerriot.fit(
              new AreaData(Collections.nCopies(d.length, "a"), y, d, List.of("1"), x),
              estimator,
              20);
      for (int i = 3; i < d.length; i++) {
        squares += Math.pow(fit.eblup(i) - truth[i], 2) / samples;
        prasadRao += fit.with(MseFormula.PRASAD_RAO).mse(i) / samples;
        dattaLahiri += fit.mse(i) / samples;
      }
    }

    assertThat(Math.abs(dattaLahiri - squares)).isLessThan(Math.abs(prasadRao - squares));
    assertThat(dattaLahiri).isCloseTo(squares, within(0.06 * squares));
  }

  @ParameterizedTest
  @CsvSource({
    // R: emdi::fh, whose search for A stops some 1e-7 of it from the maximum. The factor multiplies
    // the sampling variances: with 4 the plain likelihoods are highest at A = 0.
    "AMPL, 1, 1, 1.021593946671681, 0.013463661587648956",
    "AMPL, 1, 43, 0.68128231681656737, 0.0099081852708472265",
    "AMRL, 1, 1, 1.0274072300384129, 0.013477955743083454",
    "AMRL, 1, 2, 1.0508638357788596, 0.0053087604174409213",
    "AMPL_YL, 1, 1, 1.0161752861128082, 0.013580303370548451",
    "AMPL_YL, 1, 43, 0.68409662775920865, 0.010037349932266947",
    "AMRL_YL, 1, 1, 1.0219722777975815, 0.013460568426232392",
    "AMRL_YL, 1, 2, 1.0476030491403494, 0.0053729120232411248",
    "AMPL, 4, 2, 0.99420917505396333, 0.004653016161052374",
    "AMRL, 4, 2, 0.99783458787263102, 0.004962370613738918",
    "AMPL_YL, 4, 2, 0.9781017147405271, 0.020948626970163087",
    "AMRL_YL, 4, 2, 0.97828665039600349, 0.016134497072024134",
    "REML, 4, 2, 0.97762466594962438, 0.016103946162093565",
    "ML, 4, 43, 0.70227401171730819, 0.011045549221938419",
  })
  void equalsEmdi(VarianceEstimator estimator, double factor, int area, double eblup, double mse) {
    FayHerriotFit fit = FayHerriot.fit(Milk.data(factor), estimator);

    assertThat(fit.eblup(area - 1)).isCloseTo(eblup, within(3e-8));
    assertThat(fit.mse(area - 1)).isCloseTo(mse, within(2e-8));
  }

  @Test
  void coefficientsAndLikelihoodEqualSae() {
    // R: sae::eblupFH(yi ~ as.factor(MajorArea), SD^2, method = "REML", PRECISION = 1e-13)$fit
    FayHerriotFit fit = FayHerriot.fit(Milk.data(1), VarianceEstimator.REML);

    assertThat(fit.variance()).isCloseTo(0.018550334762766713, within(1e-14));
    assertThat(fit.coefficients())
        .containsExactly(
            new double[] {
              0.9681889869749659, 0.13278030545673736, 0.22694622452059254, -0.2413010399446313
            },
            within(1e-12));
    assertThat(Math.sqrt(fit.covariance()[0][0])).isCloseTo(0.0693622082792575, within(1e-13));
    assertThat(fit.logLikelihood()).isCloseTo(12.677471635178483, within(1e-11));
    assertThat(fit.aic()).isCloseTo(-15.354943270356966, within(1e-11));
    assertThat(fit.bic()).isCloseTo(-6.5489426918891525, within(1e-11));
    assertThat(fit.observations()).isEqualTo(43);
    ModelTerm between = fit.components().get(0);
    assertThat(between.term()).isEqualTo("sigma2u");
    assertThat(between.estimate()).isEqualTo(fit.variance());
    // R: sqrt(2 / sum((refvar + SD^2)^-2))
    assertThat(between.standardError()).isCloseTo(0.007516497857192865, within(1e-14));
    assertThat(fit.variance(7)).isEqualTo(fit.variance());
  }

  @Test
  void anAreaWithoutSampleHasTheRegressionsPredictionAndItsError() {
    AreaData milk = Milk.data(1);
    double[] direct = milk.direct().clone();
    direct[42] = Double.NaN;
    AreaData part =
        new AreaData(milk.areas(), direct, milk.variances(), milk.terms(), milk.design());
    FayHerriotFit fit = FayHerriot.fit(part, VarianceEstimator.REML);

    assertThat(fit.gamma(42)).isZero();
    assertThat(fit.eblup(42)).isEqualTo(fit.synthetic(42));
    assertThat(fit.mse(42)).isGreaterThan(fit.variance());
    assertThat(fit.mse(42)).isGreaterThan(fit.mse(41));
  }

  @Test
  void dataThatCannotBeFittedAreRefused() {
    double[][] ones = {{1}, {1}};
    double[] two = {1, 2};
    List<String> areas = List.of("a", "b");
    List<String> intercept = List.of("intercept");

    assertThatThrownBy(() -> new AreaData(areas, two, new double[] {1, 0}, intercept, ones))
        .hasMessage("area b has no positive sampling variance");
    assertThatThrownBy(() -> new AreaData(areas, two, new double[] {1}, intercept, ones))
        .hasMessageContaining("2 areas with 2 direct estimates, 1 variances");
    assertThatThrownBy(
            () -> new AreaData(areas, two, two, intercept, new double[][] {{1}, {Double.NaN}}))
        .hasMessage("area b lacks a column");
    assertThatThrownBy(() -> new AreaData(areas, two, two, intercept, new double[][] {{1}, {1, 2}}))
        .hasMessage("area b has 2 columns, not 1");
    assertThatThrownBy(
            () -> new AreaData(areas, new double[] {1, Double.NaN}, two, intercept, ones))
        .hasMessage("1 areas with a direct estimate do not suffice for 1 terms");
  }
}
