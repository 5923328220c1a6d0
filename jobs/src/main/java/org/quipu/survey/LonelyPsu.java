package org.quipu.survey;

import org.quipu.Coded;

/**
 * What a stratum with a single cluster in the whole design contributes to a variance (R's option
 * {@code survey.lonely.psu}). A stratum of which every cluster was sampled contributes nothing and
 * is not lonely.
 */
public enum LonelyPsu implements Coded {
  /** The estimate is refused, naming the strata. */
  FAIL,
  /** Nothing: the cluster is taken as sampled with certainty, INEI's practice. */
  CERTAINTY,
  /** Its squared distance from the grand mean instead of the stratum's own. */
  ADJUST,
  /** The average contribution of the other strata of the domain. */
  AVERAGE
}
