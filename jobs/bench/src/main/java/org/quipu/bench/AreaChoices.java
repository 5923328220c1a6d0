package org.quipu.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.quipu.store.ProvinceRow;
import org.quipu.target.Area;
import org.quipu.target.Bounds;
import org.quipu.target.Greedy;
import org.quipu.target.Optimum;
import org.quipu.target.Plan;
import org.quipu.target.TargetProblem;

/**
 * What is lost by choosing provinces from estimates: at most 20 of them for a tenth of what all
 * would cost, 20,000 for each and 50 for each woman, so that they hold as many women affected as
 * possible.
 */
final class AreaChoices {
  private static final double EACH = 20_000;
  private static final double WOMAN = 50;
  private static final long EFFORT = 20_000_000;

  /** A way to choose. */
  enum Choice {
    /** Down the list of the direct estimates. */
    BY_DIRECT("down the list of direct estimates"),
    /** The optimum at the direct estimates. */
    OPTIMUM_DIRECT("optimum at the direct estimates"),
    /** Down the list of the default's estimates. */
    BY_ESTIMATE("down the list of the default's estimates"),
    /** The optimum at the default's estimates, as {@code targets} has it. */
    TARGETS("optimum at the default's estimates (targets)");

    private final String label;

    Choice(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  private AreaChoices() {}

  /** By choice: the women affected that it misses, in percent of the best choice's. */
  static Map<Choice, Double> regrets(
      AreaLayout layout, double[] direct, double[] estimate, double[] truth) {
    TargetProblem known = problem(layout, truth);
    TargetProblem estimated = problem(layout, estimate);
    double best = Optimum.of(known, EFFORT).plan().value();
    Map<Choice, Double> regrets = new EnumMap<>(Choice.class);
    for (Choice choice : Choice.values()) {
      Plan plan =
          switch (choice) {
            case BY_DIRECT -> Greedy.byValue(problem(layout, direct));
            case OPTIMUM_DIRECT -> Optimum.of(problem(layout, direct), EFFORT).plan();
            case BY_ESTIMATE -> Greedy.byValue(estimated);
            case TARGETS -> Optimum.of(estimated, EFFORT).plan();
          };
      regrets.put(choice, 100 * (1 - known.plan(plan.positions()).value() / best));
    }

    return regrets;
  }

  private static TargetProblem problem(AreaLayout layout, double[] prevalence) {
    List<Area> areas =
        IntStream.range(0, prevalence.length)
            .mapToObj(
                i -> {
                  ProvinceRow province = layout.provinces().get(i);
                  double women = Math.rint(province.womenInUnion());
                  return new Area(
                      province.province(),
                      province.region(),
                      Double.isNaN(prevalence[i]) ? 0 : women * prevalence[i],
                      EACH + WOMAN * women);
                })
            .toList();
    return new TargetProblem(
        areas,
        Bounds.NONE
            .withBudget(Math.rint(areas.stream().mapToDouble(Area::cost).sum() / 10))
            .withMaxAreas(AreaMethod.TOP));
  }
}
