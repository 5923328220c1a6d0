package org.quipu.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantileTest {
  private static final int ROWS = 400;

  private static SurveyTable random() {
    Random random = new Random(5);
    return new SurveyTable("random", ROWS)
        .with("y", random.doubles(ROWS, 0, 60).map(Math::rint).toArray())
        .with("w", random.doubles(ROWS, 0, 9).map(Math::ceil).toArray())
        .with("domain", IntStream.range(0, ROWS).mapToDouble(i -> i % 3).toArray());
  }

  /** The definition: the smallest value with the share of the weight, or more, at or below it. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.25, 0.5, 0.77, 0.999})
  void isTheSmallestValueWithTheShareBelowIt(double share) {
    SurveyTable table = random();
    double[] y = table.numbers("y");
    double[] w = table.numbers("w");
    for (Quantile found :
        Quantile.estimate(
            table, Design.simple().weights("w"), "y", share, DomainTable.of("domain"))) {
      int domain = Integer.parseInt(found.below().domain());
      double total = below(y, w, domain, Double.POSITIVE_INFINITY);
      assertThat(below(y, w, domain, found.value())).isGreaterThanOrEqualTo(share * total);
      assertThat(below(y, w, domain, found.value() - 1)).isLessThan(share * total);
    }
  }

  private static double below(double[] y, double[] w, int domain, double limit) {
    return IntStream.range(0, ROWS)
        .filter(i -> i % 3 == domain && y[i] <= limit)
        .mapToDouble(i -> w[i])
        .sum();
  }

  @Test
  void leavesTheTableAsItWas() {
    SurveyTable table = random();
    Quantile.estimate(table, Design.simple(), "y", 0.5, DomainTable.NATIONAL);
    assertThat(table.names()).containsExactlyElementsOf(List.of("y", "w", "domain"));
  }

  /**
   * Values with many ties. R survey 4.1-1: {@code svyquantile(~r, subset(x, stype == …), c(.25, .5,
   * .75))} with {@code r <- 50 * floor(api00 / 50 + .5)} and {@code x <- svydesign(~dnum, weights =
   * ~pw, data = apiclus1)}; its defaults are {@code qrule = "math", interval.type = "mean"}.
   */
  @ParameterizedTest
  @CsvSource({
    "E, 0.25, 550, 500, 650, 34.9685124504439",
    "E, 0.5, 650, 600, 750, 34.9685124504439",
    "E, 0.75, 750, 750, 850, 23.3123416336292",
    "H, 0.25, 550, NaN, 700, NaN",
    "H, 0.5, 600, 500, 700, 42.2900170852266",
    "H, 0.75, 700, 700, 700, 0",
    "M, 0.5, 650, 600, 800, 45.4342000178849",
    "M, 0.75, 700, 700, NaN, NaN",
  })
  void tiedValuesHaveRsIntervals(
      String type, double share, double value, double low, double high, double se) {
    SurveyTable schools = WorkedExamples.read("apiclus1");
    double[] rounded =
        Arrays.stream(schools.numbers("api00"))
            .map(api -> 50 * Math.floor(api / 50 + 0.5))
            .toArray();
    Quantile found =
        Quantile.estimate(
                schools.with("r", rounded),
                Design.clusters("dnum").weights("pw"),
                "r",
                share,
                DomainTable.of("stype"))
            .stream()
            .filter(each -> each.below().domain().equals(type))
            .findFirst()
            .orElseThrow();
    assertThat(found.value()).isEqualTo(value);
    assertThat(found.interval()).isEqualTo(new Interval(low, high, false));
    assertThat(found.standardError()).isEqualTo(se, within(1e-11));
  }

  /** R survey 4.1-1: {@code svyquantile} of these ten values, each a cluster of weight 1. */
  @ParameterizedTest
  @CsvSource({"0.4, 3, 2, 9", "0.5, 4, 2, 9", "0.7, 5, 3, NaN"})
  void aMedianOnATieIsTheLowerValue(double share, double value, double low, double high) {
    SurveyTable table = new SurveyTable("ties", 10).with("y", 1, 2, 2, 3, 4, 5, 5, 9, 9, 9);
    Quantile found =
        Quantile.estimate(table, Design.simple(), "y", share, DomainTable.NATIONAL).get(0);
    assertThat(found.value()).isEqualTo(value);
    assertThat(found.interval()).isEqualTo(new Interval(low, high, false));
  }

  @Test
  void aMedianInOneClusterHasNoInterval() {
    SurveyTable table =
        new SurveyTable("one", 6)
            .with("y", 36.9, 67.6, 70, 80, 1, 2)
            .with("cluster", 1, 1, 1, 1, 2, 3)
            .with("place", 1, 1, 1, 1, 2, 2);
    Quantile found =
        Quantile.estimate(table, Design.clusters("cluster"), "y", 0.5, DomainTable.of("place"))
            .get(0);
    assertThat(found.value()).isEqualTo(67.6);
    assertThat(found.interval().low()).isNaN();
    assertThat(found.interval().high()).isNaN();
    assertThat(found.standardError()).isNaN();
  }
}
