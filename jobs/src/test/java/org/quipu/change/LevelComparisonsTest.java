package org.quipu.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LevelComparisonsTest {
  /** Regions' levels in percent with standard errors and degrees of freedom. */
  private static final List<Level> LEVELS =
      List.of(
          new Level(69.1, 2.5, 55),
          new Level(49.6, 2.1, 60),
          new Level(51.3, 2.7, 48),
          new Level(60.4, 2.0, 70));

  /**
   * R 4.2.2: {@code p <- c(69.1,49.6,51.3,60.4); s <- c(2.5,2.1,2.7,2); d <- c(55,60,48,70); ij <-
   * combn(4,2); t <- (p[ij[1,]]-p[ij[2,]])/sqrt(s[ij[1,]]^2+s[ij[2,]]^2); one <-
   * pt(-abs(t),d[ij[1,]]+d[ij[2,]]); p.adjust(c(one,1-one),"holm")[1:6]}.
   */
  @Test
  void bothDirectionsOfAllPairsAreCorrectedTogether() {
    List<Comparison> pairs = LevelComparisons.of(LEVELS).pairs();

    assertThat(pairs.stream().map(pair -> pair.domain() + "-" + pair.other()))
        .containsExactly("0-1", "0-2", "0-3", "1-2", "1-3", "2-3");
    double[] expected = {
      1.59908673017615e-07,
      2.54419952446472e-05,
      0.0338091731263768,
      1,
      0.00145460895273795,
      0.0338091731263768
    };
    for (int i = 0; i < expected.length; i++) {
      assertThat(pairs.get(i).pAdjusted()).isCloseTo(expected[i], within(1e-12));
    }
    assertThat(pairs.stream().map(Comparison::verdict))
        .containsExactly(
            ContrastVerdict.HIGHER,
            ContrastVerdict.HIGHER,
            ContrastVerdict.HIGHER,
            ContrastVerdict.NO_CLEAR_DIFFERENCE,
            ContrastVerdict.LOWER,
            ContrastVerdict.LOWER);
  }

  @Test
  void ranksEndWhereAnOrderIsSure() {
    List<Position> positions = LevelComparisons.of(LEVELS).positions();

    assertThat(positions)
        .containsExactly(
            new Position(1, 1, 1, 0, 3, 0, 4),
            new Position(4, 3, 4, 2, 0, 1, 4),
            new Position(3, 3, 4, 2, 0, 1, 4),
            new Position(2, 2, 2, 1, 2, 0, 4));
  }

  @Test
  void aLevelWithoutErrorIsToldApartFromNone() {
    LevelComparisons compared =
        LevelComparisons.of(
            List.of(new Level(90, Double.NaN, 50), new Level(20, 2, 50), new Level(50, 2, 50)));

    assertThat(compared.tests()).isEqualTo(1);
    assertThat(compared.positions().get(0)).isEqualTo(new Position(1, 1, 3, 0, 0, 2, 3));
    assertThat(compared.pairs().get(0).verdict()).isEqualTo(ContrastVerdict.NOT_TESTED);
  }

  /** 1,000 answers: with the usual design effect surely apart, with the largest not. */
  @Test
  void anAssumedErrorMustGiveTheOrderWhateverItIs() {
    Level low = Level.approximated(45, 1000, AssumedDesign.REGION);
    Level high = Level.approximated(51.5, 1000, AssumedDesign.REGION);
    Level exact = new Level(51.5, high.standardError(), Double.NaN);

    assertThat(LevelComparisons.of(List.of(low, high)).pairs().get(0).verdict())
        .isEqualTo(ContrastVerdict.NO_CLEAR_DIFFERENCE);
    assertThat(
            LevelComparisons.of(List.of(new Level(45, low.standardError(), Double.NaN), exact))
                .pairs()
                .get(0)
                .verdict())
        .isEqualTo(ContrastVerdict.LOWER);
  }
}
