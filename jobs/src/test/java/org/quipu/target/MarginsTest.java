package org.quipu.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarginsTest {
  private static final int PROBLEMS = 400;

  @Test
  void anAreaLeavesWhenItFallsByMoreThanTheNextOneLacks() {
    List<Area> areas =
        List.of(
            new Area("a", "north", 10, 1),
            new Area("b", "north", 8, 1),
            new Area("c", "north", 7, 1),
            new Area("d", "south", 2, 1));
    TargetProblem two = new TargetProblem(areas, Bounds.NONE.withMaxAreas(2));
    assertThat(Margins.of(two, Optimum.of(two).plan())).containsExactly(3.0, 1.0, 1.0, 6.0);

    // With a floor of 1, a and d are the best: d must stay, and b would take the place of a alone.
    TargetProblem floors =
        new TargetProblem(areas, Bounds.NONE.withMaxAreas(2).withFloor(1).excluding(Set.of("c")));
    assertThat(Margins.of(floors, Optimum.of(floors).plan()))
        .containsExactly(2.0, 2.0, Double.NaN, Double.NaN);
  }

  /** All plans of small problems, one by one. */
  @Test
  void isWhatTheBestPlanOfTheOtherKindLacks() {
    int areas = 0;
    int exact = 0;
    for (int seed = 1; seed <= PROBLEMS; seed++) {
      SmallProblems.Problem small = SmallProblems.random(seed);
      List<Set<Integer>> plans = small.plans();
      if (plans.isEmpty()) {
        continue;
      }

      TargetProblem problem = new TargetProblem(small.areas(), small.bounds());
      Plan best = Optimum.of(problem).plan();
      List<Double> margins = Margins.of(problem, best);
      for (int i = 0; i < problem.size(); i++) {
        int area = i;
        boolean chosen = best.positions().contains(i);
        OptionalDouble other =
            plans.stream()
                .filter(plan -> plan.contains(area) != chosen)
                .mapToDouble(small::value)
                .max();
        double margin = margins.get(i);
        if (other.isEmpty()) {
          assertThat(margin).as("seed %d, area %d", seed, i).isNaN();
          continue;
        }

        double expected = best.value() - other.getAsDouble();
        areas++;
        exact += margin == expected ? 1 : 0;
        assertThat(margin).as("seed %d, area %d", seed, i).isGreaterThanOrEqualTo(expected);
        if (Double.isInfinite(small.bounds().budget())) {
          assertThat(margin).as("seed %d, area %d", seed, i).isCloseTo(expected, within(1e-9));
        }
      }
    }

    assertThat(areas).isGreaterThan(1000);
    assertThat((double) exact / areas).isGreaterThan(0.99);
  }

  @Test
  void bandsAreThoseOfTheGuidance() {
    // IPCC guidance note on uncertainty, 2010, table 1: likely 66-100 %, about as likely as not 33
    // to 66 %, unlikely 0-33 %, very unlikely 0-10 %.
    assertThat(SelectionBand.of(1)).isEqualTo(SelectionBand.LIKELY);
    assertThat(SelectionBand.of(0.66)).isEqualTo(SelectionBand.LIKELY);
    assertThat(SelectionBand.of(0.5)).isEqualTo(SelectionBand.ABOUT_AS_LIKELY_AS_NOT);
    assertThat(SelectionBand.of(0.2)).isEqualTo(SelectionBand.UNLIKELY);
    assertThat(SelectionBand.of(0)).isEqualTo(SelectionBand.VERY_UNLIKELY);
    assertThatThrownBy(() -> SelectionBand.of(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
