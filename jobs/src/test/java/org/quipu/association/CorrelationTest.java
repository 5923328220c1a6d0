package org.quipu.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quipu.math.Distributions;

/** Golden numbers: cor.test, cov.wt and lm of R 4.2. */
class CorrelationTest {
  private static final double[] X = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8};
  private static final double[] Y = {2, 7.5, 1, 8.25, 2, 8, 2, 8, 2, 8, 4, 5};
  private static final Bootstrap BOOTSTRAP = new Bootstrap(1000, 11, 0.95);

  // cor.test(x, y)
  @Test
  void pearson() {
    Correlation r = Correlation.pearson(X, Y, 0.95);

    assertThat(r.k()).isEqualTo(12);
    assertThat(r.estimate()).isCloseTo(0.042407565653766, within(1e-14));
    assertThat(r.statistic()).isCloseTo(0.134225247253969, within(1e-13));
    assertThat(r.pValue()).isCloseTo(0.895887473976091, within(1e-13));
    assertThat(r.low()).isCloseTo(-0.544752103021445, within(1e-13));
    assertThat(r.high()).isCloseTo(0.601665974264411, within(1e-13));
  }

  // cor.test(x, y, method = "spearman", exact = FALSE)
  @Test
  void spearman() {
    Correlation rho = Correlation.spearman(X, Y, BOOTSTRAP);

    assertThat(rho.estimate()).isCloseTo(0.00905892243206951, within(1e-15));
    assertThat(rho.pValue()).isCloseTo(0.977708997218112, within(1e-13));
    assertThat(rho.low()).isBetween(-0.8, -0.4);
    assertThat(rho.high()).isBetween(0.4, 0.8);
  }

  // cor.test(x, y, method = "kendall", exact = FALSE)
  @Test
  void kendall() {
    Correlation tau = Correlation.kendall(X, Y, BOOTSTRAP);

    assertThat(tau.estimate()).isCloseTo(0.0508766971106318, within(1e-15));
    assertThat(tau.statistic()).isCloseTo(0.214634430080735, within(1e-14));
    assertThat(tau.pValue()).isCloseTo(0.830052348144802, within(1e-13));
  }

  // cov.wt(cbind(x, y), wt = 1:12, cor = TRUE); summary(lm(y ~ x, weights = 1:12))
  @Test
  void weightedPearson() {
    double[] weights = IntStream.rangeClosed(1, 12).mapToDouble(i -> i).toArray();
    Correlation r = Correlation.weightedPearson(X, Y, weights, BOOTSTRAP);

    assertThat(r.estimate()).isCloseTo(0.0958715083151745, within(1e-15));
    assertThat(r.statistic()).isCloseTo(0.304575288652383, within(1e-13));
    assertThat(r.pValue()).isCloseTo(0.7669337950715466, within(1e-13));
  }

  @Test
  void bootstrapIsSeeded() {
    assertThat(Correlation.spearman(X, Y, BOOTSTRAP))
        .isEqualTo(Correlation.spearman(X, Y, BOOTSTRAP));
    assertThat(Correlation.spearman(X, Y, new Bootstrap(1000, 12, 0.95)))
        .isNotEqualTo(Correlation.spearman(X, Y, BOOTSTRAP));
  }

  @Test
  void bootstrapIntervalsHoldTheTrueRankCorrelation() {
    // ρ of a bivariate normal with r = 0.5 is 6/π·asin(r/2) = 0.4826.
    SplittableRandom random = new SplittableRandom(5);
    int held = 0;
    for (int run = 0; run < 300; run++) {
      double[] x = random.doubles(25).map(Distributions::normalQuantile).toArray();
      double[] y =
          IntStream.range(0, 25)
              .mapToDouble(
                  i ->
                      0.5 * x[i]
                          + Math.sqrt(0.75) * Distributions.normalQuantile(random.nextDouble()))
              .toArray();
      Correlation rho = Correlation.spearman(x, y, new Bootstrap(500, run, 0.95));
      held += rho.low() <= 0.4826 && rho.high() >= 0.4826 ? 1 : 0;
    }

    assertThat(held / 300.0).isBetween(0.90, 0.98);
  }

  @Test
  void attenuationIsUndone() {
    Correlation r = Correlation.pearson(X, Y, 0.95);
    Correlation freed = r.disattenuated(0.25);

    assertThat(freed.estimate()).isCloseTo(2 * r.estimate(), within(1e-15));
    assertThat(freed.low()).isEqualTo(-1);
    assertThat(freed.high()).isEqualTo(1);
    assertThat(freed.pValue()).isEqualTo(r.pValue());
    assertThat(r.disattenuated(-0.1).estimate()).isNaN();
    // var(c(1, 2, 6)) = 7; the mean of the variances is 2
    assertThat(Correlation.reliability(new double[] {1, 2, 6}, new double[] {1, 2, 3}))
        .isCloseTo(1 - 2.0 / 7, within(1e-15));
  }

  @Test
  void twoPairsAreRefused() {
    assertThatThrownBy(() -> Correlation.pearson(new double[2], new double[2], 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("three pairs");
  }
}
