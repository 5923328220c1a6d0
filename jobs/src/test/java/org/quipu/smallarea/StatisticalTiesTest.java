package org.quipu.smallarea;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticalTiesTest {
  private static StatisticalTies ties(double[] estimates, double... errors) {
    Deviations deviations = Deviations.independentNormal(errors, 4000, 11);
    return StatisticalTies.of(estimates, PairwiseComparison.of(estimates, deviations, 0.95));
  }

  @Test
  void chainedAreasShareLettersWithTheirNeighbours() {
    // Differences of 3 are within the critical 2.6 · √2, those of 6 are not.
    StatisticalTies ties = ties(new double[] {4, 10, 7, 1}, 1, 1, 1, 1);

    assertThat(ties.runs()).containsExactly(List.of(1, 2), List.of(2, 0), List.of(0, 3));
    assertThat(ties.letters(1)).isEqualTo("a");
    assertThat(ties.letters(2)).isEqualTo("ab");
    assertThat(ties.letters(0)).isEqualTo("bc");
    assertThat(ties.letters(3)).isEqualTo("c");
    assertThat(ties.isTiedWithFirst(1)).isTrue();
    assertThat(ties.isTiedWithFirst(2)).isTrue();
    assertThat(ties.isTiedWithFirst(0)).isFalse();
    assertThat(Arrays.stream(new int[] {1, 2, 0, 3}).map(ties::group)).containsExactly(1, 1, 2, 2);
  }

  @Test
  void anAreaWithFewDataIsTiedAcrossOthers() {
    StatisticalTies ties = ties(new double[] {10, 8, 6}, 0.1, 0.1, 5);

    assertThat(ties.runs()).containsExactly(List.of(0), List.of(1, 2));
    assertThat(ties.isTiedWithFirst(1)).isFalse();
    assertThat(ties.isTiedWithFirst(2)).isTrue();
    assertThat(ties.group(2)).isEqualTo(2);
  }

  @Test
  void lettersGoOnAfterZ() {
    double[] estimates = new double[28];
    double[] errors = new double[28];
    Arrays.setAll(estimates, i -> -i);
    Arrays.fill(errors, 0.001);
    StatisticalTies ties = ties(estimates, errors);

    assertThat(ties.letters(25)).isEqualTo("z");
    assertThat(ties.letters(26)).isEqualTo("aa");
    assertThat(ties.letters(27)).isEqualTo("ab");
    assertThat(ties.group(27)).isEqualTo(28);
  }

  @Test
  void noTwoCountriesOfARunDiffer() {
    double[] scores = Pisa.scores();
    Deviations deviations = Deviations.independentNormal(Pisa.errors(), 5000, 4);
    PairwiseComparison comparison = PairwiseComparison.of(scores, deviations, 0.95);
    StatisticalTies ties = StatisticalTies.of(scores, comparison);

    for (List<Integer> run : ties.runs()) {
      for (int i : run) {
        assertThat(run).noneMatch(j -> comparison.differ(i, j));
      }
    }
    assertThat(ties.runs().stream().flatMap(List::stream).distinct()).hasSize(scores.length);
    // Japan leads; its simultaneous ranks are 1 to 6, so that as many cannot be told apart from it.
    long tied = Arrays.stream(scores).filter(s -> s >= 515).count();
    assertThat(tied).isEqualTo(6);
    for (int i = 0; i < scores.length; i++) {
      assertThat(ties.isTiedWithFirst(i)).isEqualTo(scores[i] >= 515);
    }
  }
}
