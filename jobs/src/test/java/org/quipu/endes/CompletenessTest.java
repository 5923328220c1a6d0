package org.quipu.endes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import org.junit.jupiter.api.Test;
import org.quipu.endes.Completeness.Gap;

class CompletenessTest {
  private final Completeness women = new Completeness();

  @Test
  void upToOnePercentIsNoMoreThanAnInterviewLeavesOut() {
    count(1, 1000, 10);

    Gap gap = women.gaps().get(0);
    assertThat(gap.isLarge()).isFalse();
    assertThat(gap)
        .hasToString("no answers of 10 of the 1,000 women selected and interviewed (1.0 %)");
  }

  @Test
  void aRegionOfWhichAFifthIsMissingIsTooMuchWhateverTheCountry() {
    count(1, 5000, 0);
    count(19, 100, 20);
    count(8, 100, 5);

    Gap gap = women.gaps().get(0);
    assertThat(gap.isTooLarge()).isTrue();
    assertThat(gap)
        .hasToString(
            "no answers of 25 of the 5,200 women selected and interviewed (0.5 %; Pasco 20.0 %,"
                + " Cusco 5.0 %)");
  }

  @Test
  void aRegionIsNamedForWhatIsLessThanAFifth() {
    count(1, 990, 10);
    count(19, 100, 19);

    Gap gap = women.gaps().get(0);
    assertThat(gap.isLarge()).isTrue();
    assertThat(gap.isTooLarge()).isFalse();
  }

  @Test
  void womenOfAnUnknownRegionCountInTheCountry() {
    count(Double.NaN, 100, 20);

    assertThat(women.gaps().get(0).isTooLarge()).isTrue();
  }

  @Test
  void aModuleThatTellsOfEveryWomanHasNoGap() {
    count(1, 100, 0);

    assertThat(women.gaps()).isEmpty();
  }

  @Test
  void addsTheCountsOfParts() {
    count(1, 100, 20);
    Completeness part = new Completeness();
    part.count("REC84DV", 1, true);
    part.count("RECH0", 1, true);
    women.add(part);

    assertThat(women.gaps())
        .extracting(Gap::module, Gap::toString)
        .containsExactly(
            tuple(
                "REC84DV",
                "no answers of 21 of the 101 women selected and interviewed (20.8 %; Amazonas 20.8"
                    + " %)"),
            tuple(
                "RECH0", "no answers of 1 of the 1 women interviewed (100.0 %; Amazonas 100.0 %)"));
  }

  private void count(double region, int expected, int missing) {
    for (int woman = 0; woman < expected; woman++) {
      women.count("REC84DV", region, woman < missing);
    }
  }
}
