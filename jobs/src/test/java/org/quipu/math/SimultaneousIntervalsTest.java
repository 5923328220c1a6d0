package org.quipu.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.quipu.math.SimultaneousIntervals.Interval;
import org.quipu.math.SimultaneousIntervals.Method;

class SimultaneousIntervalsTest {
  private static final double ALPHA = 0.05;
  private static final Offset<Double> EXACT = offset(1e-9);

  @Test
  void bonferronisIntervalsShareTheErrorAmongTheTests() {
    // R: -3 + c(-1, 1) * qnorm(1 - .05 / 6); the third is no test
    List<Interval> intervals = intervals(Adjustment.HOLM, -3, 1, 0.5, Double.NaN);

    assertThat(intervals.get(0).low()).isCloseTo(-5.393979799730407, EXACT);
    assertThat(intervals.get(0).high()).isCloseTo(-0.6060202002695931, EXACT);
    assertThat(intervals.get(0).method()).isEqualTo(Method.BONFERRONI_HOLM);
    assertThat(intervals.get(3).low()).isNaN();
    assertThat(intervals.get(3).high()).isNaN();
  }

  @Test
  void whereOnlyTheStepDownTestRejectsTheIntervalEndsAtZero() {
    // p = 0.0005 and 0.03: Holm rejects both, Bonferroni at 0.025 the first alone.
    List<Interval> intervals = intervals(Adjustment.HOLM, 3.480756404346211, -2.170090377584560);

    assertThat(intervals.get(1).high()).isZero();
    assertThat(intervals.get(1).low()).isCloseTo(-2.170090377584560 - 2.241402727604947, EXACT);
    assertThat(intervals.get(0).low()).isPositive();
  }

  @Test
  void falseCoverageCountsTheRejectedTests() {
    // Two of three rejected: R: qnorm(1 - .05 * 2 / 3 / 2)
    List<Interval> intervals = intervals(Adjustment.BENJAMINI_HOCHBERG, 3, -2.5, 0.1);

    assertThat(intervals.get(1).high()).isCloseTo(-2.5 + 2.128045234184983, EXACT);
    assertThat(intervals.get(1).method()).isEqualTo(Method.FALSE_COVERAGE_RATE);
    // None rejected: as if one were
    assertThat(intervals(Adjustment.BENJAMINI_HOCHBERG, 1, 1).get(0).high())
        .isCloseTo(1 + 2.241402727604947, EXACT);
  }

  @Test
  void anIntervalExcludesZeroExactlyWhereTheCorrectedTestRejects() {
    SplittableRandom random = new SplittableRandom(20211);
    for (int family = 0; family < 500; family++) {
      double[] z = random.doubles(1 + family % 25).map(u -> 8 * (u - 0.5)).toArray();
      for (Adjustment adjustment : Adjustment.values()) {
        double[] adjusted = adjusted(adjustment, z);
        List<Interval> intervals = intervals(adjustment, z);
        for (int i = 0; i < z.length; i++) {
          Interval interval = intervals.get(i);
          boolean holdsZero = interval.low() < 0 && interval.high() > 0;
          assertThat(holdsZero).isEqualTo(adjusted[i] >= ALPHA);
          assertThat(z[i]).isBetween(interval.low(), interval.high());
        }
      }
    }
  }

  private static List<Interval> intervals(Adjustment adjustment, double... z) {
    return SimultaneousIntervals.of(estimates(z), adjusted(adjustment, z), adjustment, ALPHA);
  }

  private static double[] adjusted(Adjustment adjustment, double... z) {
    return adjustment.adjust(estimates(z).stream().mapToDouble(TestedEstimate::pValue).toArray());
  }

  private static List<TestedEstimate> estimates(double... z) {
    return DoubleStream.of(z)
        .mapToObj(each -> TestedEstimate.of(each, 1, Double.NaN, 0.95))
        .toList();
  }
}
