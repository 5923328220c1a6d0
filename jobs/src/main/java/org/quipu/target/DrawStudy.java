package org.quipu.target;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.quipu.math.SampleQuantiles;

/**
 * What uncertain values mean for plans. Each joint draw of all values is solved anew by the fast
 * method, as if it were known: how often an area is chosen then, and how much of its value a plan
 * falls short of what perfect knowledge would have reached.
 *
 * @param selectionFrequency area by area, the share of draws in whose plan it is
 * @param risks plan by plan
 * @param fast how far the fast method was from the best plan of a draw
 */
public record DrawStudy(List<Double> selectionFrequency, List<Risk> risks, FastGap fast) {
  /** In how many draws the fast method is compared with the proven optimum. */
  private static final int COMPARED = 10;

  /** The choices looked at for a draw's optimum. */
  private static final long EFFORT = 50_000_000;

  /**
   * What a plan risks.
   *
   * @param expectedRegret the mean of what it falls short of the best plan of each draw, in the
   *     unit of value
   * @param valueP10 the value that it exceeds in nine of ten draws
   */
  public record Risk(double expectedRegret, double valueP10) {}

  /**
   * The fast method beside the proven optimum.
   *
   * @param draws how many were compared
   * @param mean of the gaps, in percent of the optimum, or of its bound where it is not proven
   * @param largest of the gaps
   */
  public record FastGap(int draws, double mean, double largest) {}

  /**
   * Studies plans.
   *
   * @param draws one row a draw, one column an area in the problem's order
   * @throws IllegalArgumentException without draws
   */
  public static DrawStudy of(TargetProblem problem, List<Plan> plans, double[][] draws) {
    if (draws.length == 0) {
      throw new IllegalArgumentException("no draws");
    }

    List<Solved> solved =
        Arrays.stream(draws).parallel().map(draw -> Solved.of(problem.instance(), draw)).toList();
    int[] chosen = new int[problem.size()];
    solved.forEach(each -> each.positions().forEach(position -> chosen[position]++));
    List<Double> frequency =
        Arrays.stream(chosen).mapToObj(count -> (double) count / draws.length).toList();
    return new DrawStudy(frequency, risks(plans, solved, draws), gap(problem, solved, draws));
  }

  /** The fast method's plan of a draw. */
  private record Solved(List<Integer> positions, double value) {
    static Solved of(Instance instance, double[] draw) {
      Instance drawn = instance.withValues(draw);
      boolean[] chosen = Incumbent.of(drawn).chosen();
      return new Solved(drawn.positions(chosen), drawn.value(chosen));
    }
  }

  private static List<Risk> risks(List<Plan> plans, List<Solved> solved, double[][] draws) {
    return plans.stream().map(plan -> risk(plan, solved, draws)).toList();
  }

  private static Risk risk(Plan plan, List<Solved> solved, double[][] draws) {
    double[] reached =
        Arrays.stream(draws)
            .mapToDouble(draw -> plan.positions().stream().mapToDouble(i -> draw[i]).sum())
            .toArray();
    // The fast method may stay below a plan; nothing is regretted then.
    double regret =
        IntStream.range(0, reached.length)
            .mapToDouble(r -> Math.max(0, solved.get(r).value() - reached[r]))
            .average()
            .orElseThrow();
    Arrays.sort(reached);
    return new Risk(regret, SampleQuantiles.type7(reached, 0.1));
  }

  private static FastGap gap(TargetProblem problem, List<Solved> solved, double[][] draws) {
    double[] gaps =
        IntStream.range(0, Math.min(COMPARED, draws.length))
            .parallel()
            .mapToDouble(
                r ->
                    Optimum.gap(
                        solved.get(r).value(),
                        Optimum.of(problem.withValues(draws[r]), EFFORT).bound()))
            .toArray();
    return new FastGap(
        gaps.length,
        Arrays.stream(gaps).average().orElseThrow(),
        Arrays.stream(gaps).max().orElseThrow());
  }

  /**
   * Area by area, the share of draws in which its value is among the highest.
   *
   * @param draws one row a draw, one column an area
   * @param top how many are the highest; of equal values the first areas
   */
  public static List<Double> probabilityInTop(double[][] draws, int top) {
    int areas = draws[0].length;
    int[] count = new int[areas];
    for (double[] draw : draws) {
      IntStream.range(0, areas)
          .boxed()
          .sorted(Comparator.comparingDouble(i -> -draw[i]))
          .limit(top)
          .forEach(i -> count[i]++);
    }

    return Arrays.stream(count).mapToObj(each -> (double) each / draws.length).toList();
  }
}
