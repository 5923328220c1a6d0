package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RValuesTest {
  // R: rvalues::rvalues' estimates of the prior.
  private static final double MEAN = 486.998322037646;
  private static final double VARIANCE = 1120.47622235826;

  @Test
  void equalsRvaluesOnTheSameGrid() {
    List<Pisa> rows = Pisa.all();
    double[] values =
        RValues.ofEstimates(Pisa.scores(), Pisa.errors(), MEAN, VARIANCE, rows.size());

    for (int i = 0; i < values.length; i++) {
      // rvalues gives the last point of the grid to areas that no list of the grid holds.
      double last = 1 - 1.0 / rows.size();
      assertThat(Math.min(values[i], last))
          .as(rows.get(i).jurisdiction())
          .isCloseTo(rows.get(i).value(), within(1e-12));
    }
  }

  @Test
  void aFinerGridMovesNoValueUp() {
    int points = 20 * (Pisa.all().size() - 1) + 1;
    double[] coarse = RValues.ofEstimates(Pisa.scores(), Pisa.errors(), MEAN, VARIANCE, 38);
    double[] fine = RValues.ofEstimates(Pisa.scores(), Pisa.errors(), MEAN, VARIANCE, points);

    for (int i = 0; i < fine.length; i++) {
      assertThat(fine[i]).isLessThanOrEqualTo(coarse[i] + 1e-12);
    }
    assertThat(Arrays.stream(fine).distinct().count())
        .isGreaterThan(Arrays.stream(coarse).distinct().count());
  }

  @Test
  void ofEqualMeansAnUncertainOneIsLikelierInAShortList() {
    // By hand: above the mean the widest distribution has the most above the threshold.
    double[] values =
        RValues.ofPosterior(new double[] {0, 0, 0, 0}, new double[] {1, 2, 3, 4}, 0, 1, 2);

    assertThat(values[3]).isEqualTo(0.25);
    assertThat(values[0]).isGreaterThan(values[3]);
  }

  @Test
  void drawsGiveTheListsOfTheirOwnQuantiles() {
    // By hand: above 5, which a third of all draws exceeds, only the second area has draws; above
    // 1, which two thirds exceed, the first has four and the second two.
    double[] values =
        RValues.ofDraws(new double[][] {{5, 0, 1}, {5, 10, 1}, {5, 0, 1}, {5, 10, 1}});

    assertThat(values).containsExactly(2.0 / 3, 1.0 / 3, 1);
  }

  @Test
  void needsThreeAreas() {
    assertThatThrownBy(() -> RValues.ofEstimates(new double[2], new double[2], 0, 1, 9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("r-values need 3 areas and 2 points or more, not 2 and 9");
  }
}
