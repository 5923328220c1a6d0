package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VarianceFunctionTest {
  private static VarianceFunction.Point point(double p, double n, double noise) {
    double log =
        -5
            + 0.5 * p
            - 0.001 * n
            + 1e-8 * n * n
            + 2e-4 * p * n
            + Math.sqrt(p)
            - 0.05 * Math.sqrt(n)
            + 0.01 * Math.sqrt(p * n)
            + noise;
    return new VarianceFunction.Point(p, n, Math.exp(log), 1.5, 12);
  }

  private static List<VarianceFunction.Point> points(double noise) {
    List<VarianceFunction.Point> points = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      points.add(
          point(0.05 + 0.9 * (i * 7 % 40) / 40, 60 + 37 * i + i * i, i % 2 == 0 ? noise : -noise));
    }

    return points;
  }

  @Test
  void variancesThatFollowTheFunctionAreThemselves() {
    VarianceFunction function = VarianceFunction.fit(points(0));

    double[] expected = {-5, 0.5, -0.001, 1e-8, 2e-4, 1, -0.05, 0.01, 1, 1};
    for (int j = 0; j < expected.length; j++) {
      assertThat(function.terms().get(j).estimate())
          .as(function.terms().get(j).term())
          .isCloseTo(expected[j], within(1e-8 * Math.abs(expected[j])));
    }
    VarianceFunction.Point other = point(0.33, 400, 0);
    assertThat(function.variance(0.33, 400))
        .isCloseTo(other.variance(), within(1e-10 * other.variance()));
  }

  @Test
  void smoothedVariancesAddUpToTheDirectOnes() {
    List<VarianceFunction.Point> points = points(0.4);
    VarianceFunction function = VarianceFunction.fit(points);

    double direct = points.stream().mapToDouble(VarianceFunction.Point::variance).sum();
    double smooth = points.stream().mapToDouble(a -> function.variance(a.p(), a.n())).sum();
    assertThat(smooth).isCloseTo(direct, within(1e-12 * direct));
    // δ makes up for the mean of a skew distribution: about exp(0.4²/2).
    assertThat(function.terms().get(8).term()).isEqualTo("delta");
    assertThat(function.terms().get(8).estimate()).isBetween(1.02, 1.12);
    assertThat(function.terms().get(9).estimate()).isBetween(0.5, 1.0);
  }

  @Test
  void areasWithoutAReliableVarianceDoNotSpeak() {
    List<VarianceFunction.Point> points = new ArrayList<>(points(0.4));
    List<ModelTerm> before = VarianceFunction.fit(points).terms();
    // Too few degrees of freedom, interviews, or a design effect below 1; no variance at all.
    points.add(new VarianceFunction.Point(0.5, 49, 1, 2, 4));
    points.add(new VarianceFunction.Point(0.5, 300, 1, 0.9, 4));
    points.add(new VarianceFunction.Point(0.5, 300, 1, 2, 2));
    points.add(new VarianceFunction.Point(0, 300, 0, 2, 9));
    assertThat(VarianceFunction.fit(points).terms()).isEqualTo(before);

    points.add(new VarianceFunction.Point(0.5, 50, 1, 1, 3));
    assertThat(VarianceFunction.fit(points).terms()).isNotEqualTo(before);
    assertThatThrownBy(() -> VarianceFunction.fit(points.subList(35, 44)))
        .hasMessage("5 of 9 areas have a reliable variance; a variance function needs more than 8");
  }
}
