package org.quipu.association;

import org.quipu.Coded;

/** What a row of the table {@code event_study} estimates. */
public enum EventStudyTerm implements Coded {
  /** The difference in differences of the years from the start on. */
  EFFECT,
  /** The difference of one year from the mean of the years before the start. */
  DIFFERENCE,
  /** The F test that the differences of all earlier years are zero. */
  PRE_TREND,
  /** The effect computed before the start, as if the strategy had begun in this year. */
  PLACEBO
}
