package org.quipu.target;

/**
 * The best plan, with the proof that there is no better one: branch and bound over the candidates
 * that the relaxation leaves open. The same problem gives the same plan.
 *
 * @param plan keeps the bounds
 * @param bound of the value of all plans; the plan's own value where it is proven best
 * @param tie whether another plan has the same value
 */
public record Optimum(Plan plan, double bound, Tie tie) {
  /** How many choices are looked at: some ten seconds. */
  public static final long EFFORT = 1_000_000_000;

  /** How many of them before the problem is divided, and again in search of equal plans. */
  private static final long AT_ONCE = 10_000_000;

  /** Solves a problem. */
  public static Optimum of(TargetProblem problem) {
    return of(problem, EFFORT);
  }

  /**
   * Solves a problem, with less effort or more.
   *
   * @param effort how many choices are looked at before the best plan so far is given, unproven
   */
  public static Optimum of(TargetProblem problem, long effort) {
    Instance instance = problem.instance();
    Incumbent fast = Incumbent.of(instance);
    Selection relaxed = fast.relaxation().selection();
    Departures search = new Departures(instance, relaxed, fast.chosen());
    boolean whole = search.exhaust(Math.min(effort, AT_ONCE));
    double bound = Double.NEGATIVE_INFINITY;
    if (!whole) {
      BranchAndBound proof =
          new BranchAndBound(instance, search.best(), effort, BranchAndBound.AT_NODE);
      bound = Math.min(proof.bound(), fast.relaxation().bound());
      search = new Departures(instance, relaxed, proof.best());
      whole = search.exhaust(Math.min(effort, AT_ONCE));
    }

    Plan plan = problem.plan(instance.positions(search.best()));
    Tie tie = search.tied() ? Tie.FOUND : whole ? Tie.NONE : Tie.UNKNOWN;
    return new Optimum(plan, whole ? plan.value() : Math.max(bound, plan.value()), tie);
  }

  /** Whether there is no better plan. If not, the effort was spent before it was known. */
  public boolean proven() {
    return bound <= plan.value();
  }

  /** How far the plan may be below the best one, in percent of the bound. */
  public double gap() {
    return gapOf(plan);
  }

  /**
   * How far another plan under the same bounds may be below the best one, in percent of the bound.
   */
  public double gapOf(Plan other) {
    return gap(other.value(), bound);
  }

  /** How far a value is below a bound, in percent of the bound; 0 where it is not. */
  static double gap(double value, double bound) {
    return value >= bound ? 0 : 100 * (bound - value) / Math.abs(bound);
  }
}
