package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterEffectsTest {
  private static final double AREA = 0.4;
  private static final double GROUP = 0.3;

  /** Two areas of a group, two clusters in the first and one in the second. */
  private static ClusterData data(int women) {
    return new ClusterData(
        new int[] {women / 4, women / 5, women / 2},
        new int[] {women, women, women},
        List.of("intercept"),
        new double[][] {{1}, {1}, {1}},
        new int[] {0, 0, 1},
        List.of("first", "second"),
        List.of("group", "group"));
  }

  /**
   * The logarithm of the integral over the areas' logits, whose deviations from x'β are bivariate
   * normal once the group's effect is integrated out, by the trapezoidal rule.
   */
  private static double integral(ClusterData data, double fixed, double dispersion) {
    double variance = AREA * AREA + GROUP * GROUP;
    double covariance = GROUP * GROUP;
    double determinant = variance * variance - covariance * covariance;
    double step = 0.01;
    int points = 500;
    double[] first = new double[2 * points + 1];
    double[] second = new double[2 * points + 1];
    for (int n = -points; n <= points; n++) {
      double logit = fixed + n * step;
      first[n + points] = value(data, 0, logit, dispersion) + value(data, 1, logit, dispersion);
      second[n + points] = value(data, 2, logit, dispersion);
    }
    double sum = 0;
    for (int a = -points; a <= points; a++) {
      for (int b = -points; b <= points; b++) {
        double u = a * step;
        double v = b * step;
        double square = (variance * (u * u + v * v) - 2 * covariance * u * v) / determinant;
        sum += Math.exp(first[a + points] + second[b + points] - square / 2);
      }
    }

    return Math.log(sum * step * step / (2 * Math.PI * Math.sqrt(determinant)));
  }

  private static double value(ClusterData data, int cluster, double logit, double dispersion) {
    BetaBinomial count = new BetaBinomial(data.cases()[cluster], data.women()[cluster]);
    count.at(logit, dispersion);
    return count.value();
  }

  private static double laplace(ClusterData data, double fixed, double dispersion) {
    double[] all = {fixed, fixed, fixed};
    return new ClusterEffects(data).fit(all, AREA, GROUP, dispersion);
  }

  @Test
  void comesNearTheIntegralAsWomenGrow() {
    double few = laplace(data(40), -1, 0) - integral(data(40), -1, 0);
    double many = laplace(data(400), -1, 0) - integral(data(400), -1, 0);

    // The error of Laplace's approximation is of the order of 1 / women.
    assertThat(Math.abs(few)).isBetween(1e-4, 0.02);
    assertThat(Math.abs(many)).isLessThan(0.2 * Math.abs(few));
    assertThat(laplace(data(400), -1, 0.02)).isCloseTo(integral(data(400), -1, 0.02), within(0.02));
  }

  @Test
  void withoutVariationTheLikelihoodIsThatOfTheCounts() {
    ClusterData data = data(40);
    double expected = value(data, 0, -1, 0.1) + value(data, 1, -1, 0.1) + value(data, 2, -1, 0.1);

    assertThat(new ClusterEffects(data).fit(new double[] {-1, -1, -1}, 0, 0, 0.1))
        .isCloseTo(expected, within(1e-12));
  }

  @Test
  void theModeDoesNotDependOnWhereTheSearchStarts() {
    ClusterEffects effects = new ClusterEffects(data(40));
    effects.fit(new double[] {3, 3, 3}, 1, 1, 0);
    double warm = effects.fit(new double[] {-1, -1, -1}, AREA, GROUP, 0);

    assertThat(warm).isCloseTo(laplace(data(40), -1, 0), within(1e-10));
    assertThat(effects.areas()[1]).isGreaterThan(effects.areas()[0]);
    assertThat(effects.groups()).hasSize(1);
  }
}
