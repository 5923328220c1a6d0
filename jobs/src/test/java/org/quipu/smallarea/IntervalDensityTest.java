package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalDensityTest {
  private static final double LOW = 0.43;
  private static final double HIGH = 0.69;

  private static List<IntervalDensity.Point> curve(Scale scale) {
    return IntervalDensity.of(scale, 0.55, LOW, HIGH);
  }

  private static void assertPoint(IntervalDensity.Point point, double value, double density) {
    assertThat(point.value()).isCloseTo(value, within(1e-12));
    assertThat(point.density()).isCloseTo(density, within(1e-11));
  }

  /**
   * R 4.2: {@code s <- function(p) asin(sqrt(p)); l <- (s(.55) - s(.43)) / qnorm(.975); r <-
   * (s(.69) - s(.55)) / qnorm(.975)}, and with sd of either side {@code 2 * sd / (l + r) *
   * dnorm(s(v), s(.55), sd) * .5 / sqrt(v * (1 - v))}.
   */
  @Test
  void onTheScaleOfTheModelBothSidesAreNormal() {
    List<IntervalDensity.Point> curve = curve(Scale.ARCSINE);

    assertThat(curve).hasSize(81);
    assertPoint(curve.get(20), 0.45805401609719, 1.92169083411218);
    assertPoint(curve.get(40), 0.55, 5.92807320405481);
    assertPoint(curve.get(60), 0.658149786097516, 2.01855025923999);
  }

  @Test
  void ninetyFivePercentOfItsAreaLieOverTheInterval() {
    for (Scale scale : List.of(Scale.ARCSINE, Scale.LOGIT, Scale.PLAIN, Scale.LOG)) {
      double inside = 0;
      double all = 0;
      List<IntervalDensity.Point> curve = curve(scale);
      for (int i = 1; i < curve.size(); i++) {
        IntervalDensity.Point from = curve.get(i - 1);
        IntervalDensity.Point to = curve.get(i);
        double area = (to.value() - from.value()) * (to.density() + from.density()) / 2;
        double middle = (to.value() + from.value()) / 2;
        inside += middle > LOW && middle < HIGH ? area : 0;
        all += area;
      }

      // A step of the curve at either end is in or out as a whole.
      assertThat(inside).as(scale.code()).isCloseTo(0.95, within(0.01));
      assertThat(all).as(scale.code()).isCloseTo(0.9973, within(0.002));
    }
  }

  @Test
  void whatIsOffTheScaleIsLeftOut() {
    List<IntervalDensity.Point> atTheEdge = IntervalDensity.of(Scale.ARCSINE, 0.02, 0, 0.1);
    assertThat(atTheEdge).isNotEmpty().hasSizeLessThan(81);
    assertThat(atTheEdge).allMatch(point -> point.value() > 0);
    assertThat(IntervalDensity.of(Scale.LOGIT, 0.02, 0, 0.1)).isEmpty();
    assertThat(IntervalDensity.of(Scale.PLAIN, 0.5, 0.5, 0.5)).isEmpty();
    assertThat(IntervalDensity.of(Scale.PLAIN, 0.5, Double.NaN, 0.6)).isEmpty();
  }
}
