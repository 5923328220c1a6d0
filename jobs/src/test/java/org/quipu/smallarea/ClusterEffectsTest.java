package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClusterEffectsTest {
  private static final double AREA = 0.4;
  private static final double GROUP = 0.3;

  /** Two areas of a group, two clusters in the first and one in the second; a third has none. */
  private static ClusterData data(int women) {
    return data(women, List.of(List.of("group", "group", "other")));
  }

  private static ClusterData data(int women, List<List<String>> groups) {
    return new ClusterData(
        new int[] {women / 4, women / 5, women / 2},
        new int[] {women, women, women},
        List.of("intercept"),
        new double[][] {{1}, {1}, {1}},
        new int[] {0, 0, 1},
        List.of("first", "second", "third"),
        groups);
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
    return new ClusterEffects(data).fit(all, new double[] {AREA, GROUP}, dispersion);
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

    assertThat(new ClusterEffects(data).fit(new double[] {-1, -1, -1}, new double[2], 0.1))
        .isCloseTo(expected, within(1e-12));
  }

  @Test
  void theModeDoesNotDependOnWhereTheSearchStarts() {
    ClusterEffects effects = new ClusterEffects(data(40));
    effects.fit(new double[] {3, 3, 3}, new double[] {1, 1}, 0);
    double warm = effects.fit(new double[] {-1, -1, -1}, new double[] {AREA, GROUP}, 0);

    assertThat(warm).isCloseTo(laplace(data(40), -1, 0), within(1e-10));
    double[] areas = effects.mode()[0];
    assertThat(areas[1]).isGreaterThan(areas[0]);
    assertThat(areas[2]).isZero();
    assertThat(effects.mode()[1]).hasSize(2);
  }

  /** What an area shares with its province and with its region: their variances add up. */
  @Test
  void aGroupAloneInALargerOneHasTheVarianceOfBoth() {
    List<String> groups = List.of("group", "group", "other");
    ClusterEffects three =
        new ClusterEffects(data(40, List.of(groups, List.of("region", "region", "far"))));
    double[] fixed = {-1, -1, -1};
    double[] deviations = {AREA, 0.6 * GROUP, 0.8 * GROUP};

    assertThat(three.fit(fixed, deviations, 0.02))
        .isCloseTo(laplace(data(40), -1, 0.02), within(1e-10));

    ClusterEffects two = new ClusterEffects(data(40));
    two.fit(fixed, new double[] {AREA, GROUP}, 0.02);
    SplittableRandom random = new SplittableRandom(1);
    SplittableRandom other = new SplittableRandom(2);
    double[] sums = new double[2];
    for (int draw = 0; draw < 20_000; draw++) {
      double[][] ofThree = three.draw(random);
      sums[0] +=
          Math.pow(
              deviations[0] * ofThree[0][0]
                  + deviations[1] * ofThree[1][0]
                  + deviations[2] * ofThree[2][0],
              2);
      double[][] ofTwo = two.draw(other);
      sums[1] += Math.pow(AREA * ofTwo[0][0] + GROUP * ofTwo[1][0], 2);
    }
    // Four errors of the ratio of two variances of 20,000 normal draws.
    assertThat(sums[0] / sums[1]).isCloseTo(1, within(0.057));
  }
}
