package org.quipu.survey;

/**
 * What a stratum with a single cluster in the whole design adds to a variance (R's option {@code
 * survey.lonely.psu}). A stratum whose every cluster was sampled adds nothing and is not lonely.
 */
public enum LonelyPsu {
  /** The estimate is refused, naming the strata. */
  FAIL,
  /** Nothing: the cluster is taken as sampled with certainty, as INEI does. */
  CERTAINTY,
  /** Its squared distance from the grand mean instead of the stratum's own. */
  ADJUST,
  /** As much as the other strata of the domain on average. */
  AVERAGE
}
