package org.quipu.spark;

import java.io.Serializable;
import org.quipu.survey.kernel.SurveyAccumulator;

/** The result of adding the rows of one partition, or of all. */
sealed interface FeedResult extends Serializable {
  /** All rows were added. */
  record Accumulated(SurveyAccumulator sums) implements FeedResult {}

  /**
   * Rows of a stratum came after it had been reduced: they are not contiguous, and must be
   * exchanged by stratum first.
   */
  record ScatteredStrata() implements FeedResult {}
}
