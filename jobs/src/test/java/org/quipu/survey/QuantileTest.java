package org.quipu.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
