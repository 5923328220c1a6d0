package org.quipu.spark;

import java.io.Serializable;
import org.quipu.survey.kernel.SurveyAccumulator;

/** What a feed made of the rows of one partition, or of all. */
sealed interface FeedResult extends Serializable {
  /** All rows were added. */
  record Accumulated(SurveyAccumulator sums) implements FeedResult {}

  /**
   * The feed stopped at a stratum that it had reduced already: the rows of a stratum do not stand
   * together, and must be exchanged first.
   */
  record ScatteredStrata() implements FeedResult {}
}
