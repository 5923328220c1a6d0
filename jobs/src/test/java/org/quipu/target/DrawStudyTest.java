package org.quipu.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawStudyTest {
  /** Either a or b can be paid. */
  private static final TargetProblem PROBLEM =
      new TargetProblem(
          List.of(new Area("a", "r", 10, 3), new Area("b", "r", 9, 3)), Bounds.NONE.withBudget(3));

  private static final double[][] DRAWS = {{10, 9}, {8, 9}, {10, 12}, {11, 1}};

  @Test
  void solvesEachDrawAnew() {
    Plan best = Optimum.of(PROBLEM).plan();
    DrawStudy study = DrawStudy.of(PROBLEM, List.of(best, PROBLEM.plan(List.of(1))), DRAWS);

    assertThat(best.positions()).containsExactly(0);
    // By hand: b is better in the second and third draw, by 1 and 2; a in the others, by 1 and 10.
    assertThat(study.selectionFrequency()).containsExactly(0.5, 0.5);
    assertThat(study.risks())
        .extracting(DrawStudy.Risk::expectedRegret)
        .containsExactly(0.75, 2.75);
    // R 4.2: quantile(c(10, 8, 10, 11), 0.1) and quantile(c(9, 9, 12, 1), 0.1).
    assertThat(study.risks().get(0).valueP10()).isCloseTo(8.6, within(1e-12));
    assertThat(study.risks().get(1).valueP10()).isCloseTo(3.4, within(1e-12));
    assertThat(study.fast()).isEqualTo(new DrawStudy.FastGap(4, 0, 0));
    assertThat(DrawStudy.probabilityInTop(DRAWS, 1)).containsExactly(0.5, 0.5);
    assertThat(DrawStudy.probabilityInTop(DRAWS, 2)).containsExactly(1.0, 1.0);
    assertThatThrownBy(() -> DrawStudy.of(PROBLEM, List.of(best), new double[0][]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theFastMethodComesNearTheOptimumOfDraws() {
    SplittableRandom random = new SplittableRandom(3);
    List<Area> areas =
        IntStream.range(0, 200)
            .mapToObj(
                i ->
                    new Area(
                        "a" + i,
                        "r" + i % 25,
                        random.nextInt(50, 2000),
                        random.nextInt(20_000, 200_000)))
            .toList();
    TargetProblem problem =
        new TargetProblem(areas, Bounds.NONE.withBudget(4_000_000).withMaxAreas(60).withFloor(1));
    double[][] draws = new double[12][];
    for (int r = 0; r < draws.length; r++) {
      draws[r] =
          areas.stream().mapToDouble(a -> a.value() * (0.7 + 0.6 * random.nextDouble())).toArray();
    }
    DrawStudy study = DrawStudy.of(problem, List.of(Optimum.of(problem).plan()), draws);

    assertThat(study.fast().draws()).isEqualTo(10);
    // Twice what was seen: 0.03 percent on the worked examples.
    assertThat(study.fast().largest()).isLessThan(0.06);
    assertThat(study.fast().mean()).isBetween(0.0, study.fast().largest());
    assertThat(study.selectionFrequency()).allMatch(share -> share >= 0 && share <= 1);
    assertThat(study.risks().get(0).expectedRegret()).isPositive();
  }

  @Test
  void setsAListBesideTheBestOfItsCostAndNumber() {
    ListCheck check = ListCheck.of(PROBLEM, List.of(1));

    assertThat(check.list()).isEqualTo(new Plan(List.of(1), 9, 3));
    assertThat(check.best().plan()).isEqualTo(new Plan(List.of(0), 10, 3));
    assertThat(check.errors(List.of(0.5, 0.5)))
        .isEqualTo(new ListCheck.Errors(0.5, 0.5, List.of()));
    assertThat(check.errors(List.of(0.75, 0.05)))
        .isEqualTo(new ListCheck.Errors(0.95, 0.75, List.of(1)));
    assertThat(check.errors(List.of(0.95, 0.25)).contradicted()).containsExactly(0);
  }

  @Test
  void theBestListKeepsTheBoundsThatTheListKeeps() {
    List<Area> areas =
        List.of(
            new Area("n1", "north", 10, 1),
            new Area("n2", "north", 9, 1),
            new Area("s1", "south", 1, 1),
            new Area("s2", "south", 2, 1));
    Bounds bounds = Bounds.NONE.withFloor(1).requiring(List.of("n2")).excluding(List.of("s2"));
    TargetProblem problem = new TargetProblem(areas, bounds);

    // n1 and s1 keep the floor, without the required n2, with s2 excluded.
    assertThat(ListCheck.of(problem, List.of(0, 2)).best().plan().positions())
        .containsExactly(0, 2);
    // n2 and n1 break the floor: the best list need not keep it.
    assertThat(ListCheck.of(problem, List.of(0, 1)).best().plan().positions())
        .containsExactly(0, 1);
    // n2 and s2 keep the floor and have n2, but not s2's exclusion.
    assertThat(ListCheck.of(problem, List.of(1, 3)).best().plan().positions())
        .containsExactly(1, 3);
  }
}
