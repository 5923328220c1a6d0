package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AreaRankTest {
  private static final int AREAS = 30;
  private static final int TOP = 5;

  /** Joint draws of areas some of which move together, their means spread over 4 deviations. */
  private static double[][] draws(double spread) {
    SplittableRandom random = new SplittableRandom(8);
    double[][] draws = new double[2000][AREAS];
    for (double[] draw : draws) {
      double[] shared = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
      Arrays.setAll(
          draw,
          i -> -spread * i / AREAS + 0.5 * shared[i % 3] + random.nextGaussian() / (1 + i % 2));
    }

    return draws;
  }

  private static double[] means(double[][] draws) {
    return IntStream.range(0, AREAS)
        .mapToDouble(i -> Arrays.stream(draws).mapToDouble(draw -> draw[i]).average().orElseThrow())
        .toArray();
  }

  private static List<AreaRank> ranks(double[][] draws) {
    return AreaRank.of(means(draws), draws, TOP);
  }

  private static boolean holds(RankConfidenceSets.RankSet set, double[] draw, int area) {
    long rank = 1 + Arrays.stream(draw).filter(value -> value > draw[area]).count();
    return set.low() <= rank && rank <= set.high();
  }

  @Test
  void setsHoldInTheDrawsAsOftenAsTheySay() {
    double[][] draws = draws(8);
    List<AreaRank> ranks = ranks(draws);

    long all =
        Arrays.stream(draws)
            .filter(
                draw ->
                    IntStream.range(0, AREAS)
                        .allMatch(i -> holds(ranks.get(i).simultaneous(), draw, i)))
            .count();
    assertThat(all / (double) draws.length).isBetween(0.95, 1.0);
    for (int i = 0; i < AREAS; i++) {
      int area = i;
      AreaRank rank = ranks.get(i);
      long own = Arrays.stream(draws).filter(draw -> holds(rank.set(), draw, area)).count();
      assertThat(own / (double) draws.length).isBetween(0.95, 1.0);
      assertThat(rank.set().low()).isGreaterThanOrEqualTo(rank.simultaneous().low());
      assertThat(rank.set().high()).isLessThanOrEqualTo(rank.simultaneous().high());
      assertThat(rank.mayBeInTop()).isEqualTo(rank.simultaneous().low() <= TOP);
    }
    assertThat(ranks.get(0).group()).isEqualTo(1);
    assertThat(ranks.get(AREAS - 1).group()).isGreaterThan(1);
    assertThat(ranks.get(AREAS - 1).mayBeInTop()).isFalse();
  }

  @Test
  void answersHoldTogetherInTheDraws() {
    double[][] draws = draws(6);
    PairwiseComparison comparison = PairwiseComparison.of(means(draws), Deviations.of(draws), 0.95);

    long together =
        Arrays.stream(draws)
            .filter(
                draw ->
                    IntStream.range(0, AREAS * AREAS)
                        .filter(n -> comparison.isAbove(n / AREAS, n % AREAS))
                        .allMatch(n -> draw[n / AREAS] > draw[n % AREAS]))
            .count();
    assertThat(IntStream.range(1, AREAS).anyMatch(i -> comparison.isAbove(0, i))).isTrue();
    assertThat(together / (double) draws.length).isBetween(0.95, 1.0);
  }

  @Test
  void areasThatCannotBeToldApartAreOneGroup() {
    List<AreaRank> ranks = ranks(draws(0));

    assertThat(ranks).allMatch(rank -> rank.group() == 1 && rank.mayBeInTop());
    assertThat(ranks)
        .extracting(AreaRank::simultaneous)
        .containsOnly(new RankConfidenceSets.RankSet(1, AREAS));
    assertThat(ranks.stream().mapToDouble(AreaRank::top).sum()).isCloseTo(TOP, within(1e-9));
  }
}
