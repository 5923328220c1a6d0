package org.quipu.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quipu.change.TrendFamily.DomainTrend;
import org.quipu.change.TrendFamily.YearLevel;
import org.quipu.math.Adjustment;

class TrendFamilyTest {
  private static final int[] YEARS = {2018, 2019, 2020, 2022, 2024};
  private static final double[] LEVELS = {61.2, 58.9, 59.4, 54.1, 55.0};
  private static final double[] ERRORS = {.8, .9, 1.1, .7, .75};
  private static final IndependentYears INDEPENDENT = new IndependentYears();

  /** The first three years share clusters: 60 df of each with those before it. */
  private static final TrendFamily.Samples SHARED =
      new TrendFamily.Samples() {
        @Override
        public double covariance(int domain, int year, int later) {
          return switch (year + "-" + later) {
            case "2018-2019" -> .30;
            case "2018-2020" -> .22;
            case "2019-2020" -> .35;
            default -> 0;
          };
        }

        @Override
        public int sharedDf(int domain, int year, List<Integer> earlier) {
          return earlier.isEmpty() || year > 2020 ? 0 : 60;
        }
      };

  // Slope and error as in TrendTest: covariances .30, .22 and .35 between the first three years.
  @Test
  void covariancesBetweenTheYearsCount() {
    DomainTrend found = TrendFamily.of(List.of(domain()), SHARED, Adjustment.HOLM).get(0);

    assertThat(found.years()).containsExactly(2018, 2019, 2020, 2022, 2024);
    assertThat(found.trend().slope().estimate())
        .isCloseTo(-1.100849216441619, withPercentage(1e-9));
    assertThat(found.trend().slope().standardError())
        .isCloseTo(0.177361569409084, withPercentage(1e-9));
    // a cluster of several years counts once: 5 · 110 − 2 · 60
    assertThat(found.trend().slope().df()).isEqualTo(430);
    assertThat(found.pAdjusted()).isEqualTo(found.trend().slope().pValue());
  }

  @Test
  void theSlopesOfATableAreAFamily() {
    List<DomainTrend> found = TrendFamily.of(List.of(domain(), domain()), SHARED, Adjustment.HOLM);

    assertThat(found).extracting(DomainTrend::domain).containsExactly(0, 1);
    assertThat(found.get(0).pAdjusted())
        .isCloseTo(2 * found.get(0).trend().slope().pValue(), withPercentage(1e-9));
  }

  @Test
  void yearsWithoutStandardErrorAreLeftOut() {
    List<YearLevel> two = List.of(level(0), level(1), without(2));
    List<YearLevel> three = List.of(level(0), level(1), without(2), level(3));

    List<DomainTrend> found = TrendFamily.of(List.of(two, three), INDEPENDENT, Adjustment.HOLM);

    assertThat(found).hasSize(1);
    assertThat(found.get(0).domain()).isEqualTo(1);
    assertThat(found.get(0).years()).containsExactly(2018, 2019, 2022);
  }

  private static List<YearLevel> domain() {
    return IntStream.range(0, YEARS.length).mapToObj(TrendFamilyTest::level).toList();
  }

  private static YearLevel level(int i) {
    return new YearLevel(YEARS[i], new Level(LEVELS[i], ERRORS[i], 110));
  }

  private static YearLevel without(int i) {
    return new YearLevel(YEARS[i], new Level(LEVELS[i], Double.NaN, 110));
  }
}
