package org.quipu.target;

import org.quipu.Coded;

/** Whether another plan has the same value. */
public enum Tie implements Coded {
  /** No other plan has it. */
  NONE,
  /**
   * Another plan has it. Of plans of equal value the cheapest is chosen, and of these the one that
   * has the first area, in the order of the problem, in which they differ.
   */
  FOUND,
  /** Not known: there were too many plans to look at. */
  UNKNOWN
}
