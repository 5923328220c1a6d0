package org.quipu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FillTest {
  @Test
  void marksTheHighestScoresAndPassesOverWhoOvershoots() {
    List<Woman> women = List.of(woman(50, 10), woman(40, 30), woman(30, 5), woman(20, 5));
    List<Woman> marked = new ArrayList<>();

    new Fill(women).mark(20, woman -> woman.age, marked::add);

    assertThat(marked).extracting(woman -> woman.age).containsExactly(50, 30, 20);
  }

  @Test
  void marksNobodyForNothing() {
    List<Woman> marked = new ArrayList<>();

    new Fill(List.of(woman(30, 10), woman(40, 7))).mark(0, woman -> woman.age, marked::add);

    assertThat(marked).isEmpty();
  }

  private static Woman woman(int score, long weight) {
    Household household = new Household(null, 1, 1, 1, false, 0);
    household.weight = weight;
    return new Woman(household, 1, score);
  }
}
