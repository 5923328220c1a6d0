package org.quipu.target;

/**
 * A plan in milliseconds, and what no plan exceeds: Lagrangian relaxation of the budget, then
 * exchanges, then a search near the relaxed choice. The plan is rarely far below the best one; how
 * far at most, the bound says.
 *
 * @param plan keeps the bounds
 * @param bound of the value of all plans
 */
public record FastChoice(Plan plan, double bound) {
  /** Solves a problem. The same problem gives the same plan. */
  public static FastChoice of(TargetProblem problem) {
    Incumbent found = Incumbent.of(problem.instance());
    Plan plan = problem.plan(problem.instance().positions(found.chosen()));
    double bound = found.relaxation().bound();
    boolean reached = bound <= plan.value() + Departures.tolerance(bound);
    return new FastChoice(plan, reached ? plan.value() : bound);
  }
}
