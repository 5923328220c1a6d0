package org.quipu.association;

import org.quipu.Coded;

/**
 * The questions whose tests are corrected together, method by method. What happened in the last 12
 * months and what ever happened are families of their own: prevention can bring down the first,
 * while it cannot undo the second for women who have lived through it already.
 */
public enum TestFamily implements Coded {
  /** Indicators of the last 12 months. */
  LAST_12_MONTHS,
  /** Indicators of whether something ever happened. */
  EVER,
  /** All questions of a user's files, whose indicators say nothing of their period. */
  ALL
}
