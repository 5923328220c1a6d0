package org.quipu.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers are those of R 4.2.2, printed with {@code sprintf("%.16g")}. */
class DistributionsTest {
  private static final double RELATIVE = 5e-14;

  private static void assertClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, offset(RELATIVE * Math.abs(expected)));
  }

  // R: 2 * pt(abs(t), df, lower.tail = FALSE)
  @ParameterizedTest
  @CsvSource({
    "2.1, 5, 0.08975324988459868",
    "-9.3, 100, 3.389443075978097e-15",
    "120, 9, 9.843046728366036e-16",
    "30, 14, 4.171869530521053e-14",
    "25, 16.5, 1.501524706142698e-14",
    "0.001, 3, 0.9992648949694609",
    "38, 200.25, 1.677577780948334e-93"
  })
  void twoSidedOnT(double t, double df, double expected) {
    assertClose(Distributions.twoSided(t, df), expected);
  }

  // R: 2 * pnorm(abs(z), lower.tail = FALSE)
  @ParameterizedTest
  @CsvSource({
    "1.96, 0.04999579029644086",
    "9.3, 1.404456848088325e-20",
    "-9.5, 2.098903015072522e-21",
    "15, 7.341932398625503e-51",
    "37, 1.145114244504915e-299"
  })
  void twoSidedOnZ(double z, double expected) {
    assertThat(Distributions.twoSided(z, Double.NaN)).isCloseTo(expected, offset(1e-12 * expected));
  }

  // R: pf(f, df1, df2, lower.tail = FALSE); the first two are the p-values of the examples A and J
  // of SAS and of Viechtbauer (2010)
  @ParameterizedTest
  @CsvSource({
    "3.1513386, 1.9229767, 30.7676269, 0.05867474421696843",
    "4.96494755588, 2, 10, 0.03180350128597179",
    "110, 3, 40, 2.31499187788755e-19",
    "30, 5.5, 210, 1.929637522384513e-24",
    "2500, 1, 16, 5.267498276673671e-19",
    "0.2, 4, 7, 0.9305148174758057"
  })
  void upperF(double f, double df1, double df2, double expected) {
    assertClose(Distributions.upperF(f, df1, df2), expected);
  }

  // R: pchisq(q, df, lower.tail = FALSE)
  @ParameterizedTest
  @CsvSource({
    "28.325143661, 10, 0.00160097441942898",
    "110, 5, 4.097330205841552e-22",
    "88, 1, 6.54544654095127e-21",
    "250, 24, 1.650778368704711e-39",
    "0.4, 2, 0.8187307530779819",
    "700, 24, 2.479425896469233e-132"
  })
  void upperChiSquared(double q, double df, double expected) {
    assertClose(Distributions.upperChiSquared(q, df), expected);
    assertClose(Distributions.upperF(q / df, df, Double.NaN), expected);
  }

  // R: qt((1 - level) / 2, df, lower.tail = FALSE)
  @ParameterizedTest
  @CsvSource({
    "0.95, 1, 12.70620473617471",
    "0.95, 2.7, 3.392148383173751",
    "0.95, 14, 2.144786687917804",
    "0.95, 16, 2.119905299221255",
    "0.99, 100.5, 2.625636965379534",
    "0.90, 3000, 1.645361707837407",
    "0.95, 0.4, 642.8272461565525"
  })
  void criticalT(double level, double df, double expected) {
    assertClose(Distributions.critical(level, df), expected);
  }

  // R: qnorm((1 + level) / 2)
  @ParameterizedTest
  @CsvSource({
    "0.90, 1.644853626951472",
    "0.95, 1.959963984540054",
    "0.999, 3.290526731491926",
  })
  void criticalZ(double level, double expected) {
    assertClose(Distributions.critical(level, Double.NaN), expected);
  }

  // R: qchisq(p, df)
  @ParameterizedTest
  @CsvSource({
    "0.025, 23, 11.68855192245244",
    "0.975, 23, 38.0756272503558",
    "0.025, 1, 0.0009820691171752562",
    "0.975, 0.7, 4.136665825733002",
    "0.5, 1000, 999.333412403381"
  })
  void chiSquaredQuantile(double p, double df, double expected) {
    assertClose(Distributions.chiSquaredQuantile(p, df), expected);
  }

  // R: qbeta(p, a, b); shapes of Clopper and Pearson's limits of 0 or 1 case and 4 of 183, and of
  // Korn and Graubard's with a fractional number of cases
  @ParameterizedTest
  @CsvSource({
    "0.025, 1, 500, 5.063433400741524e-05",
    "0.975, 1, 500, 0.007350610051907736",
    "0.025, 4, 180, 0.005986913246125899",
    "0.975, 5, 179, 0.0550167142784731",
    "0.025, 0.4, 12, 6.261906048066393e-06",
    "0.025, 2, 1e5, 2.422077741833968e-06",
    "0.975, 150, 3.5, 0.9944290949997634",
    "0.025, 0.05, 30, 1.800307706821343e-34"
  })
  void betaQuantile(double p, double a, double b, double expected) {
    assertClose(Distributions.betaQuantile(p, a, b), expected);
  }

  // R: binom.test(3, 40)$conf.int
  @Test
  void clopperPearson() {
    assertClose(Distributions.betaQuantile(0.025, 3, 38), 0.01574217985104154);
    assertClose(Distributions.betaQuantile(0.975, 4, 37), 0.2038647487328989);
  }

  // R: pnorm(c(-12, -2.5, 0.3)), qnorm(c(1e-20, 1e-3, 0.9))
  @Test
  void normal() {
    assertClose(Distributions.normalLower(-12), 1.776482112077679e-33);
    assertClose(Distributions.normalLower(-2.5), 0.006209665325776135);
    assertClose(Distributions.normalLower(0.3), 0.6179114221889527);
    assertClose(Distributions.normalQuantile(1e-20), -9.262340089798405);
    assertClose(Distributions.normalQuantile(1e-3), -3.090232306167813);
    assertClose(Distributions.normalQuantile(0.9), 1.281551565544601);
  }

  @Test
  void whatHasNoDistributionIsNaN() {
    assertThat(Distributions.twoSided(Double.NaN, 5)).isNaN();
    assertThat(Distributions.twoSided(2, 0)).isNaN();
    assertThat(Distributions.critical(0.95, 0)).isNaN();
    assertThat(Distributions.critical(0.95, -1)).isNaN();
    assertThat(Distributions.upperF(2, 3, 0)).isNaN();
    assertThat(Distributions.upperF(Double.NaN, 3, 4)).isNaN();
    assertThat(Distributions.upperChiSquared(2, 0)).isNaN();
    assertThat(Distributions.chiSquaredQuantile(0.5, Double.NaN)).isNaN();
    assertThat(Distributions.betaQuantile(0.5, Double.NaN, 2)).isNaN();
  }

  @Test
  void farTailsAreZeroAndOne() {
    assertThat(Distributions.twoSided(Double.POSITIVE_INFINITY, 4)).isZero();
    assertThat(Distributions.twoSided(0, 4)).isEqualTo(1);
    assertThat(Distributions.upperF(-1, 2, 4)).isEqualTo(1);
    assertThat(Distributions.upperChiSquared(-1, 2)).isEqualTo(1);
  }
}
