package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quipu.math.Vectors;

/**
 * Corn in segments of 12 counties of Iowa (Battese, Harter and Fuller 1988). Tolerances are those
 * to which R's nlme, on which sae relies, finds the maximum: some 1e-8 of a number.
 */
class UnitLevelModelTest {
  private static final List<String> TERMS = List.of("intercept", "corn", "soybeans");

  private static List<double[]> rows(String file) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                UnitLevelModelTest.class.getResourceAsStream("/examples/" + file),
                StandardCharsets.UTF_8))) {
      return in.lines()
          .skip(1)
          .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The segments without the 33rd, which the authors found to be an error. */
  private static UnitData corn() {
    List<double[]> rows = new ArrayList<>(rows("cornsoybean.csv"));
    rows.remove(32);
    return new UnitData(
        rows.stream().map(row -> String.valueOf((int) row[0])).toList(),
        rows.stream().mapToDouble(row -> row[1]).toArray(),
        TERMS,
        rows.stream().map(row -> new double[] {1, row[2], row[3]}).toArray(double[][]::new));
  }

  private static List<AreaPopulation> counties() {
    return rows("cornsoybeanmeans.csv").stream()
        .map(
            row ->
                new AreaPopulation(
                    String.valueOf((int) row[0]), row[1], new double[] {1, row[2], row[3]}))
        .toList();
  }

  private static List<AreaPopulation> endless() {
    return counties().stream()
        .map(area -> new AreaPopulation(area.area(), Double.POSITIVE_INFINITY, area.means()))
        .toList();
  }

  @Test
  void equalsSaeByRestrictedLikelihood() {
    // R, sae 1.3: eblupBHF(CornHec ~ CornPix + SoyBeansPix, dom = County, meanxpop, popnsize)
    AreaModelFit fit = UnitLevelModel.fit(corn(), counties(), VarianceEstimator.REML);

    assertThat(fit.coefficients())
        .containsExactly(
            new double[] {51.07039807711253, 0.32872173242402164, -0.1345684479684839},
            within(3e-7));
    // R: uniroot of the likelihood's derivative written with whole matrices, tol = 1e-15; sae,
    // whose
    // nlme stops earlier, has 140.02388971034705 and 147.26862954044088.
    assertThat(fit.components().get(0).estimate()).isCloseTo(140.0238741702187, within(1e-9));
    assertThat(fit.components().get(1).estimate()).isCloseTo(147.2686342523657, within(1e-9));
    // R: dmvnorm of the outcomes at the estimates, -147.0843.
    assertThat(fit.logLikelihood()).isCloseTo(-147.0843, within(5e-5));
    assertThat(eblups(fit))
        .containsExactly(
            new double[] {
              122.19540343480108, 126.22801706463522, 106.66376333765967, 108.42219038239891,
              144.3071695598307, 112.15858602411056, 112.78010405748236, 122.00196688874087,
              115.34384726733029, 124.41436837922757, 106.88826684767903, 143.03121080651457
            },
            within(1e-6));
  }

  @Test
  void equalsSaeByLikelihood() {
    // The same with method = "ML".
    AreaModelFit fit = UnitLevelModel.fit(corn(), counties(), VarianceEstimator.ML);

    assertThat(fit.coefficients())
        .containsExactly(
            new double[] {50.96753172808967, 0.32858047389403305, -0.1337096967050828},
            within(3e-7));
    // R: uniroot of the likelihood's derivative written with whole matrices, tol = 1e-15; sae,
    // whose
    // nlme stops earlier, has 121.0616896069981 and 137.31411385776235.
    assertThat(fit.components().get(0).estimate()).isCloseTo(121.0616891435359, within(1e-9));
    assertThat(fit.components().get(1).estimate()).isCloseTo(137.3141140121135, within(1e-9));
    assertThat(fit.logLikelihood()).isCloseTo(-147.0126188052127, within(1e-9));
    assertThat(fit.parameters()).isEqualTo(5);
    assertThat(fit.observations()).isEqualTo(36);
    assertThat(eblups(fit))
        .containsExactly(
            new double[] {
              122.28066391744412, 126.11520500566756, 107.12127073661989, 108.71842545858732,
              144.04852785563725, 111.97319681686855, 112.98308068734624, 122.00923002848734,
              115.17359359132848, 124.43521870027784, 107.10146928780497, 142.87002098664294
            },
            within(1e-6));
  }

  private static double[] eblups(AreaModelFit fit) {
    return IntStream.range(0, 12).mapToDouble(fit::eblup).toArray();
  }

  @ParameterizedTest
  @EnumSource(names = {"REML", "ML"})
  void theMeanSquaredErrorIsThatOfWholeMatrices(VarianceEstimator estimator) {
    UnitData data = corn();
    List<AreaPopulation> counties = endless();
    AreaModelFit fit = UnitLevelModel.fit(data, counties, estimator);
    double[] at = {fit.components().get(0).estimate(), fit.components().get(1).estimate()};
    RealMatrix z = MatrixUtils.createRealMatrix(data.y().length, 12);
    for (int i = 0; i < data.y().length; i++) {
      z.setEntry(i, Integer.parseInt(data.areas().get(i)) - 1, 1);
    }
    RealMatrix x = MatrixUtils.createRealMatrix(data.design());
    RealMatrix inverse = MatrixUtils.inverse(v(z, at));
    RealMatrix covariance = MatrixUtils.inverse(x.transpose().multiply(inverse).multiply(x));
    List<RealMatrix> derivatives =
        List.of(z.multiply(z.transpose()), MatrixUtils.createRealIdentityMatrix(data.y().length));
    RealMatrix information = MatrixUtils.createRealMatrix(2, 2);
    double[] leverage = new double[2];
    for (int a = 0; a < 2; a++) {
      RealMatrix pulled = inverse.multiply(derivatives.get(a)).multiply(inverse);
      leverage[a] = covariance.multiply(x.transpose().multiply(pulled).multiply(x)).getTrace();
      for (int b = 0; b < 2; b++) {
        information.setEntry(a, b, pulled.multiply(derivatives.get(b)).getTrace() / 2);
      }
    }
    RealMatrix variances = MatrixUtils.inverse(information);
    double[] bias = MatrixUtils.createRealMatrix(2, 2).operate(leverage);
    if (estimator == VarianceEstimator.ML) {
      bias = variances.scalarMultiply(-0.5).operate(leverage);
    }

    assertThat(fit.components().get(1).standardError())
        .isCloseTo(Math.sqrt(variances.getEntry(1, 1)), within(1e-8));
    for (int county = 0; county < 12; county++) {
      double[] b = weights(z, county, at);
      double[] left = counties.get(county).means().clone();
      double[] used = x.preMultiply(b);
      for (int j = 0; j < left.length; j++) {
        left[j] -= used[j];
      }
      double expected = g1(z, county, at) + Vectors.dot(covariance.operate(left), left);
      for (int k = 0; k < 2; k++) {
        double step = 1e-3;
        double[] above = at.clone();
        double[] below = at.clone();
        above[k] += step;
        below[k] -= step;
        expected -= bias[k] * (g1(z, county, above) - g1(z, county, below)) / (2 * step);
        for (int l = 0; l < 2; l++) {
          expected +=
              2
                  * variances.getEntry(k, l)
                  * Vectors.dot(v(z, at).operate(slope(z, county, at, k)), slope(z, county, at, l));
        }
      }
      assertThat(fit.mse(county)).isCloseTo(expected, within(1e-5));
    }
  }

  private static RealMatrix v(RealMatrix z, double[] at) {
    return z.multiply(z.transpose())
        .scalarMultiply(at[0])
        .add(MatrixUtils.createRealIdentityMatrix(z.getRowDimension()).scalarMultiply(at[1]));
  }

  /** b of a county, whose prediction is m'β + b'(y − Xβ). */
  private static double[] weights(RealMatrix z, int county, double[] at) {
    return MatrixUtils.inverse(v(z, at)).scalarMultiply(at[0]).operate(z.getColumn(county));
  }

  private static double g1(RealMatrix z, int county, double[] at) {
    return at[0] * (1 - Vectors.dot(weights(z, county, at), z.getColumn(county)));
  }

  private static double[] slope(RealMatrix z, int county, double[] at, int parameter) {
    double step = 1e-3;
    double[] above = at.clone();
    double[] below = at.clone();
    above[parameter] += step;
    below[parameter] -= step;
    double[] high = weights(z, county, above);
    double[] low = weights(z, county, below);
    return IntStream.range(0, high.length)
        .mapToDouble(i -> (high[i] - low[i]) / (2 * step))
        .toArray();
  }

  @Test
  void aSampleOfAllUnitsIsTheirMeanWithoutError() {
    UnitData data = corn();
    List<AreaPopulation> counties = new ArrayList<>(counties());
    List<Integer> own =
        IntStream.range(0, 36).filter(i -> data.areas().get(i).equals("12")).boxed().toList();
    UnitGroup sampled = UnitGroup.of(data, own);
    counties.set(11, new AreaPopulation("12", sampled.n(), sampled.x()));
    AreaModelFit fit = UnitLevelModel.fit(data, counties, VarianceEstimator.REML);

    assertThat(fit.eblup(11)).isCloseTo(sampled.y(), within(1e-10));
    assertThat(fit.mse(11)).isCloseTo(0, within(1e-10));
    // Part of the population is observed: a smaller error than of an endless one's mean.
    AreaModelFit other = UnitLevelModel.fit(data, endless(), VarianceEstimator.REML);
    assertThat(fit.eblup(0)).isNotEqualTo(other.eblup(0));
    assertThat(fit.gamma(0)).isEqualTo(other.gamma(0));
  }

  @Test
  void aCountyWithoutSampleHasTheRegressionsPrediction() {
    List<AreaPopulation> counties = new ArrayList<>(counties());
    counties.add(new AreaPopulation("13", 500, new double[] {1, 300, 200}));
    AreaModelFit fit = UnitLevelModel.fit(corn(), counties, VarianceEstimator.REML);

    assertThat(fit.gamma(12)).isZero();
    assertThat(fit.eblup(12)).isCloseTo(fit.synthetic(12), within(1e-10));
    double u = fit.variance(12);
    double e = fit.components().get(1).estimate();
    assertThat(fit.conditionalVariance(12)).isCloseTo(u + e / 500, within(1e-10));
    assertThat(fit.mse(12)).isGreaterThan(fit.conditionalVariance(12));
  }

  @Test
  void countiesThatDoNotDifferLeaveTheRegression() {
    UnitData corn = corn();
    double[] y = new double[36];
    for (int i = 0; i < 36; i++) {
      // The same two deviations in every county that has two units: no more between than within.
      y[i] = 3 + corn.design()[i][1] + (i % 2 == 0 ? 1 : -1);
    }
    AreaModelFit fit =
        UnitLevelModel.fit(
            new UnitData(corn.areas(), y, TERMS, corn.design()), counties(), VarianceEstimator.ML);

    assertThat(fit.components().get(0).estimate()).isZero();
    assertThat(fit.gamma(3)).isZero();
    assertThat(fit.mse(3)).isPositive();
  }

  @Test
  void dataThatCannotBeFittedAreRefused() {
    UnitData corn = corn();

    assertThatThrownBy(() -> UnitLevelModel.fit(corn, counties(), VarianceEstimator.AMRL))
        .hasMessage("the model of units is fitted by REML or ML, not AMRL");
    assertThatThrownBy(
            () -> UnitLevelModel.fit(corn, counties().subList(0, 11), VarianceEstimator.ML))
        .hasMessage("area 12 has sampled units, but no population means");
    assertThatThrownBy(
            () ->
                UnitLevelModel.fit(
                    corn,
                    List.of(new AreaPopulation("1", 545, new double[2])),
                    VarianceEstimator.ML))
        .hasMessage("area 1 has 2 population means, not 3");
    List<AreaPopulation> small = new ArrayList<>(counties());
    small.set(11, new AreaPopulation("12", 2, new double[3]));
    assertThatThrownBy(() -> UnitLevelModel.fit(corn, small, VarianceEstimator.ML))
        .hasMessage("area 12 has 5 sampled units of 2");
    List<String> areas = List.of("a", "b");
    List<String> intercept = List.of("intercept");
    double[] two = {1, 2};
    double[][] ones = {{1}, {1}};
    assertThatThrownBy(() -> new UnitData(areas, two, intercept, ones))
        .hasMessage("2 units of 2 areas do not suffice for 1 terms");
    assertThatThrownBy(() -> new UnitData(areas, new double[1], intercept, ones))
        .hasMessage("2 units with 1 outcomes and 2 rows of columns");
    assertThatThrownBy(() -> new UnitData(areas, new double[] {1, Double.NaN}, intercept, ones))
        .hasMessage("unit 2 of area b lacks its outcome or a column");
    assertThatThrownBy(() -> new UnitData(areas, two, intercept, new double[][] {{1}, {1, 2}}))
        .hasMessage("unit 2 of area b has 2 columns, not 1");
  }
}
