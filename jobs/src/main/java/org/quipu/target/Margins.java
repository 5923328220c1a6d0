package org.quipu.target;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What would change a best plan. By so much the value of a chosen area could fall, all else equal,
 * before a plan without it is better, and that of another area would have to rise before a plan
 * with it is. Both are the best plan's value less that of the best plan in which the choice about
 * the area is turned round.
 *
 * <p>Without a budget those plans are the best. With one the search for each ends when its share of
 * the effort is spent, and the margin may be less than it says.
 */
public final class Margins {
  /** How many choices are looked at for all areas together: some ten seconds. */
  private static final long EFFORT = 1_000_000_000;

  private Margins() {}

  /**
   * The margins of all areas.
   *
   * @return area by area, in the unit of value, 0 or more; NaN where the bounds leave no choice
   *     about the area
   */
  public static List<Double> of(TargetProblem problem, Plan best) {
    Instance instance = problem.instance();
    Set<Integer> chosen = new HashSet<>(best.positions());
    double[] margins = new double[problem.size()];
    Arrays.fill(margins, Double.NaN);
    double[] ofCandidates =
        IntStream.range(0, instance.size)
            .parallel()
            .mapToDouble(i -> margin(instance, i, best, chosen))
            .toArray();
    for (int i = 0; i < instance.size; i++) {
      margins[instance.position[i]] = ofCandidates[i];
    }

    return DoubleStream.of(margins).boxed().toList();
  }

  private static double margin(Instance instance, int candidate, Plan best, Set<Integer> chosen) {
    Fixing[] fixings = new Fixing[instance.size];
    Arrays.fill(fixings, Fixing.OPEN);
    fixings[candidate] = chosen.contains(instance.position[candidate]) ? Fixing.OUT : Fixing.IN;
    Instance other = instance.settle(fixings);
    if (!other.keepsBounds(other.cheapest())) {
      return Double.NaN;
    }

    boolean[] fast = Incumbent.of(other).chosen();
    BranchAndBound search =
        new BranchAndBound(other, fast, EFFORT / instance.size, BranchAndBound.AT_NODE);
    return Math.max(0, best.value() - other.value(search.best()));
  }
}
