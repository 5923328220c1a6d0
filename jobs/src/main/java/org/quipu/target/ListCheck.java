package org.quipu.target;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A given list of areas beside the best one that costs no more and has no more areas. The best one
 * also keeps the floors, and the required and excluded areas, as far as the given list does.
 *
 * @param problem whose best plan is the best list
 * @param list the given one
 * @param best the best list
 */
public record ListCheck(TargetProblem problem, Plan list, Optimum best) {
  /** Probabilities under which an area hardly belongs, and over which it nearly surely does. */
  private static final double HARDLY = 0.05;

  private static final double SURELY = 0.95;

  /**
   * Compares a list.
   *
   * @param positions of its areas among those of the problem, rising
   */
  public static ListCheck of(TargetProblem problem, List<Integer> positions) {
    Plan list = problem.plan(positions);
    Set<String> listed = new HashSet<>();
    positions.forEach(position -> listed.add(problem.areas().get(position).key()));
    Set<String> required = new HashSet<>(problem.bounds().required());
    required.retainAll(listed);
    Set<String> excluded = new HashSet<>(problem.bounds().excluded());
    excluded.removeAll(listed);
    Bounds floors = Bounds.NONE.withFloor(problem.bounds().floor());
    Instance all = Instance.of(problem.areas(), floors);
    Bounds same =
        (all.keepsBounds(all.flags(positions)) ? floors : Bounds.NONE)
            .withBudget(list.cost())
            .withMaxAreas(list.size())
            .requiring(required)
            .excluding(excluded);
    TargetProblem alike = new TargetProblem(problem.areas(), same);
    return new ListCheck(alike, list, Optimum.of(alike));
  }

  /**
   * Errors of a list, given how likely each area belongs.
   *
   * @param inclusion how many of its areas are expected not to belong
   * @param exclusion how many of the others are expected to belong
   * @param contradicted positions of areas that are in it and belong with a probability of at most
   *     0.05, or are not and belong with 0.95 or more
   */
  public record Errors(double inclusion, double exclusion, List<Integer> contradicted) {}

  /**
   * The list's errors.
   *
   * @param belongs area by area, the share of draws in whose best list it is: {@link
   *     DrawStudy#selectionFrequency} of {@link #problem}
   */
  public Errors errors(List<Double> belongs) {
    Set<Integer> listed = new HashSet<>(list.positions());
    double inclusion = list.positions().stream().mapToDouble(i -> 1 - belongs.get(i)).sum();
    double exclusion =
        IntStream.range(0, belongs.size())
            .filter(i -> !listed.contains(i))
            .mapToDouble(belongs::get)
            .sum();
    IntPredicate contradicted =
        i -> listed.contains(i) ? belongs.get(i) <= HARDLY : belongs.get(i) >= SURELY;
    return new Errors(
        inclusion,
        exclusion,
        IntStream.range(0, belongs.size()).filter(contradicted).boxed().toList());
  }
}
