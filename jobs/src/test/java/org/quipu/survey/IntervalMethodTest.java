package org.quipu.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntervalMethodTest {
  private static Estimate estimate(Outcome outcome) {
    SurveyTable table = new SurveyTable("table", 6).with("y", 1, 0, 1, 1, 0, 1);
    return InMemoryEstimator.estimate(
            table, null, Design.simple(), List.of(outcome), List.of(DomainTable.NATIONAL))
        .all()
        .get(0);
  }

  @ParameterizedTest
  @EnumSource
  void aProportionHasEveryInterval(IntervalMethod method) {
    Interval interval = estimate(Outcome.proportion("y")).interval(method);
    assertThat(interval.low()).isLessThan(4 / 6.0);
    assertThat(interval.high()).isGreaterThan(4 / 6.0);
  }

  @ParameterizedTest
  @EnumSource(names = {"LOGIT", "WILSON", "BETA"})
  void aMeanHasNoIntervalOfProportions(IntervalMethod method) {
    assertThatThrownBy(() -> estimate(Outcome.mean("y")).interval(method))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no %s interval of a mean; wald and inei apply to every statistic"
                .formatted(method.code()));
  }

  @Test
  void aMeanHasWaldsInterval() {
    Estimate mean = estimate(Outcome.mean("y"));
    Interval interval = mean.interval(IntervalMethod.WALD);
    assertThat(interval.low() + interval.high()).isCloseTo(2 * mean.estimate(), within(1e-14));
  }
}
