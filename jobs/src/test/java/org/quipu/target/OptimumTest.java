package org.quipu.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quipu.UserException;

class OptimumTest {
  private static final int PROBLEMS = 500;

  /** All plans of small problems, one by one. */
  @Test
  void isTheBestOfAllPlans() {
    int solved = 0;
    for (int seed = 1; seed <= PROBLEMS; seed++) {
      SmallProblems.Problem small = SmallProblems.random(seed);
      List<Set<Integer>> plans = small.plans();
      if (plans.isEmpty()) {
        assertThatThrownBy(() -> new TargetProblem(small.areas(), small.bounds()))
            .isInstanceOf(UserException.class);
        continue;
      }

      solved++;
      Set<Integer> best = plans.get(0);
      TargetProblem problem = new TargetProblem(small.areas(), small.bounds());
      Optimum optimum = Optimum.of(problem);

      assertThat(optimum.proven()).isTrue();
      assertThat(optimum.gap()).isZero();
      assertThat(optimum.plan().value()).as("value, seed %d", seed).isEqualTo(small.value(best));
      assertThat(optimum.plan().cost()).isEqualTo(small.cost(best));
      assertThat(new TreeSet<>(optimum.plan().positions()))
          .as("plan, seed %d", seed)
          .isEqualTo(best);
      boolean tied = plans.size() > 1 && small.value(plans.get(1)) == small.value(best);
      assertThat(optimum.tie()).as("tie, seed %d", seed).isEqualTo(tied ? Tie.FOUND : Tie.NONE);
    }

    assertThat(solved).isGreaterThan(PROBLEMS / 2);
  }

  @Test
  void otherMethodsKeepTheBoundsAndTheirBoundHolds() {
    for (int seed = 1; seed <= PROBLEMS; seed++) {
      SmallProblems.Problem small = SmallProblems.random(seed);
      List<Set<Integer>> plans = small.plans();
      if (plans.isEmpty()) {
        continue;
      }

      double best = small.value(plans.get(0));
      TargetProblem problem = new TargetProblem(small.areas(), small.bounds());
      FastChoice fast = FastChoice.of(problem);
      assertThat(fast.bound()).as("seed %d", seed).isGreaterThanOrEqualTo(best - 1e-9);
      for (Plan plan : List.of(fast.plan(), Greedy.byRatio(problem), Greedy.byValue(problem))) {
        assertThat(small.keepsBounds(new TreeSet<>(plan.positions()))).as("seed %d", seed).isTrue();
        assertThat(plan.value()).isLessThanOrEqualTo(best);
      }
    }
  }

  /** Problems that are divided down to single areas, from a plan that is far from the best. */
  @Test
  void branchAndBoundFindsTheBestOfAllPlans() {
    for (int seed = 1; seed <= PROBLEMS; seed++) {
      SmallProblems.Problem small = SmallProblems.random(seed);
      List<Set<Integer>> plans = small.plans();
      if (plans.isEmpty()) {
        continue;
      }

      Instance instance = new TargetProblem(small.areas(), small.bounds()).instance();
      BranchAndBound search = new BranchAndBound(instance, instance.cheapest(), Optimum.EFFORT, 0);
      double best = small.value(plans.get(0));

      assertThat(instance.value(search.best())).as("seed %d", seed).isEqualTo(best);
      assertThat(search.bound()).as("seed %d", seed).isEqualTo(best);
      assertThat(small.keepsBounds(new TreeSet<>(instance.positions(search.best())))).isTrue();
    }
  }

  @Test
  void saysHowFarThePlanMayBeFromTheBestWhenTheEffortIsSpent() {
    TargetProblem problem = new TargetProblem(hard(), Bounds.NONE.withBudget(200_001).withFloor(1));
    Optimum spent = Optimum.of(problem, 0);

    assertThat(spent.proven()).isFalse();
    assertThat(spent.gap()).isPositive().isLessThan(20);
    assertThat(spent.tie()).isEqualTo(Tie.UNKNOWN);
    assertThat(spent.plan().cost()).isLessThanOrEqualTo(200_001);
    assertThat(spent.bound()).isEqualTo(FastChoice.of(problem).bound());
  }

  /** Value and cost differ by 1,000 in all areas: there is no order in which to take them. */
  private static List<Area> hard() {
    SplittableRandom random = new SplittableRandom(7);
    return IntStream.range(0, 300)
        .mapToObj(
            i -> {
              int size = 2 * random.nextInt(500, 5000);
              return new Area("a" + i, "r" + i % 4, size, size + 1000);
            })
        .toList();
  }
}
