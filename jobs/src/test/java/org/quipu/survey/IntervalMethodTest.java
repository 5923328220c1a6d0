package org.quipu.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  /**
   * R survey 4.1: {@code svyciprop(~high, subset(svydesign(~dnum, weights = ~pw, data = apiclus1),
   * stype == "E"), method = "beta", na.rm = TRUE)} with {@code high <- ifelse(api00 %% 7 == 0, NA,
   * api00 > 650)}: its {@code nrow(design)} counts the rows of the domain that did not answer too,
   * and those whose weight is 0 (where {@code snum %% 5 == 0}).
   */
  @ParameterizedTest
  @CsvSource({
    "pw, '', 0.271956424258709, 0.769407787596883",
    "pw, E, 0.293352166577747, 0.780329349046717",
    "some, E, 0.282434646580334, 0.768108379060226",
  })
  void betaCountsTheRowsOfTheDomainThatDidNotAnswer(
      String weight, String domain, double low, double high) {
    SurveyTable schools = WorkedExamples.read("apiclus1");
    double[] api = schools.numbers("api00");
    double[] number = schools.numbers("snum");
    double[] pw = schools.numbers("pw");
    schools
        .with(
            "high",
            Arrays.stream(api).map(a -> a % 7 == 0 ? Double.NaN : a > 650 ? 1 : 0).toArray())
        .with(
            "some",
            IntStream.range(0, pw.length)
                .mapToDouble(i -> number[i] % 5 == 0 ? 0 : pw[i])
                .toArray());
    Interval interval =
        InMemoryEstimator.estimate(
                schools,
                null,
                Design.clusters("dnum").weights(weight),
                List.of(Outcome.proportion("high")),
                List.of(DomainTable.NATIONAL, DomainTable.of("stype")))
            .find(
                null,
                "high",
                domain.isEmpty() ? "national" : "stype",
                domain.isEmpty() ? DomainTable.WHOLE : domain)
            .orElseThrow()
            .interval(IntervalMethod.BETA);
    assertThat(interval.low()).isEqualTo(low, within(1e-13));
    assertThat(interval.high()).isEqualTo(high, within(1e-13));
  }
}
