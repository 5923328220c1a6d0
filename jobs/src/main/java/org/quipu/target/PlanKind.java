package org.quipu.target;

import org.quipu.Coded;

/** How a plan was made. */
public enum PlanKind implements Coded {
  /** The best plan, proven or as near as its gap says. */
  OPTIMUM,
  /** Down the list of value per cost. */
  GREEDY,
  /** Down the list of value. */
  BY_ESTIMATE,
  /** A list that was given. */
  LIST,
  /** The best list of the same cost and number as the given one. */
  BEST_LIST
}
