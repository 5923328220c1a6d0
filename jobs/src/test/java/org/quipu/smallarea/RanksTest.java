package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RanksTest {
  /** Four draws of three areas, ranks counted by hand; the last draw has a tie. */
  private static final double[][] DRAWS = {{3, 2, 1}, {3, 1, 2}, {1, 2, 3}, {2, 2, 1}};

  private final Ranks ranks = Ranks.of(DRAWS);

  @Test
  void theHighestValueHasRankOne() {
    // Ranks of the areas: 1 1 3 1, 2 3 2 2 and 3 2 1 3.
    assertThat(ranks.median(0)).isEqualTo(1);
    assertThat(ranks.median(1)).isEqualTo(2);
    assertThat(ranks.median(2)).isEqualTo(2.5);
    assertThat(ranks.low(0)).isEqualTo(1);
    assertThat(ranks.high(0)).isEqualTo(3);
    assertThat(ranks.low(1)).isEqualTo(2);
    assertThat(ranks.high(1)).isEqualTo(3);
  }

  @Test
  void probabilitiesAreSharesOfDraws() {
    assertThat(ranks.topProbability(0, 1)).isEqualTo(0.75);
    assertThat(ranks.topProbability(2, 2)).isEqualTo(0.5);
    assertThat(ranks.topProbability(2, 3)).isEqualTo(1);
    assertThat(Ranks.exceedance(DRAWS, 0, 2)).isEqualTo(0.5);
    assertThat(Ranks.exceedance(DRAWS, 0, 0)).isEqualTo(1);
  }
}
